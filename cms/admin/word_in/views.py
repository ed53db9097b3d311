"""The three screens: a file for a new page, a file for a page that is there, and what became of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.models import Page

from pages import queries
from pages.checks.runner import run
from pages.word import WordRefused
from reports.models import YearEndSummaryPage

from ..checks import context_of
from ..quick import once
from . import filling
from .access import MODELS, is_closed, page_for, parent_for
from .forms import FillForm, NewForm, WordForm
from .outcome import outcome_of

CLOSED = "“{title}”正在审核，或者已被锁定，现在不能读入文件。请先取回，或等退回以后再读入。"
BEGUN = "这里已有 {year} 年的总结“{title}”，一年只报一份。要把文件读进那一份，请点“读进已有的总结”，再选一次文件。"
AGAIN = "这个文件刚才已经读入，没有重复新建。"
NOT_SAVED = "没有保存成功，请再提交一次。"


class WordView(View):
    """Reads the file of a form; says what is wrong with it beside the field."""

    template_name = ""

    def read(self, form: WordForm) -> filling.Source | None:
        """Return what could be read, or ``None`` with the reason in *form*."""
        if not form.is_valid():
            return None
        try:
            return filling.Source.read(form, self.request.user)
        except WordRefused as refused:
            form.add_error("file", refused)
            return None

    def show(self, form: WordForm, **context: Any) -> HttpResponse:
        status = 422 if form.errors else 200
        return render(self.request, self.template_name, {"form": form, **context}, status=status)


@method_decorator(never_cache, name="dispatch")
class NewView(WordView):
    """Begins a page under a site, a county or the city's stories."""

    template_name = "cms/word_in/new.html"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        self.parent, self.kinds = parent_for(request.user, page_id)
        self.key = once.key_of(request.POST)
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        initial = {name: request.GET[name] for name in ("kind", "year") if name in request.GET}
        return self._show(NewForm(initial=initial, kinds=self.kinds))

    def post(self, request: HttpRequest) -> HttpResponse:
        if made := once.page_made(self.key, self.parent):
            messages.info(request, AGAIN)
            return redirect("cms_word_done", made.pk)
        form = NewForm(request.POST, request.FILES, kinds=self.kinds)
        page = self._blank(form) if form.is_valid() else None
        begun = queries.other_of_year(page) if isinstance(page, YearEndSummaryPage) else None
        if begun:
            form.add_error(None, BEGUN.format(year=begun.year or page.year, title=begun.draft_title))
            return self._show(form, begun=begun)
        source = self.read(form)
        if source is None:
            return self._show(form)
        try:
            filling.begin(page, self.parent, source)
        except (IntegrityError, ValidationError):
            # Sent twice at once: the other request was quicker.
            made = once.page_made(self.key, self.parent)
            if made is None:
                if not once.is_taken(self.key):
                    raise
                self.key = once.key_of(QueryDict())
                form.add_error(None, NOT_SAVED)
                return self._show(form)
            messages.info(request, AGAIN)
            return redirect("cms_word_done", made.pk)
        return redirect("cms_word_done", page.pk)

    def _blank(self, form: NewForm) -> Page:
        model = MODELS[form.cleaned_data["kind"]]
        page = model(owner=self.request.user, live=False, translation_key=self.key)
        page.intended_parent = self.parent
        if model is YearEndSummaryPage:
            page.year = form.cleaned_data["year"]
        return page

    def _show(self, form: NewForm, begun: Page | None = None) -> HttpResponse:
        return self.show(form, parent=self.parent, once=self.key, begun=begun)


@method_decorator(never_cache, name="dispatch")
class FillView(WordView):
    """Fills a page that is there; one that lies with a reviewer is closed."""

    template_name = "cms/word_in/fill.html"

    def dispatch(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = page_for(request.user, page_id)
        if is_closed(request.user, page):
            messages.error(request, CLOSED.format(title=page.draft_title))
            return redirect("wagtailadmin_pages:edit", page.pk)
        self.page = page.get_latest_revision_as_object()
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        return self.show(FillForm(page=self.page), page=self.page)

    def post(self, request: HttpRequest) -> HttpResponse:
        form = FillForm(request.POST, request.FILES, page=self.page)
        source = self.read(form)
        if source is None:
            return self.show(form, page=self.page)
        filling.fill(self.page, source)
        return redirect("cms_word_done", self.page.pk)


@method_decorator(never_cache, name="dispatch")
class DoneView(View):
    """Says what was read, what was not, and what is still to do before submitting."""

    http_method_names = ("get",)

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = page_for(request.user, page_id)
        imported = page.word_imports.order_by("-created_at", "-pk").first()
        if imported is None:
            raise Http404
        now = page.get_latest_revision_as_object()
        context = {
            "page": now,
            "parent": page.get_parent().specific,
            "imported": imported,
            "outcome": outcome_of(now),
            "closed": is_closed(request.user, page),
            **context_of(run(now)),
        }
        return render(request, "cms/word_in/done.html", context)
