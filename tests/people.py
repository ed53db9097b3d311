"""Users of the suite, by role."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client

from cms.county import County
from cms.roles import ORGANISATION

PASSWORD = "a long enough secret"


class People:
    """``people.editor("450202")``, ``people.lead(…)``, ``people.moderator()``, ``people.admin()``."""

    def _user(self, name: str, groups: list[Group] = (), **extra):
        user_model = get_user_model()
        user = user_model.objects.filter(username=name).first()
        if user is None:
            user = user_model.objects.create_user(name, f"{name}@example.org", PASSWORD, **extra)
            user.groups.set(groups)
        return user

    def editor(self, code: str, name: str = ""):
        return self._user(name or f"editor-{code}", [County.objects.get(code=code).editors])

    def lead(self, code: str, name: str = ""):
        return self._user(name or f"lead-{code}", [County.objects.get(code=code).leads])

    def moderator(self, name: str = "zulianbu"):
        return self._user(name, [Group.objects.get(name=ORGANISATION)])

    def admin(self):
        return self._user("admin", is_superuser=True, is_staff=True)

    def lead_and_moderator(self, code: str):
        """One person in both groups."""
        groups = [County.objects.get(code=code).leads, Group.objects.get(name=ORGANISATION)]
        return self._user(f"both-{code}", groups)

    def client(self, user) -> Client:
        """A browser in which *user* is logged in."""
        client = Client()
        client.force_login(user)
        return client
