"""Telling the department that readers have reported mistakes: one mail for all that came within an hour."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.db.models.signals import post_save
from django.utils import timezone

from media.background import background_task
from pages.mail.message import Mail, absolute, make
from pages.models import Correction
from pages.throttle import allow
from reports.hooks import Person

from .. import roles
from ..membership import display_name

GATHERED = timedelta(hours=1)


@background_task
def tell_department() -> int:
    """Order a mail for everybody of the department, if anything waits; return how many."""
    if not _waiting():
        return 0
    users = get_user_model().objects.filter(groups__name=roles.ORGANISATION, is_active=True)
    ids = users.exclude(email="").values_list("pk", flat=True)
    for pk in ids:
        tell_one.enqueue(pk)
    return len(ids)


@background_task
def tell_one(user_id: int) -> int:
    """Send the mail to one person, if anything still waits; return how many were sent."""
    user = get_user_model().objects.filter(pk=user_id, is_active=True).exclude(email="").first()
    number = _waiting()
    if user is None or not number:
        return 0
    _mail(user, number).send()
    return 1


def connect() -> None:
    """Listen to new reports; called once when the application starts."""
    post_save.connect(_reported, sender=Correction, dispatch_uid="cms.corrections.mail")


def _reported(sender, instance: Correction, created: bool, **kwargs) -> None:
    # A mail is on its way for an hour, and tells of all that come until it goes.
    if created and allow("corrections.mail", 1, int(GATHERED.total_seconds())):
        tell_department.using(run_after=timezone.now() + GATHERED).enqueue()


def _waiting() -> int:
    return Correction.objects.filter(state=Correction.State.OPEN).count()


def _mail(user, number: int) -> Mail:
    context = {
        "person": Person(user.pk, display_name(user), user.email),
        "as_of": timezone.localtime(),
        "number": number,
        "home": absolute("corrections_modeladmin_index") + f"?state={Correction.State.OPEN}",
        "home_label": "打开读者纠错",
    }
    return make("cms/mail/corrections", user.email, f"读者纠错 {number} 条未处理", context)
