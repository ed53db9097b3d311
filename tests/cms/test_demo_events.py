"""The demonstration's lectures, activities, meeting and stories: submittable, nobody named, pictures that are there."""

import re
from collections import Counter, defaultdict
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from cms.county import County
from cms.demo.content import MARK
from cms.demo.events import event_page
from cms.demo.texts import YEAR, city_events, counties
from pages.models import StoryIndexPage
from tests.factories.pages import make_site
from tests.factories.pictures import make_picture

pytestmark = pytest.mark.interface  # texts, the same on every database
OF_SITES = [(county, site, event) for county in counties() for site in county.sites for event in site.events]
OF_COUNTIES = [(county, None, event) for county in counties() for event in county.events]
OF_THE_CITY = [(None, None, event) for event in city_events()]
EVENTS = OF_SITES + OF_COUNTIES + OF_THE_CITY
EACH = pytest.mark.parametrize(
    ("county", "site", "event"), EVENTS, ids=lambda value: getattr(value, "title", "") or ""
)
SITES = {site.name: site for county in counties() for site in county.sites}
PAST = [one for one in EVENTS if one[2].kind in ("lecture", "volunteer-activity") and not one[2].in_days]
NUMBERS = {"lecture": {"audience"}, "volunteer-activity": {"volunteers", "hours", "people_served"}}
MOST_EVENTS = 24


def of_kind(kind: str, coming: bool = False) -> list:
    return [one for one in EVENTS if one[2].kind == kind and bool(one[2].in_days) == coming]


def pictures_of(site) -> dict:
    """The pictures that a site uploads with its works and its summary, by seed."""
    photos = [picture for work in site.works for picture in work.pictures]
    return {photo.seed: photo for photo in [*photos, *(site.summary.photos if site.summary else ())]}


def usable(county, site, event) -> dict:
    """The pictures that *event* may show: the site's, or those of the sites that a county or the city tells of."""
    if site:
        return pictures_of(site)
    if county:
        return {seed: photo for one in county.sites for seed, photo in pictures_of(one).items()}
    return pictures_of(SITES[event.facts["site"]])


def words_of(event) -> str:
    facts = [value for value in event.facts.values() if isinstance(value, str) and not value.isascii()]
    body = [block.text for block in event.body]
    return "\n".join([event.title, *facts, *body, *(photo.caption for photo in event.photos)])


def test_there_is_enough_of_every_kind_and_not_too_much_to_load():
    assert len(of_kind("lecture")) >= 9
    assert len(of_kind("volunteer-activity")) >= 7
    assert len(of_kind("meeting")) == 1
    assert len(of_kind("story")) == 3
    assert len(EVENTS) <= MOST_EVENTS
    assert len({county.code for county, _, _ in PAST}) >= 6
    several = Counter(site.name for _, site, _ in PAST)
    assert sum(number > 1 for number in several.values()) >= 2


def test_the_two_coming_ones_have_no_numbers_yet():
    coming = of_kind("lecture", coming=True) + of_kind("volunteer-activity", coming=True)
    assert sorted(event.in_days for *_, event in coming) == [5, 12]
    assert all(not NUMBERS[event.kind] & set(event.facts) for *_, event in coming)


def test_forms_and_languages_of_the_region_are_there():
    lectures = [event.facts for *_, event in of_kind("lecture")]
    assert {"山歌", "快板"} <= {facts["form"] for facts in lectures}
    assert {"侗语", "苗语", "柳州话"} <= {facts["language"] for facts in lectures}


def test_all_are_approved_but_a_lecture_and_an_activity():
    unfinished = [(event.kind, event.state) for *_, event in EVENTS if event.state != "approved"]
    assert sorted(unfinished) == [("lecture", "draft"), ("volunteer-activity", "waiting_lead")]


@pytest.mark.parametrize(("work", "kind"), [("lectures", "lecture"), ("volunteering", "volunteer-activity")])
def test_a_site_whose_work_is_approved_tells_of_what_took_place(work, kind):
    told = {site.name for _, site, event in PAST if event.kind == kind and event.state == "approved"}
    approved = {
        name for name, site in SITES.items() if (work, "approved") in {(w.kind, w.state) for w in site.works}
    }
    assert approved
    assert approved <= told


def test_two_stories_are_on_the_home_page_and_one_is_the_citys():
    stories = of_kind("story")
    assert len({event.featured for *_, event in stories} - {None}) == 2
    assert [county for county, _, _ in stories].count(None) == len(city_events()) == 1
    for _, site, event in stories:
        assert event.facts["site"] == (site.name if site else event.facts["site"])


