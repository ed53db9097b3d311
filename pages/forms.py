"""The admin form of all pages: tolerant while drafting, strict when submitting."""

from django import forms
from django.contrib.auth.models import AbstractBaseUser
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from media.access import MediaFile, choosable_ids

from . import hooks, queries
from .checks.runner import blocking_problems
from .content import file_keys, files_by_kind, stored_files
from .problems import Problem
from .reach import linked_pages, unlinkable


class SitePageForm(WagtailAdminPageForm):
    """Judges the whole page by all checks as soon as it is more than a draft."""

    problems: list[Problem] = []

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        if "highlight" in self.fields:
            self._offer_highlights()

    def defer_required_fields(self) -> None:
        # What lies with a reviewer has been found complete; an incomplete save would be approved unseen.
        if self.instance.pk and self.instance.workflow_in_progress:
            return
        super().defer_required_fields()

    def is_valid(self) -> bool:
        if not super().is_valid():
            return False
        page = self.save(commit=False)
        page.intended_parent = self.parent_page
        self._refuse_foreign(page)
        deferred = self.is_deferred_validation
        self.problems = page.standing_problems() if deferred else blocking_problems(page)
        for problem in self.problems:
            self._report(problem)
        return not self.errors and not self.problems

    def _refuse_foreign(self, page: Page) -> None:
        """Refuse files and links whose ids were typed into the request; what the page had before may stay."""
        files, links = self.foreign_files(page, self.for_user), self.foreign_pages(page, self.for_user)
        if (files or links) and page.pk:
            before = type(page).objects.get(pk=page.pk).get_latest_revision_as_object()
            files = self.foreign_files(page, self.for_user, before)
            links = self.foreign_pages(page, self.for_user, before)
        for file in files:
            self.add_error(
                None, f"不能使用编号为 {file.pk} 的图片或文件：它不在您可以使用的集合里。请重新选择。"
            )
        for number in links:
            self.add_error(
                None, f"不能链接到编号为 {number} 的页面：它还没有公开，也不在您的县区里。请重新选择。"
            )

    @staticmethod
    def foreign_files(page: Page, user: AbstractBaseUser, before: Page | None = None) -> list[MediaFile]:
        """Files that *page* newly uses and *user* may not choose: their ids did not come from a chooser."""
        new = file_keys(page) - (file_keys(before) if before else set())
        foreign = []
        for kind, model, ids in files_by_kind(new):
            allowed = choosable_ids(user, model, ids)
            foreign += [f"{kind}:{pk}" for pk in ids if pk not in allowed]
        return stored_files(foreign)

    @staticmethod
    def foreign_pages(page: Page, user: AbstractBaseUser, before: Page | None = None) -> list[int]:
        """Ids of pages that *page* newly links to though *user* may not know of them."""
        return unlinkable(user, linked_pages(page) - (linked_pages(before) if before else set()))

    def _offer_highlights(self) -> None:
        """Offer the site's highlights by year; where there are none, there is nothing to choose."""
        site = self.parent_page and queries.site_path_of(self.parent_page)
        offered = hooks.highlights_of(site) if site else {}
        now = self.instance.highlight
        if now and not any(now in names for names in offered.values()):
            offered = offered | {"已不在计划表里": [now]}
        if not offered:
            del self.fields["highlight"]
            return
        field = self.fields["highlight"]
        groups = [(year, [(name, name) for name in names]) for year, names in offered.items()]
        self.fields["highlight"] = forms.ChoiceField(
            label=field.label,
            help_text=field.help_text,
            required=False,
            choices=[("", "按工作类型归入"), *groups],
            error_messages={"invalid_choice": "计划表里没有这一项亮点，请重新选择。"},
        )

    def _report(self, problem: Problem) -> None:
        """Show *problem* at the top of the page, and at its place."""
        self.add_error(None, str(problem))
        if problem.field in self.fields:
            self.add_error(problem.field, problem.message)
        elif problem.field in self.formsets:
            formset = self.formsets[problem.field]
            rows = [row for row in formset.forms if problem.row is not None and row.instance is problem.row]
            if rows and problem.name in rows[0].fields:
                rows[0].add_error(problem.name, problem.message)
            else:
                formset.non_form_errors().append(problem.message)
