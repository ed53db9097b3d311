"""The one guard on everything that makes content live.

``pages`` does not know who approves. It asks a guard that a higher package registers; with none registered
nothing can go live. The guard hangs on Django's ``pre_save`` signal and not on a ``save()`` method, so that it
also sees saves made through Wagtail's base ``Page`` class.
"""

from collections.abc import Callable, Iterable

from django.db.models.signals import pre_save
from wagtail.models import Page
from wagtail.signals import pre_page_move

from . import tree
from .content import METADATA_FIELDS


class PublishingRefused(Exception):
    """The publishing rule stands against it. The message is for users.

    No ``PermissionDenied``: Wagtail's admin would catch that and say only that something is not permitted.
    """


Guard = Callable[[Page], None]


def _refuse(page: Page) -> None:
    raise PublishingRefused("没有登记发布规则，不能发布任何内容。")


_guard: Guard = _refuse


def register_guard(guard: Guard) -> None:
    """Register the function that raises ``PublishingRefused`` when a page must not be live as it stands."""
    global _guard
    _guard = guard


def check(page: Page) -> None:
    """Raise ``PublishingRefused`` unless *page* may be live with exactly the content it has in memory."""
    _guard(page)


def touches_content(update_fields: Iterable[str] | None) -> bool:
    """Whether a save limited to *update_fields* (``None``: all) can change what readers see."""
    return update_fields is None or bool(set(update_fields) - METADATA_FIELDS)


def _before_save(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    if not issubclass(sender, Page) or raw or not instance.live or instance.depth == 1:
        return
    if touches_content(update_fields):
        check(instance)


def _live_below(page: Page) -> bool:
    return Page.objects.filter(path__startswith=page.path, live=True).exists()


def _before_move(sender, instance, parent_page_before, parent_page_after, **kwargs) -> None:
    """Where a page stands is part of what was approved; nothing goes to another county, live pages stay."""
    if parent_page_before.pk == parent_page_after.pk:
        return
    if not tree.same_county(instance, parent_page_after):
        raise PublishingRefused("页面不能移到其他县区。")
    if _live_below(instance):
        raise PublishingRefused("这个页面或者它下面有已发布的页面，不能移动。请先撤下，再移动，再送审。")


def connect() -> None:
    """Put the guard in force; called once when the application starts."""
    pre_save.connect(_before_save, dispatch_uid="pages.publishing.save")
    pre_page_move.connect(_before_move, dispatch_uid="pages.publishing.move")
