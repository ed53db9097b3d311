"""Who is logged in: Django's backend, with a deputy's right taken away before her request is answered.

Wagtail asks the groups in the database wherever it decides something, so a date beside them would have to be asked in
each of those places. Instead the membership itself goes with the first request after the last day. It costs no query of
its own while nothing is due. What is decided outside of a request asks ``cms.membership``.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Exists, OuterRef

from .deputies import end_overdue
from .models import Deputy


class StaffBackend(ModelBackend):
    def get_user(self, user_id: int) -> AbstractBaseUser | None:
        """The user of a session, ``None`` if the account is closed."""
        over = Deputy.objects.overdue().filter(user=OuterRef("pk"))
        user = get_user_model().objects.annotate(deputy_is_over=Exists(over)).filter(pk=user_id).first()
        if user is None or not self.user_can_authenticate(user):
            return None
        if user.deputy_is_over:
            end_overdue(user.pk)
        return user
