"""The demonstration's featured works: all kinds, every state, and the same figures as the site's summary."""

from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from cms.demo.content import MARK
from cms.demo.texts import YEAR, counties
from pages.models.members import Post
from pages.works.kinds import BY_SLUG

WORKS = [(county, site, work) for county in counties() for site in county.sites for work in site.works]
OF_THE_YEAR = [one for one in WORKS if one[2].year == YEAR]
EACH = pytest.mark.parametrize(
    ("county", "site", "work"), WORKS, ids=lambda value: getattr(value, "title", None) or value.name
)
MOST_PICTURES = 55


def rows(work, relation: str) -> list[dict]:
    return work.facts.get(relation, [])


def total(work, relation: str, *names: str) -> int:
    return sum(row.get(name) or 0 for row in rows(work, relation) for name in names)


def find(site_name: str, kind: str):
    """The work and all words of the summary of its site, which may be its county's."""
    [(county, site, work)] = [one for one in OF_THE_YEAR if one[1].name == site_name and one[2].kind == kind]
    return work, "".join(block.text for block in (site.summary or county.summary).body)


def test_every_kind_is_there_in_at_least_three_counties():
    where = defaultdict(set)
    for county, _, work in OF_THE_YEAR:
        where[work.kind].add(county.code)
    assert set(where) == set(BY_SLUG)
    assert min(len(codes) for codes in where.values()) >= 3
    assert len(set.union(*where.values())) >= 8
    assert len(WORKS) >= 30
    assert sum(len(work.pictures) for *_, work in WORKS) <= MOST_PICTURES


def test_every_state_is_there_in_different_counties():
    states = Counter(work.state for *_, work in WORKS)
    assert states.pop("approved") > len(WORKS) / 2
    assert set(states) == {"draft", "waiting_lead", "waiting_city", "returned"}
    unfinished = [county.code for county, _, work in WORKS if work.state != "approved"]
    assert len(set(unfinished)) == len(unfinished)
    returned = [work for *_, work in WORKS if work.state == "returned"]
    assert {work.returned_by for work in returned} == {"lead", "city"}
    assert all(bool(work.reviewer_words) == (work in returned) for *_, work in WORKS)


@EACH
def test_a_work_is_one_that_its_site_has(county, site, work):
    summary = site.summary or county.summary
    if summary:
        assert BY_SLUG[work.kind].number in summary.works
    same = [other for other in site.works if (other.kind, other.year) == (work.kind, work.year)]
    assert len(same) == 1


@EACH
def test_a_work_has_a_headline_words_and_photos(county, site, work):
    assert 10 <= len(work.title) <= 60
    assert 10 <= len(work.introduction) <= 60
    assert 2 <= sum(block.kind == "paragraph" for block in work.body) <= 4
    assert 1 <= len(work.photos) <= 3
    assert all(photo.caption.endswith(MARK) for photo in work.pictures)
    for block in work.body:
        if block.kind == "paragraph":
            assert block.value.endswith(("。", "）"))
        if block.kind == "quotation":
            assert block.value["text"]
            assert block.value["attribution"]


@EACH
def test_dates_lie_in_the_year_of_the_notice_or_have_none(county, site, work):
    for value in work.facts.values():
        for row in value if isinstance(value, list) else ():
            days = [row[name] for name in ("held_on", "starts_on", "ends_on") if name in row]
            assert {day.year for day in days} <= ({YEAR} if work.year else set())
            assert bool(work.year) or not set(row) & {"held_on", "starts_on", "ends_on"}


def test_rotating_chairs_are_registered_and_their_terms_do_not_overlap():
    for _, site, work in WORKS:
        allowed = {m.public_name for m in site.members if m.post in (Post.VICE_CHAIR, Post.EXECUTIVE)}
        terms = rows(work, "terms")
        assert {term["name"] for term in terms} <= allowed
        assert {row["name"] for row in rows(work, "contacts")} <= allowed | {"主席"}
        if work.year:
            pairs = pairwise(terms)
            assert all(before["ends_on"] < after["starts_on"] for before, after in pairs)


def test_the_rotation_of_the_current_year_leaves_no_month_out():
    [(_, site, work)] = [one for one in WORKS if one[2].year is None]
    assert (site.name, work.kind, work.state) == ("文昌示例社区", "committee", "approved")
    assert [term["month"] for term in rows(work, "terms")] == list(range(1, 13))


def test_one_waiting_committee_has_a_gap_and_too_few_contacts():
    work, words = find("太阳村示例村", "committee")
    assert work.state == "waiting_lead"
    assert min(term["starts_on"].month for term in rows(work, "terms")) == 4
    assert sum(row["women"] < 10 for row in rows(work, "contacts")) == 2
    assert "联系名单还有两名不足十人" in words


@pytest.mark.parametrize(
    ("site", "meetings", "study", "decisions", "executives", "women"),
    [
        ("五里亭示例社区", 6, 5, 9, 17, 264),
        ("太阳村示例村", 6, 3, 7, 12, None),
        ("东泉示例村", 6, 4, 9, 17, 412),
        ("独峒示例村", 6, 4, 8, 15, 306),
    ],
)
def test_a_committee_counts_as_its_summary_does(site, meetings, study, decisions, executives, women):
    work, words = find(site, "committee")
    held = rows(work, "meetings")
    assert len(held) == meetings
    assert sum(row["kind"] == "study" for row in held) == study
    assert sum(len(row["decisions"].split("；")) for row in held) == decisions
    assert len(rows(work, "contacts")) == executives
    assert f"传达学习{study}次" in words
    assert f"{decisions}项" in words
    if women:
        assert total(work, "contacts", "women") == women
        assert f"妇女{women}名" in words


