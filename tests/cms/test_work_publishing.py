"""The publishing rule for the featured works: every fact is content, and nothing is public without both steps."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import models

from pages.content import METADATA_FIELDS, content_hash
from pages.models import Term
from pages.models.members import SiteMember
from pages.publishing import PublishingRefused
from tests.factories.pictures import make_picture
from tests.factories.works import BY_SLUG, SLUGS, make_work, make_work_site
from tests.flow import decide, fresh, publish, step, submit

pytestmark = pytest.mark.django_db


def latest(page):
    return fresh(page).get_latest_revision_as_object()


def as_saved(page):
    return page.save_revision(clean=False).as_object()


def facts_of(model) -> list[models.Field]:
    """Concrete fields that hold content, without keys and order."""
    left_out = METADATA_FIELDS | {"page", "sort_order", "live", "body", "opinions"}
    return [field for field in model._meta.concrete_fields if field.name not in left_out]


def another(value, field: models.Field, picture):
    """A value of *field* that readers can tell from *value*."""
    if isinstance(field, models.ForeignKey):
        return picture
    if isinstance(field, models.BooleanField):
        return not value
    if isinstance(field, models.DateField):
        return (value or date(2020, 1, 1)) + timedelta(days=1)
    if isinstance(field, models.IntegerField):
        return (value or 0) + 1
    if field.choices:
        return next(choice for choice, _ in field.choices if choice != value)
    return f"{value}改"


@pytest.fixture
def other_picture(city_centre):
    return make_picture(city_centre.collection)


def rows_that_do_not_count(page, relation: str, picture) -> list[str]:
    """Ways of changing *relation* that leave the hash of *page* as it is."""
    before, ways = content_hash(latest(page)), {}

    def tried(name: str, change) -> None:
        edited = latest(page)
        rows = list(getattr(edited, relation).all())
        setattr(edited, relation, change(rows))
        ways[name] = content_hash(as_saved(edited))

    model = page._meta.get_field(relation).related_model
    for field in facts_of(model):

        def changed(rows, field=field):
            setattr(rows[0], field.name, another(getattr(rows[0], field.name), field, picture))
            return rows

        tried(field.name, changed)
    tried("row left out", lambda rows: rows[1:])
    tried("row added", lambda rows: [*rows, model(sort_order=99)])
    return [name for name, after in ways.items() if after == before]


@pytest.mark.parametrize("kind", SLUGS)
def test_every_field_of_every_row_counts(kind, city_centre, other_picture):
    page = make_work(kind, make_work_site(kind, city_centre))
    uncounted = {
        relation: rows_that_do_not_count(page, relation, other_picture)
        for relation in (*page.fact_relations, "photos")
    }
    assert not any(uncounted.values()), uncounted


def test_every_field_of_a_sites_members_counts(city_centre, other_picture):
    site = make_work_site("committee", city_centre)
    assert {field.name for field in facts_of(SiteMember)} >= {"post", "public_name", "duty", "photo_consent"}
    assert rows_that_do_not_count(site, "members", other_picture) == []


@pytest.mark.parametrize("kind", SLUGS)
def test_every_fact_of_the_page_counts(kind, city_centre, other_picture):
    page = make_work(kind, make_work_site(kind, city_centre))
    before, uncounted = content_hash(latest(page)), []
    for field in facts_of(BY_SLUG[kind]):
        edited = latest(page)
        setattr(edited, field.name, another(getattr(edited, field.name), field, other_picture))
        if content_hash(as_saved(edited)) == before:
            uncounted.append(field.name)
        as_saved(page)
    assert uncounted == []


def test_topics_count(city_centre):
    page = make_work("lectures", make_work_site("lectures", city_centre))
    one, two = Term.objects.filter(vocabulary="lecture_topic")[:2]
    hashes = set()
    for topics in ([], [one], [two], [one, two]):
        edited = latest(page)
        edited.topics = topics
        hashes.add(content_hash(as_saved(edited)))
    assert len(hashes) == 4


def test_opinions_and_what_became_of_them_count(city_centre):
    page = make_work("committee", make_work_site("committee", city_centre))
    hashes = {content_hash(latest(page))}
    for opinion, outcome in (("路灯不亮", "还没有修"), ("路不平", "已修好")):
        edited = latest(page)
        edited.opinions = [("opinion", {"opinion": opinion, "outcome": outcome})]
        hashes.add(content_hash(as_saved(edited)))
    assert len(hashes) == 3


@pytest.mark.parametrize("kind", SLUGS)
def test_saving_and_judging_change_nothing(kind, city_centre):
    page = make_work(kind, make_work_site(kind, city_centre))
    before = content_hash(fresh(page))
    read = latest(page)
    assert content_hash(read) == before
    read.submission_problems()
    read.warnings()
    read.shown_figures()
    assert content_hash(as_saved(read)) == before
    assert content_hash(latest(page)) == before


@pytest.mark.parametrize("kind", SLUGS)
def test_nothing_is_public_without_lead_and_city(kind, city_centre, people):
    page = make_work(kind, make_work_site(kind, city_centre))

    def refused() -> None:
        with pytest.raises(PublishingRefused):
            latest(page).get_latest_revision().publish()
        with pytest.raises(PermissionDenied):
            fresh(page).get_latest_revision().publish(user=people.admin())
        assert not fresh(page).live

    refused()
    submit(page, people.editor("450202"))
    assert step(page) == "县区审定"
    refused()
    decide(page, people.lead("450202"))
    assert step(page) == "市级审核"
    refused()
    latest(page).save_revision()  # changes nothing and keeps the lead's approval
    decide(page, people.moderator("zulianbu2"))
    assert fresh(page).live
    assert content_hash(fresh(page)) == content_hash(latest(page))


@pytest.mark.parametrize("kind", SLUGS)
def test_a_row_changed_in_code_is_not_public_either(kind, city_centre, people):
    page = publish(make_work(kind, make_work_site(kind, city_centre)), people)
    page.photos = []
    with pytest.raises(PublishingRefused):
        page.save()
    assert fresh(page).photos.count() == 1
