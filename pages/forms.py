"""The admin form of all pages: tolerant while drafting, strict when submitting."""

from django.contrib.auth.models import AbstractBaseUser
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from media.access import MediaFile, may_choose

from .content import files_of, stored_files
from .problems import Problem


class SitePageForm(WagtailAdminPageForm):
    """Judges the whole page by its own ``submission_problems`` as soon as it is more than a draft."""

    problems: list[Problem] = []

    def defer_required_fields(self) -> None:
        # What lies with a reviewer has been found complete; an incomplete save would be approved unseen.
        if self.instance.pk and self.instance.workflow_in_progress:
            return
        super().defer_required_fields()

    def is_valid(self) -> bool:
        before = self.instance.pk and self.instance.get_latest_revision_as_object()
        if not super().is_valid():
            return False
        page = self.save(commit=False)
        for file in self.foreign_files(page, self.for_user, before):
            self.add_error(
                None, f"不能使用编号为 {file.pk} 的图片或文件：它不在您可以使用的集合里。请重新选择。"
            )
        if not self.is_deferred_validation:
            self.problems = page.submission_problems()
        for problem in self.problems:
            self._report(problem)
        return not self.errors and not self.problems

    @staticmethod
    def foreign_files(page: Page, user: AbstractBaseUser, before: Page | None) -> list[MediaFile]:
        """Files that *page* newly uses and *user* may not choose: their ids did not come from a chooser."""
        old = set(files_of(before)) if before else set()
        new = [key for key in files_of(page) if key not in old]
        return [file for file in stored_files(new) if not may_choose(user, file)]

    def _report(self, problem: Problem) -> None:
        """Show *problem* at the top of the page, and at its place."""
        self.add_error(None, str(problem))
        if problem.field in self.fields:
            self.add_error(problem.field, problem.message)
        elif problem.field in self.formsets:
            self.formsets[problem.field].non_form_errors().append(problem.message)
