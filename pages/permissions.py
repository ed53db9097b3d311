"""What a user may do with a page, beyond Wagtail's tree permissions.

No page can be published by a button: publishing is the end of the workflow, for superusers too. The tester
names no role; it only knows counties and the state of the page.
"""

from django.utils.functional import cached_property
from wagtail.models import Page, PagePermissionTester

from . import hooks, models, queries, tree
from .works import archive


class CountyPagePermissionTester(PagePermissionTester):
    """Wagtail's tester with the county as a border and without ways around the workflow."""

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_unpublish(self) -> bool:
        return False  # withdrawing asks for a reason and has a screen of its own

    def can_unschedule(self) -> bool:
        return self.user.is_active and self.user.is_superuser

    def can_set_view_restrictions(self) -> bool:
        return False

    def can_edit(self) -> bool:
        return super().can_edit() and (self._change_reaches_here or self._is_workflow_reviewer)

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        if not super().can_delete(ignore_bulk) or not self._change_reaches_here:
            return False
        subtree = Page.objects.filter(path__startswith=self.page.path)
        return not (subtree.live().exists() or self._in_moderation(subtree) or self._others_need(subtree))

    def can_move_to(self, destination: Page) -> bool:
        if not tree.same_county(self.page, destination) or not super().can_move_to(destination):
            return False
        return self.page.is_child_of(destination) or self.can_delete(ignore_bulk=True)

    def can_copy_to(self, destination: Page, recursive: bool = False) -> bool:
        return tree.same_county(self.page, destination) and super().can_copy_to(destination, recursive)

    @cached_property
    def _change_reaches_here(self) -> bool:
        """Permission to change that was granted above a county does not reach into it; ownership does."""
        if self.user.is_superuser or self.page.depth < tree.COUNTY_DEPTH or not self.page.county_page:
            return True
        if "add" in self.permissions and self.page.owner_id == self.user.pk:
            return True
        return any(
            perm.permission.codename == "change_page"
            and perm.page.depth >= tree.COUNTY_DEPTH
            and self.page.path.startswith(perm.page.path)
            for perm in self.permission_policy.get_cached_permissions_for_user(self.user)
        )

    @cached_property
    def _is_workflow_reviewer(self) -> bool:
        task = self.page.current_workflow_task
        return bool(task and task.user_can_access_editor(self.page, self.user))

    def _others_need(self, subtree) -> bool:
        """Whether an archived record or a published story would go with the page; few kinds of page are asked."""
        model = self.page.cached_content_type.model_class()
        if self.page.depth > tree.SITE_DEPTH:
            return model is models.DeliberationCouncilPage and archive.holds_archive(subtree)
        return (
            archive.holds_archive(subtree)
            or queries.named_by_live_story(self.page)
            or hooks.is_needed(self.page)
        )

    @staticmethod
    def _in_moderation(pages) -> bool:
        return any(page.workflow_in_progress for page in pages.prefetch_workflow_states())
