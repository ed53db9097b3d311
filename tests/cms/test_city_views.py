"""Featured stories and lists of choices: kept by the organisation department, closed to counties."""

from datetime import date

import pytest
from django.urls import reverse

from pages.models import FeaturedStory, Term, Vocabulary
from tests.factories.events import make_lecture, make_story, term
from tests.factories.pages import make_site
from tests.flow import publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def city(people):
    return people.client(people.moderator())


def errors(response) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)


def test_a_story_is_featured(city, people):
    story = publish(make_story(title="一盏路灯"), people)
    data = {"story": story.pk, "starts_on": "2020-05-01", "ends_on": "2020-05-31", "sort_order": 3}
    response = city.post(reverse("featured_stories:add"), data, follow=True)
    assert "一盏路灯" in response.content.decode()
    one = FeaturedStory.objects.get()
    assert (one.story, one.starts_on, one.sort_order) == (story, date(2020, 5, 1), 3)
    city.post(reverse("featured_stories:edit", args=[one.pk]), data | {"sort_order": 1})
    assert FeaturedStory.objects.get().sort_order == 1
    city.post(reverse("featured_stories:delete", args=[one.pk]))
    assert not FeaturedStory.objects.exists()


def test_what_cannot_be_featured(city, people):
    draft, story = make_story(title="草稿故事"), publish(make_story(), people)
    add = reverse("featured_stories:add")
    form = city.get(add).context["form"]
    assert list(form.fields["story"].queryset) == [story]
    data = {"story": draft.pk, "starts_on": "2020-05-01", "sort_order": 1}
    assert errors(city.post(add, data)) == {"story": ["请选择有效的选项，所选内容不在可选范围内。"]}
    data |= {"story": story.pk, "ends_on": "2020-04-30"}
    assert errors(city.post(add, data)) == {"ends_on": ["结束日期不能早于开始日期。"]}
    FeaturedStory.objects.create(story=story, starts_on=date(2020, 5, 20))
    data |= {"ends_on": "2020-05-20"}
    assert errors(city.post(add, data)) == {"story": ["这个故事在这段时间里已经推荐了。"]}
    data |= {"ends_on": "2020-05-19"}
    assert city.post(add, data).status_code == 302


def test_a_choice_is_added_hidden_and_moved_but_never_renamed(city, people, city_centre):
    add = reverse("terms:add")
    data = {"vocabulary": "lecture_form", "name": "情景剧", "sort_order": 8, "active": "on"}
    city.post(add, data)
    made = Term.objects.get(name="情景剧")
    site = make_site(city_centre)
    editor = people.client(people.editor(city_centre.code))
    form_url = reverse("cms_quick", args=[site.pk, "lecture"])
    assert "情景剧" in editor.get(form_url).content.decode()
    edit = reverse("terms:edit", args=[made.pk])
    city.post(edit, {"vocabulary": "language", "name": "改名", "sort_order": 1})
    made.refresh_from_db()
    assert (made.vocabulary, made.name, made.sort_order, made.active) == (
        Vocabulary.LECTURE_FORM,
        "情景剧",
        1,
        False,
    )
    assert "情景剧" not in editor.get(form_url).content.decode()
    assert errors(city.post(add, data))


def test_choices_are_filtered_by_yes_and_no(city):
    hidden = Term.objects.filter(vocabulary=Vocabulary.LANGUAGE).first()
    Term.objects.filter(pk=hidden.pk).update(active=False)
    response = city.get(reverse("terms:index"), {"active": "0", "vocabulary": "language"})
    assert list(response.context["object_list"]) == [hidden]
    assert '<b class="w-ml-1">否</b>' in response.content.decode()
    others = city.get(reverse("terms:index"), {"active": "1", "vocabulary": "language"})
    assert hidden not in others.context["object_list"]
    assert others.context["object_list"]


def test_a_choice_is_never_deleted(city, people, city_centre):
    made = term(Vocabulary.LECTURE_FORM)
    make_lecture(make_site(city_centre), form=made)
    for client in (city, people.client(people.admin())):
        response = client.post(reverse("terms:delete", args=[made.pk]))
        assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert Term.objects.filter(pk=made.pk).exists()


@pytest.mark.parametrize("role", ["editor", "lead"])
def test_counties_neither_see_nor_enter(people, role):
    client = people.client(getattr(people, role)("450202"))
    menu = client.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("featured_stories", "terms"):
        assert reverse(f"{name}:index") not in menu
        for view in ("index", "add"):
            response = client.get(reverse(f"{name}:{view}"))
            assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))


def test_the_menu_of_the_organisation_department(city):
    menu = city.get(reverse("wagtailadmin_home")).content.decode()
    for name in ("featured_stories", "terms"):
        assert reverse(f"{name}:index") in menu
