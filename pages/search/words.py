"""Cutting runs of Han characters into words, the same for index and query."""

from functools import cache

import rjieba

from .. import divisions
from ..works.kinds import KINDS
from .folding import fold

TERMS = (
    "妇联", "妇女联合会", "妇女之家", "妇女微家", "儿童之家", "妇女小组", "示范点", "执委", "常委", "轮值主席", "主席团",
    "副主席", "桂姐姐", "桂姐姐宣讲队", "大宣讲", "环保妈妈", "爱心妈妈", "最美家庭", "五好家庭", "绿色家庭", "巾帼",
    "巾帼志愿者", "巾帼家政", "家风", "家训", "家教", "议事会", "妇女议事会", "议事厅", "亮牌", "亮牌服务", "五盏灯",
    "两癌", "两癌筛查", "两癌救助", "母婴室", "两纲", "易地搬迁", "安置点", "月嫂", "育婴师", "家政", "反家暴",
    "家暴", "禁毒", "反诈", "防疫", "一事一记", "联席会议", "网格员", "帮扶", "女企业家", "绣娘", "侗绣", "苗绣",
    "壮锦", "三月三", "三八", "三八节", "三八红旗手", "螺蛳粉", "柳州", "柳州市", "广西", "壮族", "侗族", "苗族", "瑶族",
)  # fmt: skip
SHORTEST = 2


@cache
def _segmenter() -> rjieba.Jieba:
    segmenter = rjieba.Jieba()
    for word in sorted(site_words()):
        segmenter.add_word(word, None, "n")
    return segmenter


@cache
def site_words() -> frozenset[str]:
    """The site's own words that do not change while it runs: works, terms, counties, townships."""
    words = set(TERMS)
    for kind in KINDS:
        words |= {kind.short_name, kind.title}
    for county in divisions.counties():
        words |= {county.name, county_stem(county.name), *county.townships}
        words |= {town.removesuffix("街道") for town in county.townships}
    return frozenset(fold(word) for word in words if "·" not in word and SHORTEST <= len(word) <= 10)


def county_stem(name: str) -> str:
    """Return a county's proper name without its kind: 三江侗族自治县 → 三江, 城中区 → 城中."""
    for kind in ("苗族自治县", "侗族自治县", "县", "区"):
        if name.endswith(kind):
            return name.removesuffix(kind)
    return name


@cache
def _stems() -> dict[str, str]:
    return {county_stem(county.name): county.name for county in divisions.counties()}


def cut(run: str) -> list[str]:
    """Return the words of *run*, each character in one of them."""
    return _segmenter().cut(run, hmm=False)  # guessed words would differ with their neighbours


def cut_fine(run: str) -> set[str]:
    """Return the words of *run* and the shorter words within them."""
    found = set()
    for word in cut(run):
        found.add(word)
        if len(word) > SHORTEST:
            found |= {
                part
                for part in _segmenter().cut_for_search(word, hmm=False)
                if _stands_for_itself(part, word)
            }
    return found


def _stands_for_itself(part: str, word: str) -> bool:
    """A county's proper name is no part of other words: 城中村 has nothing to do with 城中区."""
    if part == word or part not in _stems():
        return True
    return word.startswith((_stems()[part], f"{part}县", f"{part}区"))


def is_word(run: str) -> bool:
    """Whether *run* as it is stands in the dictionary."""
    return _segmenter().has_word(run)
