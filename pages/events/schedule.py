"""Lectures and volunteer activities in order of time, for the calendar and for what subscribes to it."""

from datetime import date, datetime, time

from django.db.models import Max, Q
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from .. import models, queries

KINDS = ("lecture", "volunteer-activity")
FIELDS = (
    "path", "depth", "title", "url_path", "live", "translation_key", "first_published_at", "last_published_at",
    "starts_at", "ends_at", "place_name", "place__name",
)  # fmt: skip


def midnight(day: date) -> datetime:
    """Return the beginning of *day* in Liuzhou."""
    return timezone.make_aware(datetime.combine(day, time.min))


def events_between(start: date, end: date | None = None, below: str = "") -> list:
    """Published lectures and activities that take place from *start* until before *end*, in order of time.

    One query a kind. Of them only what ``FIELDS`` names is fetched. *below* is the path of a county.
    """
    ends_inside = Q(starts_at__gte=midnight(start)) | Q(ends_at__gt=midnight(start))
    found = []
    for model in (models.LecturePage, models.VolunteerActivityPage):
        events = model.objects.live().filter(ends_inside, path__startswith=below)
        if end:
            events = events.filter(starts_at__lt=midnight(end))
        found += events.select_related("place").only(*FIELDS)
    return sorted(found, key=lambda event: (event.starts_at, event.pk))


def months_with_events(start: date, end: date) -> dict[str, date]:
    """Days of the last event before *start* and the next one from *end* on, as ``before`` and ``after``."""
    listed = queries.listings(pictures=False).filter(kind__in=KINDS).order_by()
    before = listed.filter(date__lt=start).order_by("-date").values_list("date", flat=True).first()
    after = listed.filter(date__gte=end).order_by("date").values_list("date", flat=True).first()
    return {name: day for name, day in [("before", before), ("after", after)] if day}


def next_or_latest(day: date, number: int) -> list:
    """Listings of the next *number* events from *day* on, or of the latest ones if none is coming, in one query."""
    listed = queries.listings(pictures=False).filter(kind__in=KINDS).order_by()
    coming = listed.filter(date__gte=day).order_by("date", "page").values("pk")[:number]
    latest = listed.filter(date__lt=day).order_by("-date", "-page").values("pk")[:number]
    found = list(listed.filter(Q(pk__in=coming) | Q(pk__in=latest)))
    ahead = sorted((one for one in found if one.date >= day), key=lambda one: (one.date, one.page_id))
    return ahead or sorted(found, key=lambda one: (one.date, one.page_id), reverse=True)


def withdrawn_since(moment: datetime, below: str = "") -> list[tuple[Page, datetime, dict]]:
    """Events withdrawn since *moment* and not published again: page, time of withdrawal, and what was last approved.

    The page's own row holds drafts by now, so its facts are those of the revision that was published last.
    """
    pages = Page.objects.type(models.LecturePage, models.VolunteerActivityPage)
    pages = pages.filter(live=False, path__startswith=below, first_published_at__isnull=False)
    entries = PageLogEntry.objects.filter(page__in=pages)
    gone = dict(
        entries.filter(action="wagtail.unpublish", timestamp__gte=moment)
        .values_list("page")
        .annotate(Max("timestamp"))
        .order_by()
    )
    published = PageLogEntry.objects.filter(page__in=list(gone), action__startswith="wagtail.publish")
    published = (
        published.filter(revision__isnull=False).select_related("page", "revision").order_by("timestamp")
    )
    last = {entry.page_id: entry for entry in published}
    return [(entry.page, gone[pk], entry.revision.content) for pk, entry in sorted(last.items())]
