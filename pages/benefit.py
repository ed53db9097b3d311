"""How many events took place in a year, and how many women had something of them: the one definition of both."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Sum

from . import queries
from .figures import FigureSpec, ShownFigure, shown

EVENTS = ("lectures", "volunteer_activities")
BENEFIT = ("lecture_audience", "people_served", "trainees")  # 受益妇女人次: audience, people served, trainees
SPECS = (FigureSpec("events", "场活动", ""), FigureSpec("benefit", "受益妇女人次", ""))


def sums_by_year(names: Iterable[str] = (), **where) -> dict[int, Counter[str]]:
    """Sums of published pages by year, newest first, in one query: ``events``, ``benefit`` and figures of *names*.

    *where* are lookups on the listing, such as ``page__path__startswith``.
    """
    asked = {*EVENTS, *BENEFIT, *names}
    rows = queries.figure_sums(**where).filter(name__in=asked, listing__year__isnull=False)
    rows = rows.values_list("listing__year", "name").annotate(Sum("value")).order_by("-listing__year")
    found: dict[int, Counter[str]] = defaultdict(Counter)
    for year, name, value in rows:
        found[year][name] += value
        if name in EVENTS:
            found[year]["events"] += value
        if name in BENEFIT:
            found[year]["benefit"] += value
    return dict(found)


def latest_figures(specs: Sequence[FigureSpec] = SPECS, **where) -> tuple[int | None, list[ShownFigure]]:
    """The newest year that has anything, and its figures of *specs*; ``None`` and none before there is any."""
    for year, sums in sums_by_year([spec.name for spec in specs], **where).items():
        return year, shown(specs, sums)
    return None, []
