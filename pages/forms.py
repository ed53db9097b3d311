"""The admin form of all pages: tolerant while drafting, strict when submitting."""

from wagtail.admin.forms import WagtailAdminPageForm

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
        if not super().is_valid():
            return False
        if self.is_deferred_validation:
            return True
        self.problems = self.save(commit=False).submission_problems()
        for problem in self.problems:
            self._report(problem)
        return not self.problems

    def _report(self, problem: Problem) -> None:
        """Show *problem* at the top of the page, and at its place."""
        self.add_error(None, str(problem))
        if problem.field in self.fields:
            self.add_error(problem.field, problem.message)
        elif problem.field in self.formsets:
            self.formsets[problem.field].non_form_errors().append(problem.message)
