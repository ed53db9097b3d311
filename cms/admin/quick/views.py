"""The two screens: the form, and what became of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import View
from django.views.decorators.cache import never_cache
from wagtail.models import Page

from pages.checks.runner import blocking_problems
from pages.models import EventPage
from pages.models.events.base import MOST_PHOTOS
from pages.panels import TEAM_NAMES
from pages.queries import team_names

from ..page_views import REFUSED, listed, warn_without_lead
from . import once, photos
from .access import parent_for
from .forms import FORMS, QuickForm

NOT_TAKEN = "有 {count} 张照片没有收下："
AGAIN = "这一页刚才已经收到，没有重复保存。要记另一场，请点“再记一场”。"


@method_decorator(never_cache, name="dispatch")
class QuickView(View):
    """Takes down one lecture or activity under a site or county of the user's own."""

    def dispatch(self, request: HttpRequest, site_id: int, kind: str) -> HttpResponse:
        if kind not in FORMS:
            raise Http404
        self.kind, self.form_class = kind, FORMS[kind]
        self.key = once.key_of(request.POST)
        self.parent, self.county = parent_for(request.user, site_id, self.form_class.model)
        return super().dispatch(request)

    def get(self, request: HttpRequest) -> HttpResponse:
        initial = self.form_class.initial_for(self.parent, self._like(request.GET.get("like", "")))
        return self._show(self.form_class(initial=initial))

    def post(self, request: HttpRequest) -> HttpResponse:
        if made := once.page_made(self.key, self.parent):
            return self._show_made(made)
        form = self.form_class(request.POST)
        kept = photos.kept_before(request.user, self.county, request.POST.getlist("kept"))
        taken = photos.take(
            request.FILES.getlist("photos"), request.user, self.county, request.POST, before=len(kept)
        )
        images = [*kept, *taken.images]
        if not form.is_valid():
            return self._show(form, images, taken.refused)
        page = self._draft(form, images)
        if standing := page.standing_problems():
            for problem in standing:
                form.add_error(None, str(problem))
            return self._show(form, images, taken.refused)
        try:
            self._save(page)
        except (IntegrityError, ValidationError):
            # Sent twice at once: the other request was quicker. Its photos are the same as these.
            made = once.page_made(self.key, self.parent)
            if made is None:
                if not once.is_taken(self.key):
                    raise
                self.key = once.key_of(QueryDict())
                form.add_error(None, "没有保存成功，请再提交一次。")
                return self._show(form, images, taken.refused)
            for image in taken.images:
                image.delete()
            return self._show_made(made)
        self._tell(page)
        self._tell_refused(taken.refused)
        return redirect("cms_quick_saved", page.pk)

    # -------------------------------------------------------------------------------------------------

    def _like(self, pk: str) -> EventPage | None:
        """The page that the new one is to be like, as it was saved last: one of the same place."""
        beside = self.form_class.model.objects.child_of(self.parent)
        page = beside.filter(pk=pk).first() if pk.isdecimal() else None
        return page.get_latest_revision_as_object() if page else None

    def _draft(self, form: QuickForm, images: list[Any]) -> EventPage:
        model = form.model
        page = model(owner=self.request.user, live=False, translation_key=self.key)
        page.intended_parent = self.parent
        form.fill(page)
        page.photos = photos.rows(model.photos.rel.related_model, images, self.request.POST)
        return page

    @transaction.atomic
    def _save(self, page: EventPage) -> None:
        """Store the draft and, if that was asked for and nothing stands against it, submit it."""
        user = self.request.user
        self.parent.add_child(instance=page)
        page.save_revision(user=user, log_action=True)
        if self._submitting and not blocking_problems(page):
            page.get_workflow().start(page, user)

    @property
    def _submitting(self) -> bool:
        return self.request.POST.get("action") == "submit"

    def _tell(self, page: EventPage) -> None:
        """Say what became of *page*, as it was saved."""
        if page.workflow_in_progress:
            messages.success(self.request, "已提交审核。")
            warn_without_lead(self.request, page)
        elif self._submitting:
            problems = blocking_problems(page.get_latest_revision_as_object())
            messages.error(self.request, listed(REFUSED, map(str, problems)))
        else:
            messages.success(self.request, "已存为草稿，还没有提交审核。")

    def _tell_refused(self, refused: list[str]) -> None:
        if refused:
            messages.warning(self.request, listed(NOT_TAKEN.format(count=len(refused)), refused))

    def _show_made(self, page: Page) -> HttpResponse:
        """Answer a form that is sent once more: what was typed since is not in the page, and that is said."""
        messages.info(self.request, AGAIN)
        if isinstance(page, self.form_class.model):
            self._tell(page)
        return redirect("cms_quick_saved", page.pk)

    def _show(self, form: QuickForm, images: list[Any] = (), refused: list[str] = ()) -> HttpResponse:
        context = {
            "form": form,
            "parent": self.parent,
            "once": self.key,
            "kept": images,
            "refused": refused,
            "most_photos": MOST_PHOTOS,
            "teams_id": TEAM_NAMES,
            "teams": team_names(self.parent) if self.kind == "activity" else [],
        }
        return render(self.request, "cms/quick/form.html", context)


@method_decorator(never_cache, name="dispatch")
class SavedView(View):
    """Says what became of it, and offers one more like it."""

    def get(self, request: HttpRequest, page_id: int) -> HttpResponse:
        page = get_object_or_404(Page, pk=page_id).specific
        kind = next((kind for kind, form in FORMS.items() if isinstance(page, form.model)), None)
        if kind is None:
            raise Http404
        parent, _county = parent_for(request.user, page.get_parent().pk, type(page))
        context = {
            "page": page.get_latest_revision_as_object(),
            "waits": page.workflow_in_progress,
            "parent": parent,
            "again_url": f"{reverse('cms_quick', args=[parent.pk, kind])}?like={page.pk}",
        }
        return render(request, "cms/quick/saved.html", context)
