"""What the review screen says of a page that was approved before: each change, and nothing that stayed."""

import pytest
from django.db import connection
from django.db.models import IntegerField
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.admin.review_changes import changes_of
from cms.workflow import approvals
from pages.checks.reading import NOT_READ
from reports.models.summary import SummaryPhoto
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture
from tests.factories.works import make_work, make_work_site
from tests.flow import fresh, publish, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def summary(city_centre, people):
    page = make_summary(
        publish(make_site(city_centre, "文昌社区"), people), title="文昌的总结", text="第一段，有 12 场。"
    )
    return publish(page, people)


def changed(page, change) -> object:
    content = fresh(page).get_latest_revision_as_object()
    change(content)
    content.save_revision()
    return fresh(page)


def found(page):
    return changes_of(fresh(page).get_latest_revision_as_object(), approvals.entries_for(page))


def said(page) -> dict[str, list[str]]:
    return {change.label: [str(line) for line in change.lines] for change in found(page).texts}


def test_nothing_is_said_of_what_was_never_approved(city_centre):
    assert found(make_summary(make_site(city_centre))) is None


def test_the_same_content_has_no_changes(summary):
    changed(summary, lambda content: None)
    assert found(summary).is_none


def test_words_that_went_and_came_are_marked_where_they_stand(summary):
    def change(content):
        content.title = "文昌社区的总结"
        content.body = [("paragraph", "<p>第一段，有 15 场。</p><p>新的<b>一</b>段 &lt;b&gt;。</p>")]

    changed(summary, change)
    assert said(summary) == {
        "标题": ["文昌<ins>社区</ins>的总结"],
        "正文": ["第一段，有 1<del>2</del><ins>5</ins> 场。", "<ins>新的一段 &lt;b&gt;。</ins>"],
        "字数": ["字数：<del>8</del><ins>16</ins>"],
    }


def test_facts_are_compared_too(city_centre, people):
    site = publish(make_work_site("green", city_centre), people)
    work = publish(make_work("green", site), people)
    names = [
        field.name
        for field in work._meta.concrete_fields
        if isinstance(field, IntegerField) and not field.is_relation and field.name not in {*NOT_READ, "year"}
    ]
    name = next(name for name in names if getattr(work, name))
    label, old = work._meta.get_field(name).verbose_name, getattr(work, name)
    changed(work, lambda content: setattr(content, name, old + 10_000))
    lines = [line for lines in said(work).values() for line in lines]
    assert any(label in line and "<ins>" in line for line in lines)


def test_pictures_that_went_and_came_stand_side_by_side(summary, city_centre):
    new = make_picture(city_centre.collection)
    old = summary.photos.all()[1].image

    def change(content):
        rows = list(content.photos.all())
        rows[1].image = new
        content.photos = rows

    changed(summary, change)
    changes = found(summary)
    assert ([image.pk for image in changes.gone], [image.pk for image in changes.new]) == ([old.pk], [new.pk])


def test_it_stands_on_the_review_screen(summary, people):
    page = changed(summary, lambda content: setattr(content, "title", "文昌社区的总结"))
    submit(page, people.editor("450202"))
    lead = people.client(people.lead("450202"))
    response = lead.get(reverse("cms_review", args=[page.pk]))
    words = response.content.decode()
    assert "与上次通过的版本相比" in words
    assert "文昌<ins>社区</ins>的总结" in words


def test_the_number_of_queries_does_not_grow_with_the_page(summary, city_centre):
    def count() -> int:
        content, history = fresh(summary).get_latest_revision_as_object(), approvals.entries_for(summary)
        with CaptureQueriesContext(connection) as queries:
            changes_of(content, history)
        return len(queries)

    def one_picture(content):
        content.photos = [*content.photos.all(), SummaryPhoto(image=make_picture(city_centre.collection))]

    def much_more(content):
        content.body = [("paragraph", f"<p>第 {n} 段</p>") for n in range(40)]
        rows = [SummaryPhoto(image=make_picture(city_centre.collection)) for _ in range(5)]
        content.photos = [*content.photos.all(), *rows]

    changed(summary, one_picture)
    few = count()
    changed(summary, much_more)
    assert count() == few
