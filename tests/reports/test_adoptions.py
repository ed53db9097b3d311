"""What an adoption fills in by itself, what it keeps, and what is refused."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from reports.adoptions.channels import ensure_channels
from reports.models import Adoption, AdoptionChannel
from tests.factories.adoptions import channel, make_adoption, public_site
from tests.factories.events import make_story
from tests.factories.pages import make_summary
from tests.flow import publish

pytestmark = pytest.mark.django_db
DAY = date(2020, 5, 1)


@pytest.fixture
def site(city_centre, people):
    return public_site(city_centre, people)


@pytest.fixture
def summary(site, people):
    return publish(make_summary(site, title="文昌社区年度总结"), people)


def of(page, **fields) -> Adoption:
    return Adoption(**{"page": page, "channel": channel(), "adopted_on": DAY} | fields)


def errors(row: Adoption) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as caught:
        row.full_clean()
    return caught.value.message_dict


def test_title_county_site_and_points_come_from_page_and_channel(summary, site, city_centre):
    row = of(summary)
    row.full_clean()
    row.save()
    assert (row.title, row.county, row.site, row.points) == (
        "文昌社区年度总结",
        city_centre.page,
        site,
        channel().points,
    )


def test_what_was_typed_is_kept(summary):
    row = of(summary, title="文昌经验", points=0)
    row.full_clean()
    assert (row.title, row.points) == ("文昌经验", 0)


def test_county_and_page_must_agree(summary, sanjiang):
    assert errors(of(summary, county=sanjiang.page)) == {
        "county": ["选的内容是城中区的，这里选的是三江侗族自治县。请改成一致的，或者把县区留空，由系统填写。"]
    }


def test_without_a_page_county_and_title_are_asked_for(city_centre):
    assert errors(of(None)) == {
        "county": ["请选择县区。"],
        "title": ["请填写标题，或者选择本站的内容。"],
    }
    assert make_adoption(city_centre, title="外来的稿子").site is None


def test_a_story_told_by_the_city_counts_for_the_site_it_tells_of(site, people, city_centre):
    row = of(publish(make_story(site=site), people))
    row.full_clean()
    assert (row.county, row.site) == (city_centre.page, site)
    assert errors(of(publish(make_story(), people))) == {"county": ["请选择县区。"]}


def test_only_what_the_public_can_read_is_adopted(site, summary, city_centre, people):
    draft = make_summary(site, year=2021)
    assert errors(of(draft)) == {"page": ["这个页面没有发布，只能选择公众看得到的内容。"]}
    row = of(summary)
    row.full_clean()
    row.save()
    type(summary).objects.filter(pk=summary.pk).update(live=False)
    row.remark = "页面后来撤下了"
    row.full_clean()  # the row is older than the withdrawal


@pytest.mark.parametrize(
    ("day", "message"),
    [
        (date(2009, 12, 31), "采用日期不能早于 2010 年。"),
        (timezone.localdate() + timedelta(days=1), "采用日期不能晚于今天。"),
    ],
    ids=["too early", "tomorrow"],
)
def test_days_that_cannot_be(city_centre, day, message):
    row = Adoption(title="信息", county=city_centre.page, channel=channel(), adopted_on=day)
    assert errors(row) == {"adopted_on": [message]}


@pytest.mark.parametrize("day", [date(2010, 1, 1), timezone.localdate()], ids=["first", "today"])
def test_days_at_the_border(city_centre, day):
    assert make_adoption(city_centre, day).adopted_on == day


def test_the_same_page_channel_and_day_only_once(summary):
    row = of(summary)
    row.full_clean()
    row.save()
    twice = of(summary, title="另一个标题")
    assert errors(twice) == {"page": ["这篇内容这一天在这个渠道已经登记过了，不能重复登记。"]}
    row.full_clean()  # not against itself
    of(summary, channel=channel("全国级")).full_clean()
    of(summary, adopted_on=DAY + timedelta(days=1)).full_clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        of(summary, title="同时", county=row.county, points=1).save()


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"link": "javascript:alert(1)"}, "link"),
        ({"link": "ftp://example.org/a"}, "link"),
        ({"points": -1}, "points"),
        ({"points": 1001}, "points"),
        ({"title": "　 "}, "title"),
    ],
    ids=lambda value: str(value),
)
def test_bad_input(city_centre, fields, where):
    values = {"title": "信息", "county": city_centre.page, "channel": channel(), "adopted_on": DAY}
    assert list(errors(Adoption(**values | fields))) == [where]


def test_points_of_past_rows_stay_when_the_channel_changes(city_centre):
    row = make_adoption(city_centre)
    before = row.points
    AdoptionChannel.objects.filter(pk=row.channel_id).update(points=before + 7)
    row.refresh_from_db()
    row.full_clean()
    row.save()
    assert Adoption.objects.get().points == before
    assert make_adoption(city_centre).points == before + 7


def test_a_row_outlives_its_page_and_its_site(summary, site, city_centre):
    row = of(summary)
    row.full_clean()
    row.save()
    summary.delete()
    row.refresh_from_db()
    row.full_clean()
    row.save()
    assert (row.page, row.title, row.county, row.site) == (None, "文昌社区年度总结", city_centre.page, site)
    site.refresh_from_db()
    site.delete()
    row.refresh_from_db()
    assert (row.site, row.county) == (None, city_centre.page)


def test_a_site_of_another_county_does_not_stay(summary, sanjiang):
    row = of(summary)
    row.full_clean()
    row.page, row.county = None, sanjiang.page
    row.full_clean()
    assert (row.county, row.site) == (sanjiang.page, None)


def test_a_channel_in_use_is_not_deleted(city_centre):
    row = make_adoption(city_centre)
    with pytest.raises(ProtectedError):
        row.channel.delete()


def test_starting_channels_come_only_into_an_empty_table():
    names = ["市级公众号“柳州女性”", "自治区级", "全国级", "媒体"]
    assert list(AdoptionChannel.objects.values_list("name", flat=True)) == names
    AdoptionChannel.objects.exclude(name="媒体").delete()
    ensure_channels()
    assert list(AdoptionChannel.objects.values_list("name", flat=True)) == ["媒体"]
