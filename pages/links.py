"""External links, as they are asked for anew: which are due, and doing it."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from .link_check import check
from .models import ExternalLink
from .models.links import BETWEEN_FAILURES

EVERY = timedelta(days=7)
LONGEST = ExternalLink._meta.get_field("url").max_length


def due(now: datetime) -> QuerySet[ExternalLink]:
    """Return the links to ask for: new ones, those not asked for in a week, and failures after a day."""
    return ExternalLink.objects.filter(
        Q(checked_at=None)
        | Q(checked_at__lte=now - EVERY)
        | Q(failures__gt=0, checked_at__lte=now - BETWEEN_FAILURES)
    )


def remember(urls: list[str]) -> None:
    """Make rows for those of *urls* that are addresses of the web and not known yet."""
    wanted = {url for url in urls if url.lower().startswith(("http://", "https://")) and len(url) <= LONGEST}
    known = set(ExternalLink.objects.filter(url__in=wanted).values_list("url", flat=True))
    ExternalLink.objects.bulk_create(
        (ExternalLink(url=url) for url in sorted(wanted - known)), ignore_conflicts=True
    )


def check_due(urls: list[str]) -> int:
    """Check those of *urls* that are due, one after the other; return how many were asked for."""
    links = list(due(timezone.now()).filter(url__in=urls))
    for link in links:
        link.note(check(link.url), timezone.now())
    return len(links)
