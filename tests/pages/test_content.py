"""The content hash: the same for what readers see alike, another for whatever they could see differ."""

import json
from decimal import Decimal

import pytest
from wagtail.models import Page

from pages.content import METADATA_FIELDS, canonical_hash, content_hash, content_of
from reports.models import YearEndSummaryPage
from tests.factories.events import make_activity
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(city_centre):
    return make_summary(make_site(city_centre))


def as_saved(page):
    """The page as a new revision gives it back."""
    return page.save_revision(clean=False).as_object()


def latest(page):
    return fresh(page).get_latest_revision_as_object()


@pytest.mark.parametrize("typed", ["4", "4.0", "8.5", "100", "0"])
def test_a_decimal_number_is_the_same_as_typed_and_as_stored(city_centre, typed):
    activity = make_activity(make_site(city_centre), hours=Decimal(typed))
    first = content_hash(fresh(activity))
    assert content_hash(activity) == content_hash(latest(activity)) == first
    activity.hours += Decimal("0.5")
    assert content_hash(as_saved(activity)) != first


def test_saving_reloading_and_touching_change_nothing(page):
    first = content_hash(fresh(page))
    assert content_hash(latest(page)) == first
    again = as_saved(latest(page))
    assert content_hash(again) == first
    again.submission_problems()
    list(again.body)
    assert content_hash(again) == first
    assert content_hash(as_saved(again)) == first


def test_bare_lists_of_an_import_hash_like_what_the_editor_makes_of_them(page):
    figures = [{"number": "6", "unit": "次", "label": "执委会议"}]
    page.body = page.body.stream_block.to_python([{"type": "figures", "value": figures}])
    bare = as_saved(page)
    untouched = content_hash(bare)
    bare.body[0].value[0]
    assert content_hash(bare) == untouched == content_hash(as_saved(bare))


def test_keys_of_the_rich_text_editor_do_not_count(page):
    before = content_hash(page)
    source = page.body[0].value.source
    page.body = [("paragraph", source.replace("<p>", '<p data-block-key="x1y2z">'))]
    assert content_hash(as_saved(page)) == before


@pytest.mark.parametrize(
    "field",
    sorted(
        {field.name for field in YearEndSummaryPage._meta.get_fields() if field.concrete} & METADATA_FIELDS
    ),
)
def test_bookkeeping_does_not_count(page, field):
    assert field not in content_of(page)["fields"]


def test_everything_else_counts():
    """What is left out is named; a field that somebody adds is content."""
    fields = {field.name for field in Page._meta.concrete_fields}
    assert fields - METADATA_FIELDS == {"title", "slug", "seo_title", "search_description", "live"}


def change_title(page):
    page.title += "改"


def change_slug(page):
    page.slug += "-x"


def change_year(page):
    page.year += 1


def change_body(page):
    page.body = [("paragraph", "<p>别的话。</p>")]


def add_block(page):
    page.body.append(("heading", "一个小标题"))


def change_caption(page):
    rows = list(page.photos.all())
    rows[0].caption += "改"
    page.photos.set(rows)


def change_order(page):
    rows = list(page.photos.all())[::-1]
    for order, row in enumerate(rows):
        row.sort_order = order
    page.photos.set(rows)


def drop_photo(page):
    page.photos.set(list(page.photos.all())[:-1])


def other_photo(page):
    rows = list(page.photos.all())
    rows[0].image = make_picture(rows[0].image.collection)
    page.photos.set(rows)


def describe_photo(page):
    image = page.photos.first().image
    image.description = "另一种描述"
    image.save()


def crop_photo(page):
    image = page.photos.first().image
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 20
    image.save()


@pytest.mark.parametrize(
    "change",
    [
        change_title, change_slug, change_year, change_body, add_block, change_caption, change_order, drop_photo,
        other_photo, describe_photo, crop_photo,
    ],
)  # fmt: skip
def test_what_readers_could_see_counts(page, change):
    before = content_hash(page)
    edited = latest(page)
    change(edited)
    assert content_hash(as_saved(edited)) != before


def test_place_counts(page, city_centre):
    before = content_hash(page)
    page.move(make_site(city_centre), pos="last-child")
    assert content_hash(fresh(page)) != before


def test_what_is_empty_does_not_count():
    """A field or a block's part that a later release adds, and nobody has filled in, voids no approval."""
    from pages.content import _plain

    old = {"type": "quotation", "value": {"text": "话"}, "id": "1"}
    new = {"type": "quotation", "value": {"text": "话", "source": "", "link": None}, "id": "2"}
    assert _plain([old]) == _plain([new])
    assert _plain(["", "5"]) != _plain(["5", ""])
    assert _plain({"met": False}) == {"met": False}


def test_spelling_is_the_same_everywhere():
    """A fixed value: another Python, another database, next year's release must find the same."""
    content = {"type": "x", "fields": {"b": "妇女之家", "a": [1, True, 0.5]}, "files": {}}
    assert canonical_hash(content) == canonical_hash(json.loads(json.dumps(content)))
    assert canonical_hash(content) == "81236197d0889214b80c7800635037e6829c9c4afa612de39ce2936c7a661e73"
