"""Pages that show accounts: all units, one unit, one account."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from . import rules
from .models import AccountChange
from .overview import is_last_lead, overview
from .people import Account, account, accounts_of, holder_of
from .rules import Act, Holder, Standing
from .units import EDITOR, LEAD, MODERATOR, Unit, all_units

DEPUTY = "deputy"
# Part of the address -> role, whether until a day, what the page and the button are called.
OPENINGS = {
    EDITOR: (EDITOR, False, "开通编辑账号"),
    LEAD: (LEAD, False, "开通审定账号"),
    DEPUTY: (LEAD, True, "开通临时代理账号"),
    MODERATOR: (MODERATOR, False, "开通组联部账号"),
}


def for_managers(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let in who runs accounts; the view gets her ``actor``, as the rules see her. Nothing of it is cached."""

    @never_cache
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        actor = holder_of(request.user)
        rules.check(rules.manages(actor))
        return view(request, actor, *args, **kwargs)

    return guarded


def unit_for(actor: Holder, code: str) -> tuple[Unit, list[Unit]]:
    """The unit of that code, if *actor* runs it, and all units; else there is no such page."""
    units = all_units()
    found = next((unit for unit in units if unit.code == code), None)
    if found is None:
        raise Http404("No such unit.")
    rules.check(rules.may_place(actor, found.place))
    return found, units


def account_for(actor: Holder, act: Act, user_id: int) -> Account:
    """The account, if *actor* may do *act* with it."""
    found = account(user_id)
    rules.check(found is not None and rules.may(actor, act, found.holder))
    return found


@require_GET
@for_managers
def index(request: HttpRequest, actor: Holder) -> HttpResponse:
    """All units that the user runs, with their numbers."""
    units = [unit for unit in all_units() if rules.may_place(actor, unit.place)]
    found = overview(units)
    without = [one.unit for one in found if one.has_no_lead]
    context = {"header_title": "账号管理", "summaries": found, "without_lead": without}
    return render(request, "cms/people/index.html", context)


@require_GET
@for_managers
def unit(request: HttpRequest, actor: Holder, code: str) -> HttpResponse:
    """The accounts of one unit."""
    found, units = unit_for(actor, code)
    people = accounts_of(found, units)
    has_no_lead = overview([found])[0].has_no_lead
    openings = [(key, title) for key, (role, _, title) in OPENINGS.items() if role in found.groups]
    if has_no_lead:
        openings.sort(key=lambda one: one[0] != LEAD)  # the first is the button that stands out
    context = {
        "header_title": f"{found.name}的账号",
        "unit": found,
        "rows": [(one, rules.may(actor, Act.VIEW, one.holder)) for one in people],
        "openings": openings,
        "has_no_lead": has_no_lead,
    }
    return render(request, "cms/people/unit.html", context)


@require_GET
@for_managers
def person(request: HttpRequest, actor: Holder, user_id: int) -> HttpResponse:
    """One account: what it is, what can be done with it, what was done."""
    one = account_for(actor, Act.VIEW, user_id)
    own_role = one.role_in(one.unit)
    context = {
        "header_title": one.name,
        "account": one,
        "is_last_lead": is_last_lead(one),
        "may_deputise": rules.may(actor, Act.DEPUTISE, one.holder)
        and one.unit.place is Standing.COUNTY
        and own_role in ("", EDITOR)
        and one.user.is_active,
        "changes": AccountChange.objects.filter(subject=one.user).order_by("-pk"),
    }
    return render(request, "cms/people/person.html", context)
