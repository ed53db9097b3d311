"""How many events took place in a year, and how many women had something of them: the one definition of both."""

from collections import Counter, defaultdict

from django.db.models import Sum

from . import queries
from .figures import FigureSpec, ShownFigure, shown

EVENTS = ("lectures", "volunteer_activities")
BENEFIT = ("lecture_audience", "people_served", "trainees")  # 受益妇女人次: audience, people served, trainees
SPECS = (FigureSpec("events", "场活动", ""), FigureSpec("benefit", "受益妇女人次", ""))


def sums_by_year(**where) -> dict[int, Counter[str]]:
    """Events and women who benefited, of published pages by year, newest first, in one query.

    *where* are lookups on the listing, such as ``page__path__startswith``.
    """
    rows = queries.figure_sums(**where).filter(name__in=[*EVENTS, *BENEFIT], listing__year__isnull=False)
    rows = rows.values_list("listing__year", "name").annotate(Sum("value")).order_by("-listing__year")
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for year, name, value in rows:
        found[year]["events" if name in EVENTS else "benefit"] += value
    return dict(found)


def latest_figures(**where) -> tuple[int | None, list[ShownFigure]]:
    """The newest year that has anything, and its figures."""
    for year, sums in sums_by_year(**where).items():
        return year, shown(SPECS, sums)
    return None, []
