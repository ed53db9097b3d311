"""A summary that the site wrote as a Word file, uploaded again: the same text, the same pictures."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model

from reports.exports.scope import Scope
from reports.exports.summaries import chapters
from reports.exports.summary_docx import summary_docx
from reports.models import YearEndSummaryPage
from tests.factories.pages import make_site, make_summary
from tests.flow import publish
from tests.reports.bodies import text_blocks

from .sending import begin, fill

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(site, people):
    """A published summary with every kind of text, and its file."""
    publish(site, people)
    page = make_summary(site, photos=4)
    page.body = YearEndSummaryPage.body.field.stream_block.to_python(text_blocks())
    page.save_revision()
    publish(page, people)
    (chapter,) = chapters(Scope(2020))
    target = BytesIO()
    summary_docx(chapter.summaries[0], chapter.county.title, target)
    return chapter.summaries[0], SimpleUploadedFile("总结.docx", target.getvalue())


def words(page) -> tuple:
    photos = [(row.caption, row.description, row.image.file_hash) for row in page.photos.all()]
    return page.title, page.count_characters(), photos


def test_it_begins_another_draft_with_the_same_content(paper, site, city_centre, desk):
    one, file = paper
    begin(desk, make_site(city_centre, title="静兰社区"), file)
    again = YearEndSummaryPage.objects.exclude(pk=one.page.pk).get().get_latest_revision_as_object()
    assert words(again) == words(one.page)


def test_filling_its_own_page_changes_nothing_and_doubles_no_photo(paper, desk):
    one, file = paper
    before = get_image_model().objects.count()
    fill(desk, one.page, file)
    again = YearEndSummaryPage.objects.get(pk=one.page.pk).get_latest_revision_as_object()
    assert words(again) == words(one.page)
    assert get_image_model().objects.count() == before
