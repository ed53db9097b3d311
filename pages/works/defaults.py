"""What a new featured work starts with, so that nobody types what the system knows."""

from wagtail.signals import init_new_page

from ..models import WorkPage


def connect() -> None:
    """Connect the defaults; called once when the application starts."""
    init_new_page.connect(_new_page, dispatch_uid="pages.works.defaults")


def _new_page(sender, page, parent, **kwargs) -> None:
    if isinstance(page, WorkPage):
        page.start_under(parent.specific)
