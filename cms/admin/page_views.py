"""The admin's create and edit views, with two changes.

A refused submission is kept as a draft: whoever wrote a page on a phone must not lose it to a missing photo.
And only a county's own people may take a submission back, only while their lead has not decided.
"""

from collections.abc import Iterable

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.history import PageHistoryView
from wagtail.admin.views.pages.revisions import RevisionsRevertView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from pages import tree
from pages.publishing import PublishingRefused

from ..accounts.models import OfficeContact
from ..county import County
from ..sheets.buttons import header_buttons
from ..workflow.outcomes import last_outcome
from ..workflow.taking_back import may_take_back
from .checks import own_checks

REFUSED = "已存为草稿，但还不能提交审核："
NO_LEAD = "本县区还没有可用的审定账号，请联系{office}。已提交的材料会保留，开通以后就能审定。"


def warn_without_lead(request: HttpRequest, page: Page) -> None:
    """Say so when nobody in the county of the submitted *page* can decide on it."""
    path = tree.prefix(page.path, tree.COUNTY_DEPTH)
    if County.without_lead().filter(page__path=path).exists():
        messages.warning(request, NO_LEAD.format(office=OfficeContact.words()))


class ChecklistMixin:
    """Has this site's checklist beside the form."""

    def get_side_panels(self) -> MediaContainer:
        return MediaContainer(own_checks(list(super().get_side_panels()), self.page, self.request))


class KeepDraftMixin:
    """Saves what was typed when a submission is refused, and says why it was refused."""

    def form_invalid(self, form) -> HttpResponse:
        if self.action_name != "submit" or getattr(self, "locked_for_user", False):
            return super().form_invalid(form)
        draft = self.draft_form()
        draft.defer_required_fields()
        if not draft.is_valid():
            return super().form_invalid(form)
        self.form = draft
        self.has_content_changes = draft.has_changed()
        response = self.save_action()
        list(messages.get_messages(self.request))  # “saved” beside a refusal would be read as “done”
        messages.error(self.request, refusal(form))
        return response

    def submit_action(self) -> HttpResponse:
        """Submit, and say so when nobody is there to decide: the item would lie unseen."""
        response = super().submit_action()
        warn_without_lead(self.request, self.page)
        return response

    def draft_form(self):
        """The same input once more, on a page that the refused form has not touched."""
        raise NotImplementedError


class SiteCreateView(ChecklistMixin, KeepDraftMixin, CreateView):
    def draft_form(self):
        locale = self.page.locale
        self.page = self.page_class(owner=self.request.user)
        self.page.locale = locale
        return self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent_page,
            for_user=self.request.user,
        )


class TakeBackMixin:
    """Wagtail lets the page's owner cancel at any step; here the city's step is closed to the county."""

    @cached_property
    def is_cancelling_workflow(self) -> bool:
        return bool(self.request.POST.get("action-cancel-workflow")) and self._may_take_back

    @cached_property
    def action_name_and_method(self):
        name, method = super().action_name_and_method
        if name == "restart_workflow" and not self._may_take_back:
            return "save", self.save_action
        return name, method

    @cached_property
    def _may_take_back(self) -> bool:
        return may_take_back(self.page, self.request.user)


class SiteEditView(ChecklistMixin, KeepDraftMixin, TakeBackMixin, EditView):
    def perform_workflow_action(self) -> HttpResponse:
        """Decide only on what the form was opened with: somebody may have saved meanwhile."""
        if self.is_out_of_date:
            raise PublishingRefused("您打开页面以后内容又有改动，请重新打开、看过再决定。")
        with transaction.atomic():  # what was edited is not kept if the decision is refused
            return super().perform_workflow_action()

    def add_save_confirmation_message(self) -> None:
        """Say what became of the page, so that nobody takes a saved draft for a published page."""
        if self.action_name == "perform_workflow_action":
            messages.success(self.request, last_outcome(self.page))
        elif self.page.workflow_in_progress:
            messages.success(self.request, "修改已保存，还没有作出审核决定。")
        else:
            messages.success(self.request, "已存为草稿，还没有提交审核。")

    def add_cancel_workflow_confirmation_message(self) -> None:
        """In the word of the button."""
        messages.success(self.request, "已取回，可以继续修改，改好后再提交审核。")

    def draft_form(self):
        self.real_page_record = Page.objects.prefetch_workflow_states().get(pk=self.page.pk)
        self.page = self.get_object()
        return self.form_class(
            self.request.POST,
            self.request.FILES,
            instance=self.page,
            subscription=self.subscription,
            parent_page=self.parent,
            for_user=self.request.user,
        )


class SiteRevertView(ChecklistMixin, TakeBackMixin, RevisionsRevertView):
    pass


class SiteHistoryView(PageHistoryView):
    @cached_property
    def header_more_buttons(self) -> list:
        return [*header_buttons(self.object, self.request.user, "history"), *super().header_more_buttons]


class SitePageViewSet(PageViewSet):
    add_view_class = SiteCreateView
    edit_view_class = SiteEditView
    revisions_revert_view_class = SiteRevertView
    history_view_class = SiteHistoryView


page_viewset = SitePageViewSet()


def refusal(form) -> SafeString:
    """Say why *form* cannot be submitted, line by line: the page's own rules, and required fields left empty."""
    lines = [str(problem) for problem in form.problems]
    told = {problem.message for problem in form.problems}
    for name, errors in form.errors.items():
        if name in form.fields and not any(problem.field == name for problem in form.problems):
            lines += [f"{form[name].label}：{error}" for error in errors]
    for formset in form.formsets.values():
        for number, row in enumerate(formset.forms, start=1):
            for name, errors in row.errors.items():
                label = row.fields[name].label if name in row.fields else ""
                lines += [f"第 {number} 行 {label}：{error}" for error in errors if error not in told]
    return listed(REFUSED, lines)


def listed(words: str, lines: Iterable[str]) -> SafeString:
    """Return a message of *words* and a list of *lines*."""
    items = format_html_join("", "<li>{}</li>", ((line,) for line in lines))
    return format_html("{}<ul>{}</ul>", words, items)
