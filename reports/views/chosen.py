"""Year and county that an address names, within what its user may see."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from pages.models import CountyPage

from ..models import ReportingYear
from .access import sees_all


def chosen_year(request: HttpRequest, years: list[ReportingYear]) -> ReportingYear | None:
    """Return the year in the query, else the newest that is open, else the newest; ``None`` if there are none."""
    wanted = request.GET.get("year", "")
    chosen = next((one for one in years if str(one.year) == wanted), None)
    return chosen or next((one for one in years if one.is_open), years[0] if years else None)


def counties_within(paths: tuple[str, ...]) -> list[CountyPage]:
    """Return the counties of *paths* by their codes. Raises ``PermissionDenied`` if there are none."""
    counties = CountyPage.objects.defer("introduction", "support").order_by("code")
    found = list(counties if sees_all(paths) else counties.filter(path__in=paths))
    if not found and not sees_all(paths):
        raise PermissionDenied
    return found


def chosen_county(code: str, paths: tuple[str, ...], counties: list[CountyPage]) -> CountyPage | None:
    """Return the one of *counties* with *code*; without a code the city, or a county's people their own.

    Raises ``LookupError`` for a code that is none of theirs.
    """
    if not code:
        return None if sees_all(paths) else counties[0]
    found = next((one for one in counties if one.code == code), None)
    if found is None:
        raise LookupError(code)
    return found
