"""Bulk actions for pages, without the titles of pages that the user has nothing to do with.

Wagtail answers to a forged id with the page's title under "you have no permission"; here it does not exist.
"""

from typing import Any

from django.http import Http404
from wagtail.admin.views.pages import bulk_actions as stock

from pages.reach import is_own

NO_ACCESS = "items_with_no_access"


class OwnPagesOnly:
    def get_actionable_objects(self) -> tuple[list[Any], dict[str, list[Any]]]:
        pages, others = super().get_actionable_objects()
        own = [page for page in others[NO_ACCESS] if is_own(self.request.user, page)]
        others = others | {NO_ACCESS: own}
        if not pages and not any(others.values()):
            raise Http404("None of these pages is there for this user.")
        return pages, others


class DeletePages(OwnPagesOnly, stock.DeleteBulkAction):
    pass


class MovePages(OwnPagesOnly, stock.MoveBulkAction):
    pass


class PublishPages(OwnPagesOnly, stock.PublishBulkAction):
    pass


class UnpublishPages(OwnPagesOnly, stock.UnpublishBulkAction):
    pass


ACTIONS = (DeletePages, MovePages, PublishPages, UnpublishPages)
