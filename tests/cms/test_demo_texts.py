"""The demonstration texts: complete, consistent with the divisions, within the notice's limits, nobody named."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest

import cms
from cms.demo.content import MARK
from cms.demo.notice import SOURCE, notice
from cms.demo.texts import counties, home
from pages import county_map, divisions

DATA = Path(cms.__file__).parent / "data"
DIVISIONS = {row["code"]: row for row in json.loads(divisions.LIST.read_text("utf-8"))}
SITES = [(county, site) for county in counties() for site in county.sites]
TOGETHER = [(county, county.summary) for county in counties() if county.summary]
SUMMARIES = [site.summary for _, site in SITES if site.summary] + [summary for _, summary in TOGETHER]
PICTURES = [home().picture, *(c.picture for c in counties()), *(s.picture for _, s in SITES)]
PICTURES += [photo for summary in SUMMARIES for photo in summary.photos]
WORKS = [(county, site, work) for county, site in SITES for work in site.works]
PICTURES += [picture for *_, work in WORKS for picture in work.pictures]


def characters(text: str) -> int:
    """Characters as Chinese offices count them."""
    return len(re.findall(r"[A-Za-z0-9]+|\S", text))


def words_of(summary) -> str:
    return "".join(block.text for block in summary.body)


def words_of_facts(facts) -> str:
    """The words that people typed; names of choices are the program's own."""
    rows = [row for value in facts.values() if isinstance(value, list) for row in value]
    words = [value for value in facts.values() if isinstance(value, str)]
    words += [row for row in rows if isinstance(row, str)]
    words += [
        value for row in rows if isinstance(row, dict) for value in row.values() if isinstance(value, str)
    ]
    return "\n".join(word for word in words if not word.isascii())


def all_words() -> str:
    parts = [home().slogan, home().introduction]
    for county in counties():
        parts += [county.name, *county.introduction, *county.support, county.office_address]
    for _, site in SITES:
        parts += [site.name, site.address, *site.introduction, site.brand_name, site.brand_slogan]
    for summary in SUMMARIES:
        parts += [summary.title, words_of(summary), summary.reviewer_words]
    for _, site in SITES:
        parts += [f"{member.public_name}{member.duty}" for member in site.members]
    for *_, work in WORKS:
        parts += [
            work.title,
            work.introduction,
            work.reviewer_words,
            words_of(work),
            words_of_facts(work.facts),
        ]
    return "\n".join([*parts, *(photo.caption + photo.description for photo in PICTURES)])


def test_all_ten_counties_are_there_with_their_names():
    assert {county.code: county.name for county in counties()} == {c: d["name"] for c, d in DIVISIONS.items()}
    assert Counter(c.kind for c in counties()) == {"district": 5, "county": 3, "autonomous": 2}
    assert all(len(county.introduction) == 2 and county.support for county in counties())


def test_every_outline_on_the_map_has_its_county():
    features = json.loads(county_map.DATA.read_text("utf-8"))["features"]
    assert {feature["id"] for feature in features} == {county.code for county in counties()}


@pytest.mark.parametrize("county", counties(), ids=lambda county: county.code)
def test_a_county_has_sites_in_its_own_townships(county):
    townships = {row["name"] for row in DIVISIONS[county.code]["townships"]}
    assert len(county.sites) >= 2
    assert {site.township for site in county.sites} <= townships
    assert any(township in county.office_address for township in townships)


def test_the_sites_are_of_all_kinds():
    kinds = Counter(site.kind for _, site in SITES)
    assert sum(kinds.values()) == 24
    assert set(kinds) == {"community", "village", "resettlement", "other"}
    assert kinds["resettlement"] == 3
    assert all("示例" in site.name for _, site in SITES)
    assert len({site.name for _, site in SITES}) == len({site.brand_name for _, site in SITES}) == 24
    assert all(2018 <= site.named_year <= 2020 for _, site in SITES)
    assert all(site.home_stars is None or 1 <= site.home_stars <= 5 for _, site in SITES)


def test_the_first_site_has_not_begun_its_summary_and_all_others_are_in_one():
    county, first = SITES[0]
    assert (county.code, first.name, first.summary) == ("450202", "文昌示例社区", None)
    [(county, together)] = TOGETHER
    assert (county.name, together.state) == ("柳江区", "approved")
    covered = [site.name for site in county.sites]
    assert list(together.covers) == covered
    assert [site.name for _, site in SITES if not site.summary] == [first.name, *covered]
    assert all(name in words_of(together) for name in covered)
    assert all(not site.summary.covers for _, site in SITES if site.summary)


