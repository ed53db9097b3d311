"""A site's year on one screen, and last year's work as a draft."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from pages.models.works import MODELS
from tests.factories.pages import make_site, make_summary
from tests.factories.works import SLUGS, make_work, make_work_site
from tests.flow import decide, fresh, publish, submit

pytestmark = pytest.mark.django_db
BY_SLUG = {model.kind.slug: model for model in MODELS}


def board(people, site, user, year: str = "2020"):
    return people.client(user).get(reverse("cms_site_board", args=[site.pk]), {"year": year})


def stages(response) -> dict[str, str]:
    return {row.kind.slug: row.stage.value for row in response.context["rows"]}


def test_each_work_shows_how_far_it_is(city_centre, people):
    site = make_work_site("resettlement", city_centre)
    editor, lead = people.editor("450202"), people.lead("450202")
    publish(make_work("green", site), people)
    make_work("council", site)
    submit(make_work("lights", site), editor)
    at_city = make_work("lectures", site)
    submit(at_city, editor)
    decide(at_city, lead)
    returned = make_work("housekeeping", site)
    submit(returned, editor)
    decide(returned, lead, "reject", "请补照片")
    make_work("volunteering", site, 2019)
    assert stages(board(people, site, editor)) == {
        "committee": "未开始",
        "council": "草稿",
        "lights": "待县区审定",
        "lectures": "待市级审核",
        "green": "已发布",
        "housekeeping": "已退回",
        "resettlement": "未开始",
        "volunteering": "未开始",
    }


def test_only_resettlement_sites_are_offered_the_seventh(city_centre, people):
    response = board(people, make_site(city_centre, kind="village"), people.editor("450202"))
    assert set(stages(response)) == set(SLUGS) - {"resettlement"}


@pytest.mark.parametrize("role", ["editor", "lead"])
def test_another_countys_people_see_nothing(city_centre, people, role):
    site = make_site(city_centre, title="本县的示范点")
    stranger = getattr(people, role)("450226")
    response = board(people, site, stranger)
    assert response.status_code in (302, 403)
    assert "本县的示范点" not in response.content.decode()


def test_a_new_work_is_two_taps_from_the_editors_home(city_centre, people):
    site = make_site(city_centre)
    client = people.client(people.editor("450202"))
    url = reverse("cms_site_board", args=[site.pk])
    assert url in client.get("/admin/").content.decode()
    add = reverse("wagtailadmin_pages:add", args=["pages", "greenfamilypage", site.pk])
    assert add in client.get(url).content.decode()
    form = client.get(add)
    assert form.context["form"].instance.title == f"{site.title}妇联：绿色生活·最美家庭"


def test_events_are_begun_from_the_board(city_centre, people):
    """The city may write too, but the quick form is for the county's own people."""
    site = make_site(city_centre)
    longer = [
        reverse("wagtailadmin_pages:add", args=["pages", name, site.pk])
        for name in ("onsitemeetingpage", "storypage")
    ]
    quick = [reverse("cms_quick", args=[site.pk, kind]) for kind in ("lecture", "activity")]
    for user, offered in ((people.editor("450202"), quick + longer), (people.moderator(), longer)):
        page = board(people, site, user).content.decode()
        assert [url for url in quick + longer if f'href="{url}"' in page] == offered


def test_queries_of_the_board_do_not_grow(city_centre, people, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    site = make_work_site("resettlement", city_centre)
    client = people.client(people.editor("450202"))
    url = reverse("cms_site_board", args=[site.pk])

    def cost() -> int:
        client.get(url)
        with CaptureQueriesContext(connection) as found:
            client.get(url)
        return len(found)

    make_work("green", site)
    submit(make_work("lights", site), people.editor("450202"))
    few = cost()
    for kind in SLUGS:
        for year in (2018, 2019):
            submit(make_work(kind, site, year), people.editor("450202"))
    make_summary(site)
    assert cost() == few


def copy(people, user, page, year="2021"):
    return people.client(user).post(reverse("cms_copy_work", args=[page.pk]), {"year": year}, follow=True)


@pytest.mark.parametrize("kind", SLUGS)
def test_a_copy_has_what_stands_and_not_what_was_dated(city_centre, people, kind):
    site = make_work_site(kind, city_centre)
    page = publish(make_work(kind, site, title="2020 年的做法"), people)
    copy(people, people.editor("450202"), page)
    copied = type(page).objects.exclude(pk=page.pk).get()
    assert (copied.title, copied.year, copied.live) == ("2021 年的做法", 2021, False)
    assert copied.owner == people.editor("450202")
    draft = copied.get_latest_revision_as_object()
    assert str(draft.body) == str(page.body)
    assert not draft.photos.all()
    for relation in page.fact_relations:
        kept = len(getattr(draft, relation).all())
        assert kept == (0 if relation in page.yearly_relations else len(getattr(page, relation).all())), (
            relation
        )
    assert fresh(page).live
    assert all(getattr(fresh(page), name).count() for name in page.fact_relations)


def test_a_year_that_is_begun_is_opened_and_not_doubled(city_centre, people):
    site = make_work_site("green", city_centre)
    page = make_work("green", site)
    begun = make_work("green", site, 2021)
    response = copy(people, people.editor("450202"), page)
    assert response.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[begun.pk])
    assert type(page).objects.count() == 2


@pytest.mark.parametrize("year", ["", "x", "1999", "9999"])
def test_nonsense_for_a_year_copies_nothing(city_centre, people, year):
    page = make_work("green", make_work_site("green", city_centre))
    copy(people, people.editor("450202"), page, year)
    assert type(page).objects.count() == 1


def test_nobody_else_copies(city_centre, people):
    page = make_work("green", make_work_site("green", city_centre))
    before = Page.objects.count()
    for user in (people.editor("450226"), people.lead("450226")):
        copy(people, user, page)
    assert Page.objects.count() == before


def test_a_work_without_its_year_breaks_no_board(city_centre, people):
    site = make_site(city_centre)
    draft = make_work("council", site, 2020)
    draft.year = None
    draft.save_revision(clean=False)  # as the form does with a draft
    response = people.client(people.editor(city_centre.code)).get(reverse("cms_site_board", args=[site.pk]))
    assert response.status_code == 200
