"""Who sees, records, corrects, answers, closes and reopens what: exact sets, through the real views."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from reports.guidance import steps
from reports.models import GuidanceAnswer, GuidanceStep, GuidanceVisit
from tests.factories.guidance import WORDS, make_answer, make_visit

pytestmark = pytest.mark.django_db
REFUSED = "您没有访问此区域的权限。"
DEPARTMENT = {"moderator", "admin"}
COUNTY = {"editor", "lead"}


def url(name: str, visit) -> str:
    return reverse(f"reports_guidance_{name}", args=[visit.pk])


def who(everybody, ask) -> set[str]:
    """The roles whose request is not refused in Wagtail's usual way."""
    found = set()
    for name, client in everybody.items():
        response = ask(client)
        if response.status_code == 302 and response.url == reverse("wagtailadmin_home"):
            page = client.get(response.url).content.decode()
            assert REFUSED in page
            assert "文昌社区调研" not in page
        else:
            assert response.status_code in (200, 302)
            found.add(name)
    return found


def test_who_sees_a_visit_and_a_draft(everybody, place, department):
    sent, draft = make_visit(place, department), make_visit(place, department, sent=False)
    assert who(everybody, lambda client: client.get(url("visit", sent))) == COUNTY | DEPARTMENT
    assert who(everybody, lambda client: client.get(url("visit", draft))) == DEPARTMENT
    assert who(everybody, lambda client: client.get(reverse("reports_guidance"))) == set(everybody)


def test_the_list_is_each_users_own(everybody, place, far_place, department):
    own, far = make_visit(place, department), make_visit(far_place, department)
    drafts = [make_visit(place, department, sent=False), make_visit(far_place, department, sent=False)]
    seen = {
        name: set(client.get(reverse("reports_guidance")).context["page"])
        for name, client in everybody.items()
    }
    assert seen == {
        "editor": {own},
        "lead": {own},
        "other_editor": {far},
        "other_lead": {far},
        "moderator": {own, far, *drafts},
        "admin": {own, far, *drafts},
    }


def test_who_edits_closes_and_reopens(everybody, place, department):
    open_visit, draft = make_visit(place, department), make_visit(place, department, sent=False)
    closed = make_visit(place, department)
    steps.close(closed, department)
    assert who(everybody, lambda client: client.get(reverse("reports_guidance_new"))) == DEPARTMENT
    assert who(everybody, lambda client: client.get(url("edit", draft))) == DEPARTMENT
    assert who(everybody, lambda client: client.get(url("edit", open_visit))) == DEPARTMENT
    assert who(everybody, lambda client: client.post(url("edit", draft), {})) == DEPARTMENT
    assert who(everybody, lambda client: client.post(reverse("reports_guidance_new"), {})) == DEPARTMENT
    assert who(everybody, lambda client: client.post(url("close", open_visit), {"answers": 0})) == DEPARTMENT
    assert who(everybody, lambda client: client.post(url("reopen", closed))) == DEPARTMENT


def test_who_answers(everybody, place, department):
    visit, draft = make_visit(place, department), make_visit(place, department, sent=False)
    assert who(everybody, lambda client: client.post(url("visit", visit), {"text": "已整改"})) == COUNTY
    assert {answer.author.username for answer in GuidanceAnswer.objects.all()} == {
        "editor-450202",
        "lead-450202",
    }
    assert who(everybody, lambda client: client.post(url("visit", draft), {"text": "已整改"})) == set()


def test_a_number_that_is_nobodys_is_refused_like_another_countys(everybody):
    address = reverse("reports_guidance_visit", args=[987654])
    for name, client in everybody.items():
        response = client.get(address)
        expected = (404, None) if name in DEPARTMENT else (302, reverse("wagtailadmin_home"))
        assert (response.status_code, getattr(response, "url", None)) == expected, name


def test_what_each_role_is_offered(everybody, place, department):
    visit = make_visit(place, department)
    words = ["更正</a>", ">办结</button>", "回复</button>"]
    offered = {
        name: [word for word in words if word in everybody[name].get(url("visit", visit)).content.decode()]
        for name in COUNTY | DEPARTMENT
    }
    assert offered == {
        "editor": ["回复</button>"],
        "lead": ["回复</button>"],
        "moderator": words[:2],
        "admin": words[:2],
    }


def test_one_person_in_both_groups_answers_and_closes(people, place, department):
    visit = make_visit(place, department)
    client = people.client(people.lead_and_moderator("450202"))
    client.post(url("visit", visit), {"text": "已整改"})
    client.post(url("close", visit), {"answers": 1})
    visit.refresh_from_db()
    assert (visit.state.label, visit.answers.count()) == ("已办结", 1)


def test_a_user_of_neither_kind_gets_nothing_and_no_menu_entry(people, place, department):
    visit = make_visit(place, department)
    clerk = people._user("clerk", [Group.objects.create(name="办公室")])
    client = people.client(clerk)
    assert client.get(url("visit", visit)).status_code == 302
    assert client.get(reverse("reports_guidance")).status_code == 302
    for user, shown in ((people.editor("450226"), True), (people.moderator(), True), (people.admin(), True)):
        assert ("/admin/guidance/" in people.client(user).get("/admin/").content.decode()) is shown


def test_the_county_reads_who_of_the_department_by_its_name_only(everybody, place, department):
    department.first_name = "某部长"
    department.save()
    visit = make_visit(place, department)
    assert "某部长" not in everybody["editor"].get(url("visit", visit)).content.decode()
    assert "某部长" in everybody["moderator"].get(url("visit", visit)).content.decode()


def test_an_administrators_look_takes_nothing_off_the_departments_list(everybody, place, department, people):
    visit = make_visit(place, department)
    make_answer(visit, people.editor("450202"))
    unread = {}
    for name in ("editor", "admin", "moderator"):
        everybody[name].get(url("visit", visit))
        unread[name] = GuidanceVisit.objects.get(pk=visit.pk).has_unread_answer
    assert unread == {"editor": True, "admin": True, "moderator": False}


def test_the_whole_course(everybody, place):
    """Recorded, sent, answered, corrected, asked again, answered, closed; each step is in the record."""
    data = WORDS | {"site": place.pk, "visited_on": timezone.localdate().isoformat(), "action": "save"}
    everybody["moderator"].post(reverse("reports_guidance_new"), data)
    visit = GuidanceVisit.objects.get()
    assert visit.recorded_by.username == "zulianbu"
    everybody["moderator"].post(url("edit", visit), data | {"action": "send", "version": 1})
    everybody["editor"].post(url("visit", visit), {"text": "第一次回复"})
    correction = {"findings": "新的情况", "advice": WORDS["advice"], "version": 2, "ask_again": "on"}
    everybody["moderator"].post(url("edit", visit), correction)
    page = everybody["lead"].get(url("visit", visit)).content.decode()
    assert "新的情况" in page
    assert "最近更正" in page
    assert WORDS["findings"] in page  # as it was before
    everybody["lead"].post(url("visit", visit), {"text": "第二次回复"})
    everybody["moderator"].post(url("close", visit), {"answers": 2})
    visit.refresh_from_db()
    assert visit.state.label == "已办结"
    assert [answer.text for answer in visit.answers.all()] == ["第一次回复", "第二次回复"]
    kinds = [kind.label for kind in map(GuidanceStep.Kind, visit.steps.values_list("kind", flat=True))]
    assert kinds == ["发给县区", "更正", "请县区再次回复", "办结"]
