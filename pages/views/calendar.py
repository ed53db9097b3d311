from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition

from .. import queries
from ..events import ical
from ..events.calendar import Month, month_context

FIFTEEN_MINUTES = 15 * 60


def month_view(request: HttpRequest, year: int | None = None, month: int | None = None) -> HttpResponse:
    """One month of lectures and activities, the present one unless the address names another."""
    if year is None or month is None:
        shown = Month.of(timezone.localdate())
    else:
        shown = Month(year, month)
        if not 1 <= month <= 12 or not shown.offered:
            raise Http404
    return render(request, "pages/calendar.html", month_context(shown, request))


def _ical_version(request: HttpRequest, code: str = "") -> str | None:
    """What changes whenever the calendar may have: subscribers ask for it several times a day."""
    county = queries.counties().filter(code=code).first() if code else None
    return f'"{ical.version(county)}"' if county or not code else None


@cache_control(public=True, max_age=FIFTEEN_MINUTES)
@condition(etag_func=_ical_version)
def ical_view(request: HttpRequest, code: str = "") -> HttpResponse:
    """Lectures and activities of one county, or of all, for calendars that subscribe."""
    county = get_object_or_404(queries.counties(), code=code) if code else None
    return HttpResponse(ical.calendar_bytes(county), content_type="text/calendar; charset=utf-8")
