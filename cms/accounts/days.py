"""The day in Liuzhou, by which deputies begin and end."""

from datetime import date, timedelta

from django.utils import timezone

from reports.status import LIUZHOU

LONGEST_DEPUTY = timedelta(days=366)


def today() -> date:
    """Today's date in Liuzhou, whatever zone is active."""
    return timezone.localdate(timezone=LIUZHOU)