def test_the_summaries_show_every_state_and_all_eight_works():
    states = Counter(summary.state for summary in SUMMARIES)
    assert set(states) == {"draft", "waiting_lead", "waiting_city", "returned", "approved"}
    assert states["approved"] > len(SUMMARIES) / 2
    assert {work for summary in SUMMARIES for work in summary.works} == set(range(1, 9))


def test_a_returned_summary_carries_the_reviewers_words_and_no_other_does():
    for summary in SUMMARIES:
        returned = summary.state == "returned"
        assert bool(summary.reviewer_words) == returned
        assert summary.returned_by in ({"lead", "city"} if returned else {""})


def test_only_resettlement_sites_write_of_their_own_organisation():
    for _, site in SITES:
        if site.summary and 7 in site.summary.works:
            assert site.kind == "resettlement"


@pytest.mark.parametrize("summary", SUMMARIES, ids=lambda summary: summary.title)
def test_a_summary_keeps_to_the_limits_of_the_notice(summary):
    assert 700 <= characters(words_of(summary)) <= 2000
    assert 3 <= len(summary.photos) <= 5
    for photo in summary.photos:
        assert photo.caption.endswith(MARK)
        assert len(photo.description) > 20


@pytest.mark.parametrize("summary", SUMMARIES, ids=lambda summary: summary.title)
def test_the_blocks_of_a_summary_are_whole(summary):
    for block in summary.body:
        assert block.kind in {"heading", "paragraph", "quotation", "figures", "table"}
        if block.kind == "paragraph":
            assert block.value.endswith(("。", "？", "！"))
        if block.kind == "quotation":
            assert block.value["text"]
            assert block.value["attribution"]
        if block.kind == "table":
            assert block.value["caption"]
            assert len({len(row) for row in block.value["rows"]}) == 1


@pytest.mark.parametrize("summary", SUMMARIES, ids=lambda summary: summary.title)
def test_the_totals_of_a_table_add_up(summary):
    for table in (block.value["rows"] for block in summary.body if block.kind == "table"):
        if table[-1][0] == "合计":
            for column in range(1, len(table[0])):
                numbers = [row[column] for row in table[1:]]
                if numbers[0].isdigit() and numbers[-1].isdigit():
                    assert sum(map(int, numbers[:-1])) == int(numbers[-1])


def test_nothing_looks_like_personal_data():
    assert not re.search(r"\d{5,}", re.sub(r"\d{1,3}(,\d{3})+", "", all_words()))
    assert "@" not in all_words()
    assert all(re.fullmatch(r"0772-0000\d{3}", county.office_phone) for county in counties())


def test_there_is_no_placeholder_in_latin_letters():
    assert re.findall(r"[A-Za-z]+", all_words()) == []


@pytest.mark.parametrize(
    ("word", "kinds"),
    [
        ("风雨桥", {"bridge"}),
        ("廊桥", {"bridge"}),
        ("大桥", {"city"}),
        ("江桥", {"city"}),
        ("梯田", {"terraces"}),
        ("竹", {"bamboo"}),
        ("紫荆", {"blossom"}),
        ("吊脚楼", {"village"}),
    ],
)
def test_a_caption_names_nothing_that_its_picture_does_not_show(word, kinds):
    assert {photo.kind for photo in PICTURES if word in photo.caption} <= kinds


def test_drum_towers_stand_in_dong_country_alone():
    for county, site in SITES:
        photos = [site.picture, *(site.summary.photos if site.summary else ())]
        photos += [picture for work in site.works for picture in work.pictures]
        if any("鼓楼" in photo.description for photo in photos):
            assert county.code == "450226"


def test_no_two_pictures_are_the_same():
    assert len({(photo.seed, photo.palette, photo.kind) for photo in PICTURES}) == len(PICTURES)


def test_the_notice_is_whole():
    found = notice()
    assert found.title == "关于充分发挥柳州市基层妇联改革示范点引领带动作用的通知"
    assert (found.document_number, found.issued_on) == (None, None)
    assert [block.value[:2] for block in found.body if block.kind == "heading"] == ["一、", "二、", "三、"]
    source = re.sub(r"\s", "", SOURCE.read_text("utf-8"))
    for lost, number in (("（1）", "（一）"), ("（2）", "（二）"), ("(六)", "（六）")):
        source = source.replace(lost, number)
    whole = found.issued_by + found.title + "".join(block.value for block in found.body)
    assert re.sub(r"\s", "", whole) == source


def test_no_paragraph_of_the_notice_is_broken_inside_a_sentence():
    paragraphs = [block.value for block in notice().body if block.kind == "paragraph"]
    assert all(text.endswith(("。", "：")) for text in paragraphs[:-1])
    assert any("工作总结（2000字以内）" in text and "各县区妇联主要领导" in text for text in paragraphs)
