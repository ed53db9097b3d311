"""The mail that a file is ready: it leads to the page and never to the file itself."""

from django.template.defaultfilters import filesizeformat
from django.utils import timezone

from media.background import background_task
from pages.mail.message import absolute

from ..guidance.steps import name_of
from ..hooks import Person
from ..models import Export
from ..reminders import mails
from ..status import LIUZHOU
from .progress import may_have


@background_task
def tell(export_id: int) -> int:
    """Write to the user of a ready export, if there still is something to fetch; return how many were sent."""
    export, now = Export.objects.select_related("user").filter(pk=export_id).first(), timezone.now()
    if export is None or export.state != "ready" or export.is_expired(now) or not may_have(export):
        return 0
    user = export.user
    context = {
        "file_name": export.file_name,
        "size": filesizeformat(export.size),
        "until": export.expires_at.astimezone(LIUZHOU),
        "papers": absolute("reports_papers") + "#papers-mine",
    }
    person = Person(user.pk, name_of(user), user.email)
    mails.make("export", person, f"{export.file_name} 已经做好", context, now).send()
    return 1
