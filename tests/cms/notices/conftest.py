"""A real mail server, and the people of two counties and the department."""

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django_tasks_db.models import DBTaskResult

from tests.factories.pages import make_site, make_summary
from tests.factories.smtp_server import smtp_server

CITY_CENTRE, SANJIANG = "450202", "450226"


@pytest.fixture
def box(settings):
    """The mail server that the site sends to."""
    with smtp_server() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.host, server.port
        settings.EMAIL_TIMEOUT = 10
        yield server


def staff_of(people) -> SimpleNamespace:
    """Two of each kind in one county, strangers, closed accounts, and people without an address."""
    staff = SimpleNamespace(
        editor=people.editor(CITY_CENTRE),
        colleague=people.editor(CITY_CENTRE, "colleague"),
        lead=people.lead(CITY_CENTRE),
        deputy=people.lead(CITY_CENTRE, "deputy"),
        moderator=people.moderator(),
        second=people.moderator("zulianbu2"),
        strange_editor=people.editor(SANJIANG),
        strange_lead=people.lead(SANJIANG),
        admin=people.admin(),
    )
    closed = [people.lead(CITY_CENTRE, "closed-lead"), people.moderator("closed-moderator")]
    get_user_model().objects.filter(pk__in=[user.pk for user in closed]).update(is_active=False)
    silent = [people.lead(CITY_CENTRE, "silent-lead"), people.moderator("silent-moderator")]
    get_user_model().objects.filter(pk__in=[user.pk for user in silent]).update(email="")
    return staff


@pytest.fixture
def staff(people):
    return staff_of(people)


@pytest.fixture
def summary(staff, city_centre):
    """A draft that could be submitted, with nothing waiting in the background."""
    page = make_summary(make_site(city_centre, title="文昌社区"), title="全年工作总结")
    DBTaskResult.objects.all().delete()
    return page
