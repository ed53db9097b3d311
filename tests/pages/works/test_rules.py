"""What keeps a work from being submitted, and that nothing of it keeps it from being saved as a draft."""

from datetime import date

import pytest
from django.db import models

from pages.models import Term
from pages.models.works import MODELS
from tests.factories.works import SLUGS, fill, make_work_site
from tests.flow import fresh

from .bad_input import DATES, NUMBERS, of_kind
from .conftest import said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", SLUGS)
def test_complete_input_can_be_submitted_and_needs_no_remark(draft, kind):
    page = draft(kind, **({"topics": [Term.objects.first()]} if kind == "lectures" else {}))
    assert said(page.submission_problems()) == []
    assert said(page.warnings()) == []


@pytest.mark.parametrize("kind", SLUGS)
def test_bad_input_is_kept_and_named_at_submission(draft, kind):
    page = draft(kind)
    found = {}
    for bad in of_kind(kind):
        edited = fresh(page)
        fill(edited, bad.facts)
        kept = edited.save_revision(clean=False).as_object()
        found[str(bad)] = said(kept.submission_problems())
    assert found == {str(bad): bad.messages for bad in of_kind(kind)}


@pytest.mark.parametrize("kind", SLUGS)
def test_photo_needs_a_caption_and_a_description(draft, kind, picture):
    page = draft(kind)
    fill(page, {"photos": [{"image": picture, "caption": "说明"}, {"image": picture, "description": "描述"}]})
    assert said(page.submission_problems()) == [
        "照片：第 1 张照片缺少图片描述，请填写后再提交。",
        "照片：第 2 张照片缺少图片说明，请填写后再提交。",
    ]


@pytest.mark.parametrize("kind", SLUGS)
def test_one_page_of_a_type_a_year_at_a_site(draft, city_centre, kind):
    site = make_work_site(kind, city_centre)
    first = draft(kind, site=site)
    second = draft(kind, site=site)
    short = first.kind.short_name
    words = f"年份：这个示范点已有 2020 年的“{short}”：《{first.title}》。一项工作一年写一篇。"
    assert said(second.submission_problems()) == [words]
    assert said(draft(kind, site=site, year=2021).submission_problems()) == []
    assert said(draft(kind, site=make_work_site(kind, city_centre)).submission_problems()) == []


def test_the_year_that_an_editor_has_now_counts_for_the_others(draft, city_centre):
    """A page that was never published keeps its first year in its own table."""
    site = make_work_site("council", city_centre)
    first = draft("council", site=site)
    first.year = 2019
    first.records = []
    first.save_revision()
    assert said(draft("council", site=site).submission_problems()) == []
    second = draft("council", site=site, year=2019)
    assert f"《{first.title}》" in said(second.submission_problems())[0]


def test_a_year_that_cannot_be_is_asked_about(draft, monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: date(2026, 11, 24))
    page = draft("volunteering")
    words = "年份：{} 年不对，应在 2010 年到 2027 年之间，请核对。"
    for year in (0, 1999, 2009, 2028, 9999, 32000):
        page.year = year
        assert said(page.submission_problems()) == [words.format(year)]
    for year in (2010, 2027):
        page.year = year
        assert page.submission_problems() == []


def fields_of_rows(kind: type[models.Field]) -> set[tuple[str, str, str]]:
    found = set()
    for model in MODELS:
        for relation in model.fact_relations:
            fields = model._meta.get_field(relation).related_model._meta.concrete_fields
            names = {field.name for field in fields if isinstance(field, kind)} - {"id", "sort_order"}
            found |= {(model.kind.slug, relation, name) for name in names}
    return found


def test_every_number_has_its_limit_and_every_day_its_year():
    """A fact that is added later is judged too, or this says that it is not."""
    own = {
        (model.kind.slug, "", field.name)
        for model in MODELS
        for field in model._meta.local_concrete_fields
        if isinstance(field, models.IntegerField) and field.name != "year"
    }
    judged = {(kind, relation, name) for kind, relation, name, *_ in NUMBERS}
    assert fields_of_rows(models.IntegerField) | own == judged | {("green", "families", "chosen_year")}
    dated = {
        (bad.kind, relation, name)
        for bad in DATES
        for relation in bad.facts
        for name in bad.name.split(" ")[1].split("=")[:1]
    }
    assert fields_of_rows(models.DateField) == dated
