"""What a new lecture, activity, meeting or story starts with, so that nobody types what the system knows."""

from wagtail.signals import init_new_page

from ..models.events import IllustratedPage


def connect() -> None:
    """Connect the defaults; called once when the application starts."""
    init_new_page.connect(_new_page, dispatch_uid="pages.events.defaults")


def _new_page(sender, page, parent, **kwargs) -> None:
    if isinstance(page, IllustratedPage):
        page.start_under(parent.specific)
