"""Bad input is refused at its place, and nothing that was typed is lost."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from pages.models import HomePage, SitePage
from reports.guidance import steps
from reports.guidance.forms import MOST_CHARACTERS
from reports.models import GuidanceAnswer, GuidanceStep, GuidanceVisit
from tests.factories.guidance import WORDS, make_answer, make_visit

pytestmark = pytest.mark.django_db
TYPED = {"visitors": "组联部副部长", "findings": "写了很久的情况", "advice": "写了很久的建议"}


@pytest.fixture
def client(people, department):
    return people.client(department)


def day(offset: int) -> str:
    return (timezone.localdate() + timedelta(days=offset)).isoformat()


def record(client, place, action: str = "save", **changes):
    data = TYPED | {"site": place.pk, "visited_on": day(-2), "answer_due": "", "action": action} | changes
    return client.post(reverse("reports_guidance_new"), data)


def edit(client, visit, **data):
    data = {"version": visit.version} | data
    return client.post(reverse("reports_guidance_edit", args=[visit.pk]), data)


WRONG = [
    ("save", {"visited_on": day(1)}, "visited_on", "调研日期不能晚于今天。"),
    ("save", {"visited_on": "0202-05-01"}, "visited_on", "请核对调研日期的年份。"),
    ("save", {"visited_on": ""}, "visited_on", "请填写调研日期。"),
    ("save", {"answer_due": day(-3)}, "answer_due", "希望回复的日期不能早于调研日期。"),
    ("send", {"answer_due": day(-1)}, "answer_due", "这一天已经过去，请改为今天或以后的日期，或者不填。"),
    ("save", {"site": ""}, "site", "请选择示范点。"),
    ("save", {"site": "987654"}, "site", "没有这个示范点，请另选。"),
    ("save", {"site": "x"}, "site", "没有这个示范点，请另选。"),
    ("save", {"visitors": "部" * 121}, "visitors", "最多 120 字，现有 121 字，请精简。"),
    ("save", {"advice": "建" * 5001}, "advice", f"最多 {MOST_CHARACTERS} 字，现有 5001 字，请精简。"),
    ("send", {"findings": " "}, "findings", "发给县区以前请填写。"),
    ("send", {"advice": ""}, "advice", "发给县区以前请填写。"),
    ("send", {"visitors": ""}, "visitors", "发给县区以前请填写。"),
]


@pytest.mark.parametrize(("action", "changes", "field", "message"), WRONG)
def test_a_wrong_visit_is_refused_at_its_place_with_all_that_was_typed(
    client, place, action, changes, field, message
):
    response = record(client, place, action, **changes)
    assert response.status_code == 200
    assert response.context["form"].errors == {field: [message]}
    page = response.content.decode()
    assert message in page
    for name, text in (TYPED | changes).items():
        assert name in ("site", "visited_on") or str(text).strip() in page
    assert not GuidanceVisit.objects.exists()


def test_a_site_of_no_county_is_neither_offered_nor_taken(client, place):
    stray = SitePage(title="市里的点", live=False, township="x")
    HomePage.objects.get().add_child(instance=stray)
    response = record(client, stray)
    assert response.context["form"].errors == {"site": ["这个示范点不属于任何县区，请另选。"]}
    offered = [choice for choice in response.context["form"].fields["site"].choices if choice[0]]
    assert [(county, [label for _, label in sites]) for county, sites in offered] == [
        ("城中区", ["文昌社区"])
    ]


def test_a_draft_may_be_incomplete(client, place):
    record(client, place, visitors="", findings="", advice="")
    assert GuidanceVisit.objects.get().state.label == "草稿"


def test_a_form_sent_twice_is_one_visit_and_a_saved_draft_can_still_be_sent_from_the_form(client, place):
    for action in ("save", "save", "send", "send"):
        record(client, place, action)
    assert GuidanceVisit.objects.get().state.label == "待回复"
    assert GuidanceStep.objects.count() == 1


@pytest.mark.parametrize(("text", "message"), [("", "请写回复内容。"), ("   ", "请写回复内容。")])
def test_an_empty_answer_is_refused(people, place, department, text, message):
    visit = make_visit(place, department)
    lead = people.client(people.lead("450202"))
    response = lead.post(reverse("reports_guidance_visit", args=[visit.pk]), {"text": text})
    assert response.context["form"].errors == {"text": [message]}
    assert not GuidanceAnswer.objects.exists()


def test_a_long_answer_comes_back_whole(people, place, department):
    visit, text = make_visit(place, department), "整" * (MOST_CHARACTERS + 1)
    editor = people.client(people.editor("450202"))
    response = editor.post(reverse("reports_guidance_visit", args=[visit.pk]), {"text": text})
    assert text in response.content.decode()
    assert "maxlength" not in response.content.decode()


def test_an_answer_to_what_was_closed_meanwhile_is_refused_and_kept(people, place, department):
    visit = make_visit(place, department)
    steps.close(visit, department)
    editor = people.client(people.editor("450202"))
    response = editor.post(reverse("reports_guidance_visit", args=[visit.pk]), {"text": "写了很久的回复"})
    assert "已经办结这次指导" in response.content.decode()
    assert "写了很久的回复" in response.content.decode()
    assert not GuidanceAnswer.objects.exists()


def test_the_same_answer_twice_is_one(people, place, department):
    visit = make_visit(place, department)
    editor = people.client(people.editor("450202"))
    for text in ("已整改", "已整改", "又做了一些", "已整改"):
        editor.post(reverse("reports_guidance_visit", args=[visit.pk]), {"text": text})
    assert [answer.text for answer in visit.answers.all()] == ["已整改", "又做了一些", "已整改"]


def test_a_correction_changes_words_and_nothing_else(client, place, far_place, department):
    visit = make_visit(place, department)
    before = (visit.site_id, visit.visited_on, visit.visitors)
    edit(
        client, visit, findings="改过", advice="改过", site=far_place.pk, visited_on=day(-9), visitors="别人"
    )
    visit.refresh_from_db()
    assert (visit.site_id, visit.visited_on, visit.visitors) == before
    assert (visit.findings, visit.advice) == ("改过", "改过")
    assert visit.corrected_at
    step = visit.steps.last()
    assert (step.findings, step.advice) == (WORDS["findings"], WORDS["advice"])


def test_saving_without_a_change_is_no_correction(client, place, department):
    visit = make_visit(place, department)
    edit(client, visit, findings=WORDS["findings"], advice=WORDS["advice"])
    visit.refresh_from_db()
    assert visit.corrected_at is None
    assert visit.steps.count() == 1


def test_what_was_sent_cannot_be_emptied(client, place, department):
    response = edit(client, make_visit(place, department), findings="", advice="有")
    assert response.context["form"].errors == {"findings": ["县区要看到这一项，请填写。"]}


def test_an_answer_day_that_passed_does_not_hinder_a_correction(client, place, department):
    visit = make_visit(place, department, answer_due=timezone.localdate() - timedelta(days=1))
    edit(client, visit, findings="改过", advice="改过", answer_due=day(-1))
    visit.refresh_from_db()
    assert visit.findings == "改过"
    response = edit(client, visit, findings="改过", advice="改过", answer_due="2020-01-01")
    assert list(response.context["form"].errors) == ["answer_due"]


def test_whoever_asks_again_names_no_day_that_has_passed(client, place, department, people):
    visit = make_visit(place, department, answer_due=timezone.localdate() - timedelta(days=1))
    make_answer(visit, people.editor("450202"))
    words = {"findings": WORDS["findings"], "advice": WORDS["advice"], "ask_again": "on"}
    response = edit(client, visit, **words, answer_due=day(-1))
    assert list(response.context["form"].errors) == ["answer_due"]
    edit(client, visit, **words, answer_due=day(7))
    visit.refresh_from_db()
    assert (visit.state.label, visit.days_overdue) == ("待回复", 0)


def test_reopening_drops_a_day_that_has_passed(client, place, department):
    visit = make_visit(place, department, answer_due=timezone.localdate() - timedelta(days=1))
    steps.close(visit, department)
    client.post(reverse("reports_guidance_reopen", args=[visit.pk]))
    visit.refresh_from_db()
    assert (visit.state.label, visit.days_overdue, visit.answer_due) == ("待回复", 0, None)
    assert visit.steps.last().answer_due == timezone.localdate() - timedelta(days=1)


def test_what_a_colleague_saved_meanwhile_is_not_overwritten(client, place, department):
    visit = make_visit(place, department, sent=False)
    old = visit.version
    steps.send(visit, department)
    data = {"findings": "我写的情况", "advice": "我写的建议", "visitors": "我写的职务"}
    response = edit(client, visit, **data, version=old, action="send", site=place.pk, visited_on=day(-2))
    page = response.content.decode()
    assert "同事已经改过" in page
    for text in (*data.values(), *WORDS.values()):
        assert text in page
    visit.refresh_from_db()
    assert visit.findings == WORDS["findings"]
    again = response.context["visit"].version
    edit(client, visit, findings="我写的情况", advice="我写的建议", version=again)
    visit.refresh_from_db()
    assert visit.findings == "我写的情况"


def test_a_visit_is_not_closed_over_an_answer_that_nobody_read(client, place, department, people):
    visit = make_visit(place, department)
    make_answer(visit, people.editor("450202"))
    client.post(reverse("reports_guidance_close", args=[visit.pk]), {"answers": 0})
    visit.refresh_from_db()
    assert visit.closed_at is None


def test_a_draft_is_not_closed_and_an_open_visit_not_reopened(client, place, department):
    draft, visit = make_visit(place, department, sent=False), make_visit(place, department)
    client.post(reverse("reports_guidance_close", args=[draft.pk]), {"answers": 0})
    client.post(reverse("reports_guidance_reopen", args=[visit.pk]))
    assert not GuidanceStep.objects.exclude(kind=GuidanceStep.Kind.SENT).exists()
