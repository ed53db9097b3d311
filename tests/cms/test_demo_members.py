"""The demonstration's members: posts for names, and as many as the texts say."""

import re
from collections import Counter

import pytest

from cms.demo.texts import counties
from pages.models.members import Post

SITES = [(county, site) for county in counties() for site in county.sites]
STEMS = "甲乙丙丁戊己庚辛壬癸子丑"
NAMES = {
    Post.CHAIR: r"主席",
    Post.VICE_CHAIR: rf"副主席[{STEMS}]",
    Post.EXECUTIVE: rf"执委[{STEMS}]",
    Post.GROUP_LEADER: r"小组长[一二三四五六七八九十]|\d{1,2}栋小组长",
}


def posts(site) -> Counter:
    return Counter(member.post for member in site.members)


@pytest.mark.parametrize("site", [site for _, site in SITES], ids=lambda site: site.name)
def test_a_site_has_members_known_by_their_posts_alone(site):
    counted = posts(site)
    assert counted[Post.CHAIR] == 1
    assert 2 <= counted[Post.VICE_CHAIR] <= 6
    assert 6 <= counted[Post.EXECUTIVE] <= 12
    assert counted[Post.GROUP_LEADER] >= 3
    names = [member.public_name for member in site.members]
    assert len(set(names)) == len(names)
    for member in site.members:
        assert re.fullmatch(NAMES[Post(member.post)], member.public_name)
        assert 0 < len(member.duty) <= 40


@pytest.mark.parametrize("site", [site for _, site in SITES if site.summary], ids=lambda site: site.name)
def test_the_registered_members_are_as_many_as_the_summary_says(site):
    """The chair and the vice chairs are 执委 too, so that all but the group leaders count."""
    words = "".join(block.text for block in site.summary.body if block.kind == "paragraph")
    counted = posts(site)
    whole = counted[Post.CHAIR] + counted[Post.VICE_CHAIR] + counted[Post.EXECUTIVE]
    stated = re.search(r"主席1名[^。]*?副主席(\d)名", words)
    if stated:
        assert int(stated[1]) == counted[Post.VICE_CHAIR]
    for pattern in (r"执委会由(\d+)名执委", r"(?:现有|公示\D*|有|、)执委(\d+)名", r"(\d+)名执委的"):
        for found in re.finditer(pattern, words):
            assert int(found[1]) == whole, found[0]


def test_the_first_site_has_the_fifteen_that_its_introduction_names():
    site = SITES[0][1]
    counted = posts(site)
    assert "执委会共十五人" in site.introduction[0]
    assert len(site.members) - counted[Post.GROUP_LEADER] == 15
