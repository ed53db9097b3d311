"""Lists and figures say what is published, as it was published, and nothing else."""

from decimal import Decimal

import pytest
from django.core.management import call_command

from pages import queries
from pages.listing import relist_all
from pages.models import ListedFigure, Listing
from tests.factories.pages import make_summary
from tests.factories.works import SLUGS, fill, make_work, make_work_site, rows
from tests.flow import fresh, publish

pytestmark = pytest.mark.django_db

FIGURES = {
    "committee": {"meetings": 1, "chair_terms": 2, "contacted_women": 27, "opinions": 1},
    "council": {"deliberations": 1, "deliberation_attendance": 18, "archived_deliberations": 1},
    "lights": {"lit_lights": 5},
    "lectures": {"lecturers": 12},
    "green": {
        "green_volunteers": 20, "green_actions": 1, "green_households": 40, "green_participants": 65,
        "finest_families": 2,
    },
    "housekeeping": {"training_classes": 1, "trainees": 25, "employed": 20},
    "resettlement": {
        "settlement_women": 820, "settlement_executives": 13, "settlement_vice_chairs": 5, "womens_groups": 1,
    },
    "volunteering": {"volunteer_teams": 2, "registered_volunteers": 23},
}  # fmt: skip


def figures_of(page) -> dict[str, Decimal]:
    return dict(ListedFigure.objects.filter(listing__page=page.pk).values_list("name", "value"))


def everything() -> tuple[list, list]:
    listings = Listing.objects.order_by("page").values_list("page", "kind", "year", "date", "image", "note")
    figures = ListedFigure.objects.order_by("listing__page", "name")
    return list(listings), list(figures.values_list("listing__page", "name", "value"))


@pytest.fixture
def trained(city_centre, people):
    """A published page with one training class, under a site that is not published."""
    return publish(make_work("housekeeping", make_work_site("housekeeping", city_centre)), people)


@pytest.mark.parametrize("kind", SLUGS)
def test_publishing_writes_kind_year_picture_and_figures(city_centre, people, kind):
    page = make_work(kind, make_work_site(kind, city_centre), introduction="一句话介绍")
    assert not Listing.objects.filter(page=page.pk).exists()
    publish(page, people)
    listing = Listing.objects.get(page=page.pk)
    assert (listing.kind, listing.year, listing.note) == (kind, 2020, "一句话介绍")
    assert listing.image == page.photos.first().image
    assert figures_of(page) == FIGURES[kind]


def test_withdrawal_takes_it_away(trained):
    trained.unpublish()
    assert everything() == ([], [])


def test_deletion_takes_it_away(trained):
    trained.delete()
    assert everything() == ([], [])


def test_a_draft_after_approval_changes_no_figure_until_it_is_published(trained, people):
    edited = fresh(trained).get_latest_revision_as_object()
    fill(
        edited,
        {"year": 2019, "classes": rows("housekeeping", "classes", year=2019, others=12, employed=None)},
    )
    edited.save_revision()
    assert figures_of(trained) == FIGURES["housekeeping"]
    assert Listing.objects.get().year == 2020
    publish(trained, people)
    assert figures_of(trained) == {"training_classes": 1, "trainees": 35}
    assert Listing.objects.get().year == 2019


def lecture(site, people, year: int, **figures) -> None:
    """A published page at *site*, listed as a lecture."""
    page = publish(make_summary(site, year), people)
    Listing.objects.filter(page=page.pk).update(kind="lecture", year=year)
    listing = Listing.objects.get(page=page.pk)
    ListedFigure.objects.bulk_create(
        ListedFigure(listing=listing, name=name, value=value) for name, value in figures.items()
    )


def test_lectures_are_counted_from_the_sites_own_published_pages_of_the_year(city_centre, people):
    here, there = make_work_site("lectures", city_centre), make_work_site("lectures", city_centre)
    work = publish(make_work("lectures", here), people)
    assert fresh(work).figures == {"lecturers": 12}
    lecture(here, people, 2020, lectures=1, lecture_audience=60)
    lecture(here, people, 2019, lectures=1, lecture_audience=7)
    lecture(there, people, 2020, lectures=1, lecture_audience=80)
    assert fresh(work).figures == {"lecturers": 12, "lectures": 1, "lecture_audience": 60}
    assert [(one.value, one.label, one.unit) for one in fresh(work).shown_figures()] == [
        (12, "宣讲队员", "名"),
        (1, "宣讲活动", "场"),
        (60, "听众", "人次"),
    ]
    Listing.objects.filter(kind="lecture", year=2020).first().page.specific.unpublish()
    assert "lectures" not in fresh(work).figures


def test_what_is_counted_is_not_listed_as_the_works_own(city_centre, people):
    """Else sums over the city would count each lecture twice."""
    site = make_work_site("lectures", city_centre)
    lecture(site, people, 2020, lectures=1, lecture_audience=60)
    assert figures_of(publish(make_work("lectures", site), people)) == {"lecturers": 12}


def test_sums_leave_out_what_is_not_public(trained):
    assert queries.figure_sums(kind="housekeeping").filter(name="trainees").get().value == 25
    type(trained).objects.filter(pk=trained.pk).update(live=False)
    assert not queries.figure_sums(kind="housekeeping").exists()
    assert not queries.listings().exists()


def test_relisting_mends_what_is_wrong_and_changes_nothing_else(trained, city_centre, people, capsys):
    draft = make_work("green", make_work_site("green", city_centre))
    right = everything()
    assert relist_all() == 1
    assert everything() == right
    Listing.objects.create(page_id=draft.pk, kind="green", year=2020, date="2020-01-01")
    Listing.objects.filter(page=trained.pk).update(year=1999, note="旧的", image=None)
    ListedFigure.objects.filter(name="trainees").update(value=1)
    ListedFigure.objects.filter(name="employed").delete()
    call_command("relist")
    assert everything() == right
    Listing.objects.all().delete()
    call_command("relist")
    assert everything() == right
    assert "已重新写入 1 个页面的列表和统计数字。" in capsys.readouterr().out