@pytest.mark.parametrize(
    ("site", "size", "records", "archived"),
    [
        ("静兰示例社区", 19, 10, 9),
        ("里雍示例村", 21, 4, 3),
        ("古砦示例村", 18, 7, 6),
        ("古宜示例社区", 22, 8, 7),
    ],
)
def test_a_council_counts_as_its_summary_does(site, size, records, archived):
    work, words = find(site, "council")
    kept = [row for row in rows(work, "records") if row["archived"]]
    assert (work.facts["council_size"], len(rows(work, "records")), len(kept)) == (size, records, archived)
    assert len({row["archive_number"] for row in kept}) == archived
    assert f"由{size}人组成" in words.replace("共", "由")
    assert f"记录{records}份" in words
    assert any(text in words for text in (f"办结{archived}件", f"办结的有{archived}件"))


@pytest.mark.parametrize(
    ("site", "classes", "trainees", "employed"),
    [
        ("雒容示例社区", 2, 48, 37),
        ("鹅山示例社区", 4, 112, 83),
        ("鹿寨示例社区", 5, 163, 124),
        ("融水示例安置点", 3, 144, 106),
    ],
)
def test_training_counts_as_its_summary_does(site, classes, trainees, employed):
    work, words = find(site, "housekeeping")
    groups = ("poor_rural", "transferred_rural", "unemployed_urban", "others")
    assert len(rows(work, "classes")) == classes
    assert total(work, "classes", *groups) == trainees
    assert total(work, "classes", "employed") == employed
    assert all(row["employed"] <= sum(row[name] for name in groups) for row in rows(work, "classes"))
    assert f"{classes}期" in words or f"办班{classes}期" in words
    assert f"培训{trainees}名" in words
    assert f"就业{employed}名" in words


@pytest.mark.parametrize(
    ("site", "size", "actions", "participants", "families"),
    [
        ("雅儒示例社区", 42, 14, 1960, 10),
        ("百朋示例村", 36, None, None, 9),
        ("中渡示例村", 33, 32, 1056, 8),
        ("香粉示例村", 26, None, None, None),
        ("斗江示例安置点", 28, 23, None, 9),
    ],
)
def test_green_work_counts_as_its_summary_does(site, size, actions, participants, families):
    work, words = find(site, "green")
    assert work.facts["team_size"] == size
    assert f"{size}名" in words
    if actions:
        assert len(rows(work, "actions")) == actions
    if participants:
        assert total(work, "actions", "participants") == participants
        assert f"{participants:,}人次" in words
    if families:
        assert total(work, "families", "number") == families
        assert f"“最美家庭”{families}户" in words


@pytest.mark.parametrize(
    ("site", "volunteers"),
    [("潭中示例商圈", 52), ("钢城示例社区", 118), ("拉堡示例社区", 38), ("东泉示例村", 36)],
)
def test_volunteers_are_as_many_as_the_summary_says(site, volunteers):
    work, words = find(site, "volunteering")
    assert total(work, "teams", "volunteers") == volunteers
    assert f"{volunteers}名" in words


@pytest.mark.parametrize(
    ("site", "members"), [("五里亭示例社区", 16), ("大良示例村", 11), ("安太示例村", 13)]
)
def test_lecturers_are_as_many_as_the_summary_says(site, members):
    work, words = find(site, "lectures")
    assert work.facts["team_size"] == members
    assert f"队员{members}名" in words or f"{members}名队员" in words


@pytest.mark.parametrize("name", ["长安示例安置点", "融水示例安置点", "斗江示例安置点"])
def test_a_resettlement_site_has_the_members_that_its_facts_count(name):
    work, words = find(name, "resettlement")
    [site] = [site for _, site, one in OF_THE_YEAR if one is work]
    posts = Counter(member.post for member in site.members)
    facts = work.facts
    assert posts[Post.CHAIR] == facts["chairs"]
    assert posts[Post.VICE_CHAIR] == facts["full_time_vice_chairs"] + facts["part_time_vice_chairs"]
    assert posts.total() - posts[Post.GROUP_LEADER] == facts["executives"]
    assert posts[Post.GROUP_LEADER] == len(facts["groups"]) == total(work, "groups", "leaders")
    members = total(work, "groups", "members")
    assert f"组员{members}名" in words or f"共{members + len(facts['groups'])}人" in words
    assert f"少数民族妇女{facts['minority_members']}名" in words
    assert (
        f"{facts['women']:,}名" in words
        or f"妇女{facts['women']:,}人" in words
        or f"妇女{facts['women']}人" in words
    )


def test_the_five_lights_are_complete():
    for *_, work in WORKS:
        if work.kind == "lights":
            order = ["emblem", "structure", "duties", "members", "activities"]
            assert [row["light"] for row in rows(work, "lights")] == order
            assert all(len(row["done"]) <= 150 for row in rows(work, "lights"))
