"""How long the contact of a reader is kept."""

from datetime import datetime, timedelta

from ..models import Correction

KEPT = timedelta(days=180)


def forget_contacts(now: datetime) -> int:
    """Delete the contacts of reports that are older than ``KEPT``; the reports stay. Return how many there were."""
    return Correction.objects.filter(created_at__lt=now - KEPT).exclude(contact="").update(contact="")
