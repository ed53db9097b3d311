"""The list of visits, a visit with its answers, and what the department and the county do with it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from . import access, queries, steps
from .filters import FilterForm
from .forms import AnswerForm
from .states import State

PER_PAGE = 20
CLOSED_MEANWHILE = (
    "市妇联组联部已经办结这次指导，现在不能回复。您写的还在下面，请复制留存，或请组联部重新打开。"
)


@never_cache
@require_GET
def visit_list(request: HttpRequest) -> HttpResponse:
    """All visits that the user may know of, what is to be done first."""
    user = request.user
    if not access.may_enter(user):
        raise PermissionDenied
    of_all = access.sees_all(user)
    visits = access.visible_to(user)
    filters = FilterForm(request.GET, user, visits)
    found = filters.found()
    numbers = filters.numbers(found)
    chosen = queries.in_order(filters.of_state(found), for_county=not of_all)
    state, total = request.GET.get("state", ""), sum(numbers.values())
    paginator = Paginator(chosen, PER_PAGE)
    paginator.count = numbers.get(state, 0) if state else total  # known already
    page = paginator.get_page(request.GET.get("p"))
    context = {
        "header_title": "调研指导",
        "page": page,
        "filters": filters,
        "states": [
            (one, numbers[one.value], one.value == state) for one in State if of_all or one is not State.DRAFT
        ],
        "state": state,
        "total": total,
        "of_all": of_all,
        "may_add": access.may_add(user),
        "site": next((visit.place_name for visit in page), "") if request.GET.get("site") else "",
        "filtered": any(request.GET.get(name) for name in filters.fields),
    }
    return render(request, "reports/guidance/list.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
def visit_detail(request: HttpRequest, visit_id: int) -> HttpResponse:
    """One visit; POST is the county's answer."""
    if request.method == "POST":
        return _answer(request, visit_id)
    visit = access.visit_for(request.user, visit_id)
    response = _show(request, visit, AnswerForm())
    if access.may_change(request.user) and not request.user.is_superuser:
        steps.looked_at(visit)  # an administrator who looks around takes nothing off the department's list
    return response


@transaction.atomic
def _answer(request: HttpRequest, visit_id: int) -> HttpResponse:
    visit = access.visit_for(request.user, visit_id, lock=True)
    if not access.may_answer(request.user, visit):
        raise PermissionDenied
    form = AnswerForm(request.POST)
    if form.is_valid() and visit.state is State.CLOSED:
        form.add_error("text", CLOSED_MEANWHILE)
    if not form.is_valid():
        return _show(request, visit, form)
    if steps.answer(visit, form.cleaned_data["text"], request.user):
        messages.success(request, "已回复，市妇联组联部看得到。")
    else:
        messages.info(request, "这条回复刚才已经收到，没有重复保存。")
    return redirect("reports_guidance_visit", visit.pk)


@never_cache
@require_POST
@transaction.atomic
def close(request: HttpRequest, visit_id: int) -> HttpResponse:
    """The department ends a visit, having seen as many answers as the form says."""
    visit = _to_change(request, visit_id)
    if visit.state not in (State.AWAITING, State.ANSWERED):
        messages.info(request, "这次指导现在不能办结。")
    elif request.POST.get("answers") != str(visit.answers.count()):
        messages.warning(request, "县区刚才又有回复，还没有办结。请看过以后再决定。")
    else:
        steps.close(visit, request.user)
        messages.success(request, "已办结。县区仍然看得到，不能再回复。")
    return redirect("reports_guidance_visit", visit.pk)


@never_cache
@require_POST
@transaction.atomic
def reopen(request: HttpRequest, visit_id: int) -> HttpResponse:
    """The department takes up a closed visit again."""
    visit = _to_change(request, visit_id)
    if visit.state is State.CLOSED:
        steps.reopen(visit, request.user)
        messages.success(request, "已重新打开，等县区再次回复。要写新的回复日期，请点“更正”。")
    else:
        messages.info(request, "这次指导没有办结，不用重新打开。")
    return redirect("reports_guidance_visit", visit.pk)


def _to_change(request: HttpRequest, visit_id: int):
    visit = access.visit_for(request.user, visit_id, lock=True)
    if not access.may_change(request.user):
        raise PermissionDenied
    return visit


def _show(request: HttpRequest, visit, form: AnswerForm) -> HttpResponse:
    user = request.user
    may_answer = access.may_answer(user, visit)
    context = {
        "header_title": visit.place_name,
        "visit": visit,
        "answers": visit.answers.all(),
        "steps": visit.steps.all(),
        "form": form,
        "shows_form": may_answer and (visit.state is not State.CLOSED or form.is_bound),
        "may_answer": may_answer,
        "may_change": access.may_change(user),
        "of_all": access.sees_all(user),
    }
    return render(request, "reports/guidance/visit.html", context)
