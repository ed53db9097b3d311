"""Featured works through the admin's own views, as the county's editor fills them in."""

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from pages.models import Term
from tests.cms.machine.page_forms import new_page_data, page_data
from tests.factories.works import BY_SLUG, SLUGS, fill, make_work, make_work_site, new_work, rows
from tests.flow import fresh, step
from tests.pages.works.bad_input import NEGATIVE, OWN, REQUIRED

pytestmark = pytest.mark.django_db
SUBMIT = {"action-submit": "1"}


@pytest.fixture
def editor(people):
    people.lead("450202")
    return people.editor("450202")


@pytest.fixture
def client(people, editor):
    return people.client(editor)


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def add_url(kind: str, parent) -> str:
    return reverse("wagtailadmin_pages:add", args=["pages", BY_SLUG[kind]._meta.model_name, parent.pk])


def creation_data(page, parent, user) -> dict:
    """What the empty form sends when all of *page*, which is not stored, was typed into it."""
    data = page_data(page, user, parent)
    data |= {name: 0 for name in data if name.endswith("-INITIAL_FORMS")}
    return data | {name: "" for name in data if name.endswith("-id") and name.count("-") == 2}


def latest(page):
    return fresh(page).get_latest_revision_as_object()


def messages_of(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


@pytest.mark.parametrize("kind", SLUGS)
def test_each_work_is_created_and_submitted_with_all_its_rows(kind, city_centre, editor, client):
    site = make_work_site(kind, city_centre)
    typed = new_work(kind, site)
    if kind == "lectures":
        typed.topics = Term.objects.filter(vocabulary="lecture_topic")[:2]
    response = client.post(add_url(kind, site), creation_data(typed, site, editor) | SUBMIT, follow=True)
    assert response.status_code == 200
    made = latest(BY_SLUG[kind].objects.get(title=typed.title))
    assert step(made) == "县区审定"
    assert made.own_figures() == typed.own_figures()
    assert made.photos.count() == 1
    assert made.submission_problems() == []
    if kind == "lectures":
        assert made.topics.count() == 2


FIRST_OF_KIND = {bad.kind: bad for bad in [*NEGATIVE, *REQUIRED[8:], *OWN]}


@pytest.mark.parametrize("kind", SLUGS)
def test_refused_creation_keeps_the_draft_and_says_why(kind, city_centre, editor, client):
    site, bad = make_work_site(kind, city_centre), FIRST_OF_KIND[kind]
    typed = new_work(kind, site, **bad.facts)
    response = client.post(add_url(kind, site), creation_data(typed, site, editor) | SUBMIT, follow=True)
    assert "已存为草稿，但还不能提交审核" in messages_of(response)
    for words in bad.messages:
        assert words in messages_of(response)
        assert words.partition("：")[2] in response.content.decode()
    kept = latest(BY_SLUG[kind].objects.get(title=typed.title))
    assert [str(one) for one in kept.submission_problems()] == bad.messages
    assert kept.own_figures() == typed.own_figures()
    assert not WorkflowState.objects.exists()


@pytest.mark.parametrize("kind", SLUGS)
def test_refused_change_keeps_the_draft_and_says_why(kind, city_centre, editor, client):
    page, bad = make_work(kind, make_work_site(kind, city_centre)), FIRST_OF_KIND[kind]
    edited = latest(page)
    fill(edited, bad.facts)
    kept = edited.save_revision(clean=False).as_object()
    data = page_data(kept, editor) | {"title": "改过的标题"}
    assert client.post(edit_url(page), data).status_code == 302
    response = client.post(edit_url(page), page_data(latest(page), editor) | SUBMIT, follow=True)
    for words in bad.messages:
        assert words in messages_of(response)
    assert latest(page).title == "改过的标题"
    assert step(page) == ""


@pytest.mark.parametrize("kind", SLUGS)
def test_a_page_with_a_title_only_can_be_saved(kind, city_centre, editor, client):
    site = make_work_site(kind, city_centre)
    data = new_page_data(BY_SLUG[kind], site, editor) | {"title": "只有标题"}
    client.post(add_url(kind, site), data)
    kept = BY_SLUG[kind].objects.get(title="只有标题")
    assert kept.year is None
    assert client.get(edit_url(kept)).status_code == 200


def form_of(page, data: dict, user):
    form_class = page.get_edit_handler().get_form_class()
    return form_class(data, instance=latest(page), for_user=user, parent_page=page.get_parent())


@pytest.mark.parametrize(
    ("kind", "relation", "changes", "name", "message"),
    [
        ("committee", "terms", {"name": "外人"}, "name", "“外人”不在示范点登记的副主席、执委中"),
        ("council", "records", {"method": ""}, "method", "归档的记录要写全，请填写。"),
        ("lights", "lights", {"light": "emblem"}, "light", "“亮妇联标识”填了两次，请删去一行。"),
        ("green", "actions", {"households": -5}, "households", "不能是负数（现在是 -5）。"),
        ("housekeeping", "classes", {"employed": 99}, "employed", "就业 99 人，多于培训的 25 人，请核对。"),
        ("resettlement", "groups", {"leaders": None}, "leaders", "还没有填写。"),
        ("volunteering", "teams", {"volunteers": 99999}, "volunteers", "99,999 大得不合常理"),
    ],
)
def test_what_is_wrong_with_a_row_stands_at_its_field(
    city_centre, editor, kind, relation, changes, name, message
):
    good = rows(kind, relation)
    bad = (rows(kind, relation, at=1) if kind == "lights" else rows(kind, relation))[
        -1 if kind != "lights" else 1
    ]
    page = make_work(kind, make_work_site(kind, city_centre), **{relation: [good[0], bad | changes]})
    form = form_of(page, page_data(latest(page), editor), editor)
    assert not form.is_valid()
    first, second = form.formsets[relation].forms[:2]
    assert first.errors == {}
    assert list(second.errors) == [name]
    assert message in second.errors[name][0]


def test_what_is_wrong_with_the_page_stands_at_its_field(city_centre, editor):
    page = make_work("green", make_work_site("green", city_centre), strand="", team_size=-3)
    form = form_of(page, page_data(latest(page), editor), editor)
    assert not form.is_valid()
    assert form.errors["strand"] == ["还没有填写。"]
    assert form.errors["team_size"] == ["不能是负数（现在是 -3）。"]


def test_checklist_of_the_form_names_problems_and_warnings(city_centre, client, editor):
    site = make_work_site("housekeeping", city_centre)
    two = [*rows("housekeeping", "classes", course=""), *rows("housekeeping", "classes", employed=None)]
    page = make_work("housekeeping", site, classes=two)
    answer = client.post(reverse("cms_checks", args=[page.pk]), page_data(latest(page), editor))
    said = answer.json()["html"]
    assert "培训班第 1 行，课程" in said
    assert 'data-target="id_classes-0-course"' in said
    assert "还没有填培训后就业人数。" in said


@pytest.mark.parametrize("kind", ["community", "village", "other"])
def test_the_seventh_work_is_for_resettlement_sites_only(city_centre, editor, client, kind):
    elsewhere = make_work_site("committee", city_centre, kind=kind)
    site = make_work_site("resettlement", city_centre)
    url = add_url("resettlement", elsewhere)
    assert client.get(url).status_code == 302
    client.post(url, creation_data(new_work("resettlement", site), elsewhere, editor) | SUBMIT)
    assert not BY_SLUG["resettlement"].objects.exists()
    offered = reverse("wagtailadmin_pages:add_subpage", args=[elsewhere.pk])
    assert url not in client.get(offered).content.decode()
    assert client.get(add_url("resettlement", site)).status_code == 200


def test_it_is_not_moved_to_another_kind_of_site(city_centre, people):
    page = make_work("resettlement", make_work_site("resettlement", city_centre))
    elsewhere, other = make_work_site("committee", city_centre), make_work_site("resettlement", city_centre)
    tester = fresh(page).permissions_for_user(people.editor("450202"))
    assert not tester.can_move_to(elsewhere)
    assert tester.can_move_to(other)
    assert not tester.can_copy_to(elsewhere)


def test_kind_of_a_site_stays_while_it_has_the_seventh_work(city_centre, editor, client):
    site = make_work_site("resettlement", city_centre)
    page = make_work("resettlement", site)
    other_kind = page_data(latest(site), editor) | {"kind": "community"} | SUBMIT
    response = client.post(edit_url(site), other_kind, follow=True)
    words = f"类型：下面有只属于原来类型的页面《{page.title}》，类型不能改。"
    assert words in messages_of(response)
    assert step(site) == ""
    fresh(page).delete()
    client.post(edit_url(site), page_data(latest(site), editor) | {"kind": "community"} | SUBMIT)
    assert step(site) == "县区审定"


@pytest.mark.parametrize("kind", SLUGS)
def test_another_countys_editor_cannot_create_edit_or_see(kind, city_centre, sanjiang, people):
    site = make_work_site(kind, city_centre)
    page = make_work(kind, site, introduction="别县看不到的介绍")
    stranger = people.editor("450226")
    client = people.client(stranger)
    typed = creation_data(new_work(kind, site), site, stranger)
    count, before = BY_SLUG[kind].objects.count(), fresh(page).latest_revision_id
    answers = [
        client.get(add_url(kind, site)),
        client.post(add_url(kind, site), typed),
        client.get(edit_url(page)),
        client.post(edit_url(page), page_data(latest(page), stranger) | {"title": "偷改"}),
        client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])),
        client.get(reverse("wagtailadmin_pages:history", args=[page.pk])),
    ]
    for answer in answers:
        assert answer.status_code in (302, 403, 404)
        assert "别县看不到的介绍" not in answer.content.decode()
    assert BY_SLUG[kind].objects.count() == count
    assert fresh(page).latest_revision_id == before
