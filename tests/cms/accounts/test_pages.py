"""What the pages show, what they cost, and where else a missing lead is told."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.accounts.admin import menu_item
from cms.accounts.models import OfficeContact
from tests.cms.forms import summary_data
from tests.factories.pages import make_site, make_summary

from .desk import CODE, OTHER, at

pytestmark = pytest.mark.django_db


def test_all_counties_with_their_numbers(desk, people):
    closed = people.lead(OTHER)
    closed.is_active = False
    closed.save()
    people.lead(CODE)
    for n in range(3):
        people.editor(CODE, f"e-{n}")
    summaries = {one.unit.code: one for one in desk.get(reverse("cms_people")).context["summaries"]}
    assert len(summaries) == 10
    assert summaries[CODE].numbers == [("编辑", 3), ("审定", 1)]
    assert not summaries[CODE].has_no_lead
    assert summaries[OTHER].numbers == [("编辑", 0), ("审定", 0)]
    assert summaries[OTHER].has_no_lead


def test_a_countys_page_shows_its_own_people_only(desk, people):
    people.editor(CODE), people.lead(CODE), people.editor(OTHER)
    text = desk.get(at("unit", CODE)).content.decode()
    assert f"editor-{CODE}" in text
    assert f"lead-{CODE}@example.org" in text
    assert f"editor-{OTHER}" not in text


def test_whom_the_department_cannot_change_is_shown_without_a_way(desk, people):
    both = people.lead_and_moderator(CODE)
    text = desk.get(at("unit", CODE)).content.decode()
    assert "这个账号由系统管理员管理" in text
    assert at("account", both.pk) not in text


@pytest.mark.parametrize("which", ["all", "unit"])
def test_the_lists_cost_the_same_for_two_people_and_for_twenty(desk, people, which):
    address = reverse("cms_people") if which == "all" else at("unit", CODE)

    def cost() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert desk.get(address).status_code == 200
        return len(queries)

    people.editor(CODE), people.lead(CODE)
    cost()
    few = cost()
    for n in range(9):
        people.editor(CODE, f"e-{n}"), people.lead(CODE, f"l-{n}")
    assert cost() == few


def test_the_menu_has_it_for_the_department_only(people):
    request = RequestFactory().get("/")
    shown = {}
    for user in (people.editor(CODE), people.lead(CODE), people.moderator(), people.admin()):
        request.user = user
        shown[user.username] = menu_item().is_shown(request)
    assert shown == {f"editor-{CODE}": False, f"lead-{CODE}": False, "zulianbu": True, "admin": True}
    assert menu_item().label == "账号管理"
    assert menu_item().url == reverse("cms_people")


def test_the_home_tells_of_counties_without_lead(desk, people):
    people.lead(CODE)
    text = desk.get(reverse("wagtailadmin_home")).content.decode()
    assert at("unit", OTHER) in text
    assert at("unit", CODE) not in text


def test_an_editor_is_told_whom_to_call(people, city_centre):
    OfficeContact.objects.create(phone="0772-0000000", hours="工作日上班时间")
    page = make_summary(make_site(city_centre))
    client = people.client(people.editor(CODE))
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.post(url, summary_data(page, **{"action-submit": "1"}), follow=True)
    words = "本县区还没有可用的审定账号，请联系市妇联组联部（0772-0000000，工作日上班时间）"
    assert words in response.content.decode()


def test_the_department_keeps_its_own_telephone_number(desk, people):
    url = reverse("wagtailsettings:edit", args=["cms", "officecontact"])
    page = desk.get(url, follow=True)
    assert page.status_code == 200
    data = {"name": "市妇联组联部", "phone": "0772-1111111", "hours": ""}
    desk.post(page.redirect_chain[-1][0], data)
    assert OfficeContact.words() == "市妇联组联部（0772-1111111）"
    lead = people.client(people.lead(CODE))
    assert lead.get(url).url == reverse("wagtailadmin_home")


def test_wagtails_own_pages_of_users_stay_the_administrators(desk, people):
    group = Group.objects.get(name="市妇联组联部").pk
    user = people.editor(CODE).pk
    for name, args in [("wagtailusers_users:edit", [user]), ("wagtailusers_users:add", []),
                       ("wagtailusers_groups:edit", [group])]:  # fmt: skip
        assert desk.get(reverse(name, args=args)).url == reverse("wagtailadmin_home")
