"""撤稿: a lead or the organisation department takes a published page from the readers, at once, with a reason.

It voids every approval (``rule.in_force``): the page comes back through the review only.
"""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page

from pages import tree

from .. import roles
from ..county import County

LEAST_REASON = 4


class NotWithdrawn(Exception):
    """The page is not public any more, or it is not this user's to withdraw; the message says which."""


def may_withdraw(page: Page, user: AbstractBaseUser) -> bool:
    """Whether *user* may take *page* from the readers: its county's lead, the department, an administrator.

    The home page is never withdrawn: without it nothing can be reached.
    """
    if not page.live or page.depth <= tree.HOME_DEPTH or not user.is_active:
        return False
    return user.is_superuser or roles.is_moderator(user) or County.leads_page(user, page)


def public_below(page: Page):
    """Return the published pages below *page*, the deepest first."""
    return Page.objects.descendant_of(page).live().order_by("-depth", "path")


@transaction.atomic
def withdraw(page: Page, user: AbstractBaseUser, reason: str, below: bool = False) -> int:
    """Unpublish *page*, with *below* everything published under it too; return how many pages that were.

    Who did it and the *reason* stand in the ledger. Raises ``NotWithdrawn``.
    """
    current = Page.objects.select_for_update().get(pk=page.pk).specific
    if not current.live:
        raise NotWithdrawn("这个页面已经撤下了。")
    if not may_withdraw(current, user):
        raise NotWithdrawn("这个页面不由您撤下。")
    pages = [*public_below(current).specific(), current] if below else [current]
    for one in pages:
        one.withdrawal = (user, reason)  # read by the ledger's listener (signals.py)
        # Wagtail's own permission to unpublish is nobody's (pages/permissions.py).
        UnpublishPageAction(one, user=user).execute(skip_permission_checks=True)
    return len(pages)
