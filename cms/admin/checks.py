"""The checklist beside the form: what the checks find in what is typed, before anything is saved."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.ui.side_panels import BaseSidePanel, ChecksSidePanel
from wagtail.admin.views.pages.preview import PreviewOnCreateView, PreviewOnEditView
from wagtail.models import Page

from pages.checks.findings import Finding, Report, Severity
from pages.checks.runner import run
from pages.problems import Problem

INCOMPLETE = "表单没有传完整，请稍后再试。"
NO_TITLE = Problem("title", "标题", "还没有填写。")


@dataclass(frozen=True)
class Shown:
    """A finding with where it stands in the form: *target* is the id of an element, *block* that of a block."""

    finding: Finding
    target: str

    @property
    def block(self) -> str:
        return self.finding.problem.block


class ChecklistMixin:
    """Builds the page from the posted form, as the preview does, and answers with the list; stores nothing."""

    http_method_names = ("post",)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
        form = self.get_form(request.POST)
        form.defer_required_fields()
        try:
            report = report_on(form)
        except MultiValueDictKeyError:  # only a part of the form came, as while the page is still being built
            return JsonResponse({"message": INCOMPLETE}, status=400)
        if not request.POST.get("title", "").strip():  # Wagtail's preview puts a placeholder in its place
            report = Report.of([Finding("form", Severity.BLOCKING, NO_TITLE), *report.findings])
        return JsonResponse(
            {
                "html": render_to_string("pages/checks/list.html", context_of(report, form), request),
                "blocking": len(report.blocking),
                "warnings": len(report.warnings),
            }
        )


@method_decorator(never_cache, name="dispatch")
class ChecklistOnEdit(ChecklistMixin, PreviewOnEditView):
    """For a page that is stored; whoever may not edit it is refused."""


@method_decorator(never_cache, name="dispatch")
class ChecklistOnCreate(ChecklistMixin, PreviewOnCreateView):
    """For a new page below a parent under which the user may write."""

    def get_form(self, query_dict: Any) -> WagtailAdminPageForm:
        return PreviewOnEditView.get_form(self, query_dict)


class FindingsSidePanel(ChecksSidePanel):
    """In place of Wagtail's own checks, which count words between spaces."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        aria_label = "打开或收起发布前检查"
        icon_name = "tasks"
        counter_classname = "w-bg-critical-200"

    title = "发布前检查"
    template_name = "pages/checks/panel.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return BaseSidePanel.get_context_data(self, parent_context)


def own_checks(panels: list[BaseSidePanel], page: Page, request: HttpRequest) -> list[BaseSidePanel]:
    """Return *panels* with this site's checklist in place of Wagtail's."""
    return [
        FindingsSidePanel(page, request) if isinstance(panel, ChecksSidePanel) else panel for panel in panels
    ]


def report_on(form: WagtailAdminPageForm) -> Report:
    """Return what the checks find in what *form* was sent, or what of it cannot even be read."""
    if form.is_valid():
        page = form.save(commit=False)
        page.intended_parent = form.parent_page
        return run(page)
    found = [
        Finding("form", Severity.BLOCKING, problem)
        for name, errors in form.errors.items()
        for problem in [_problem(form, name, error) for error in errors]
    ]
    for name, formset in form.formsets.items():
        for number, row in enumerate(formset.forms, start=1):
            for field, errors in row.errors.items():
                label = row.fields[field].label if field in row.fields else ""
                place = f"第 {number} 行 {label}".strip()
                problems = [Problem(name, place, error, row.instance, field) for error in errors]
                found += [Finding("form", Severity.BLOCKING, problem) for problem in problems]
    return Report.of(found)


def context_of(report: Report, form: WagtailAdminPageForm | None = None) -> dict[str, Any]:
    """Return what ``pages/checks/list.html`` shows; with *form*, findings lead to their places in it."""

    def shown(findings: list[Finding]) -> list[Shown]:
        return [Shown(finding, target_of(finding.problem, form) if form else "") for finding in findings]

    return {
        "blocking": shown(report.blocking),
        "warnings": shown(report.warnings),
        "notes": shown(report.notes),
        "in_form": form is not None,
    }


def target_of(problem: Problem, form: WagtailAdminPageForm) -> str:
    """Return the id of the element of *form* that *problem* is about."""
    formset = form.formsets.get(problem.field)
    if formset is None:
        return f"id_{problem.field}"
    for row in formset.forms:
        if problem.row is not None and row.instance is problem.row:
            return f"id_{row.prefix}-{problem.name}"
    return f"id_{formset.prefix}-FORMS"


def _problem(form: WagtailAdminPageForm, name: str, error: str) -> Problem:
    label = form.fields[name].label if name in form.fields else "页面"
    return Problem(name, str(label), str(error))