def test_they_took_place_in_the_year_of_the_notice_and_have_their_numbers():
    for *_, event in PAST:
        assert event.facts["starts_at"].year == YEAR
        if event.state != "draft":
            assert NUMBERS[event.kind] <= set(event.facts)


@EACH
def test_the_text_is_whole(county, site, event):
    assert 10 <= len(event.title) <= 60
    assert event.body
    for block in event.body:
        if block.kind == "paragraph":
            assert block.value.endswith(("。", "？", "！"))
        if block.kind == "quotation":
            assert block.value["text"]
            assert block.value["attribution"]


@EACH
def test_the_pictures_are_those_that_are_there_under_captions_of_their_own(county, site, event):
    there = usable(county, site, event)
    assert 1 <= len(event.photos) <= 2
    for photo in event.photos:
        assert photo.caption.endswith(MARK)
        shown = there[photo.seed]
        for word, kind in (("风雨桥", "bridge"), ("廊桥", "bridge"), ("大桥", "city"), ("梯田", "terraces")):
            assert shown.kind == kind or word not in photo.caption
        for word, kind in (("竹", "bamboo"), ("紫荆", "blossom"), ("吊脚楼", "village")):
            assert shown.kind == kind or word not in photo.caption
        assert "鼓楼" not in photo.caption or "鼓楼" in shown.description


@EACH
def test_nothing_looks_like_personal_data_or_a_placeholder(county, site, event):
    words = words_of(event)
    assert not re.search(r"\d{5,}", re.sub(r"\d{1,3}(,\d{3})+", "", words))
    assert re.findall(r"[A-Za-z@]+", words) == []
    assert "待补" not in words
    assert all(
        re.fullmatch(r"宣讲员[甲乙丙丁]", one) for one in event.facts.get("lecturers", "宣讲员甲").split("、")
    )


def test_lectures_and_activities_are_no_more_than_the_summary_counts():
    audiences, hours = defaultdict(int), defaultdict(int)
    for _, site, event in PAST:
        audiences[site.name] += event.facts.get("audience", 0)
        hours[site.name] += event.facts.get("hours", 0)
    for name, told, most in [
        ("五里亭示例社区", audiences, 1520 + 4300),
        ("潭中示例商圈", audiences, 736),
        ("钢城示例社区", audiences, 1140),
        ("大良示例村", audiences, 1034),
        ("安太示例村", audiences, 760),
        ("独峒示例村", audiences, 1386),
        ("潭中示例商圈", hours, 1236),
        ("钢城示例社区", hours, 4380),
        ("东泉示例村", hours, 2040),
        ("中渡示例村", hours, 1890),
        ("安太示例村", hours, 1720),
    ]:
        words = "".join(block.text for block in SITES[name].summary.body)
        assert 0 < told[name] < most
        assert f"{most:,}" in words or most == 1520 + 4300


@pytest.mark.django_db
def test_every_one_could_be_submitted():
    image = make_picture(County.objects.get(code="450202").collection, title="照片")
    image.description = "插画：江湾和石山。"
    parents = {}
    for county, site, event in EVENTS:
        own = County.objects.get(code=county.code) if county else None
        if site and site.name not in parents:
            parents[site.name] = make_site(own, site.name)
        parent = parents[site.name] if site else own.page if own else StoryIndexPage.objects.get()
        if site is None and "site" in event.facts:
            told_of = parents[event.facts["site"]]
            type(told_of).objects.filter(pk=told_of.pk).update(live=True)
        page = event_page(event, lambda seed: image)
        parent.refresh_from_db()
        parent.add_child(instance=page)
        assert page.submission_problems() == [], event.title
        if event.state != "draft" and not event.in_days:
            assert not hasattr(page, "warnings") or page.warnings() == [], event.title
        if event.in_days:
            assert not page.has_taken_place
            assert page.listing_date == timezone.localdate() + timedelta(days=event.in_days)


def test_times_are_moments_of_one_day_and_the_meeting_has_a_day():
    for *_, event in PAST:
        assert isinstance(event.facts["starts_at"], datetime)
    [(county, site, meeting)] = of_kind("meeting")
    assert site is None
    assert meeting.facts["host"] == f"{county.name}妇联"
    assert type(meeting.facts["held_on"]) is date
