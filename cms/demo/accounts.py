"""Demonstration accounts (PRODUCT 9): one editor and one lead per county, two moderators, one administrator."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

from cms.county import County
from cms.roles import ORGANISATION
from cms.settings.env import read

MODERATORS = {"zulianbu": "市妇联组联部（甲）", "zulianbu2": "市妇联组联部（乙）"}


class Accounts:
    """Finds or makes the demonstration's users; with *usable* false none of them can ever log in."""

    def __init__(self, usable: bool) -> None:
        self.password = read("DEMO_PASSWORD") if usable and settings.DEBUG else None
        # Once: all have the same, and hashing is slow on purpose.
        self._encoded = make_password(self.password)
        self._made: list[int] = []

    def editor(self, county: County):
        """The editor of *county*."""
        return self._user(f"editor-{county.code}", f"{county.name}妇联编辑", [county.editors])

    def lead(self, county: County):
        """The lead reviewer of *county*."""
        return self._user(f"lead-{county.code}", f"{county.name}妇联主要领导", [county.leads])

    def moderator(self, name: str = "zulianbu"):
        """One of the two moderators."""
        return self._user(name, MODERATORS[name], [Group.objects.get(name=ORGANISATION)])

    def admin(self):
        """The administrator."""
        return self._user("admin", "系统管理员", [], is_superuser=True, is_staff=True)

    def close_if_unusable(self) -> None:
        """Close all accounts that were made, unless they are meant for logging in."""
        if self.password is None:
            get_user_model().objects.filter(pk__in=self._made).update(is_active=False)

    def _user(self, name: str, full_name: str, groups: list[Group], **extra):
        user_model = get_user_model()
        user = user_model.objects.filter(username=name).first()
        if user is None:
            user = user_model(username=name, first_name=full_name, email=f"{name}@example.invalid", **extra)
            user.password = self._encoded
            user.save()
            user.groups.set(groups)
            self._made.append(user.pk)
        return user
