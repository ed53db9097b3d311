"""Recording a visit, going on with a draft, and correcting what was sent."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ..models import GuidanceVisit
from . import access, steps
from .forms import VisitForm

MEANWHILE = "您打开以后，同事已经改过这份记录。您写的还在下面，请与“现在的内容”对照，改好再保存一次。"


@never_cache
@require_http_methods(["GET", "POST"])
@transaction.atomic
def create(request: HttpRequest) -> HttpResponse:
    """Record a visit, as a draft or to be sent at once."""
    if not access.may_add(request.user):
        raise PermissionDenied
    visit = GuidanceVisit()
    if request.method == "GET":
        return _show(request, VisitForm(instance=visit, initial=_site_wanted(request)), visit)
    form = VisitForm(request.POST, instance=visit, sending=_sending(request))
    if not form.is_valid():
        return _show(request, form, visit)
    same = _same(visit, request.user)
    if same and (same.sent_at or not _sending(request)):
        messages.info(request, "这份记录刚才已经收到，没有重复保存。")
        return redirect("reports_guidance_visit", same.pk)
    return _save_draft(request, same or visit)


@never_cache
@require_http_methods(["GET", "POST"])
@transaction.atomic
def edit(request: HttpRequest, visit_id: int) -> HttpResponse:
    """Go on with a draft, or correct the words of a visit that was sent."""
    visit = access.visit_for(request.user, visit_id, lock=request.method == "POST")
    if not access.may_change(request.user):
        raise PermissionDenied
    if request.method == "GET":
        return _show(request, VisitForm(instance=visit), visit)
    before, sent = steps.Words.of(visit), bool(visit.sent_at)
    form = VisitForm(request.POST, instance=visit, sending=_sending(request))
    valid = form.is_valid()
    if request.POST.get("version") != str(visit.version):
        form.add_error(None, MEANWHILE)
        return _show(request, form, visit, now=access.visit_for(request.user, visit_id))
    if not valid:
        return _show(request, form, visit)
    if not sent:
        return _save_draft(request, visit)
    if steps.correct(visit, before, request.user, form.cleaned_data.get("ask_again", False)):
        messages.success(request, "已更正，县区看得到更正的时间和更正前的文字。")
    else:
        messages.info(request, "没有改动。")
    return redirect("reports_guidance_visit", visit.pk)


def _sending(request: HttpRequest) -> bool:
    return request.POST.get("action") == "send"


def _site_wanted(request: HttpRequest) -> dict[str, str]:
    site = request.GET.get("site", "")
    return {"site": site} if site.isdecimal() else {}


def _save_draft(request: HttpRequest, visit: GuidanceVisit) -> HttpResponse:
    if _sending(request):
        steps.send(visit, request.user)
        messages.success(request, "已发给县区，编辑和主要领导都看得到。")
    else:
        steps.save_draft(visit, request.user)
        messages.success(request, "已存为草稿，县区还看不到。")
    return redirect("reports_guidance_visit", visit.pk)


def _same(visit: GuidanceVisit, user) -> GuidanceVisit | None:
    """The record of the same words by the same user: a form that was sent twice."""
    words = {name: getattr(visit, name) for name in VisitForm.Meta.fields}
    return GuidanceVisit.objects.filter(recorded_by=user, **words).first()


def _show(
    request: HttpRequest, form: VisitForm, visit: GuidanceVisit, now: GuidanceVisit | None = None
) -> HttpResponse:
    """Show the form; with *now*, beside the visit as a colleague has left it."""
    left_over = [
        (field.label, request.POST[name])
        for name, field in VisitForm.base_fields.items()
        if now and name not in form.fields and name in ("visited_on", "visitors") and request.POST.get(name)
    ]
    context = {
        "header_title": "记录一次调研" if visit.pk is None else "更正" if visit.sent_at else "继续填写",
        "form": form,
        "visit": visit,
        "now": now,
        "left_over": left_over,
    }
    return render(request, "reports/guidance/form.html", context)
