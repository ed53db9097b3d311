"""Postal addresses below the township: house numbers, buildings, rooms."""

import re

from .match import Match, fold, place

_HAN = "\u4e00-\u9fff"
_ROAD = r"(?<![思线电套铁门])路|街|大道|巷|弄|胡同"
_GROUP = "(?:村民?|屯|社区)第?[一二三四五六七八九十0-9]{1,2}组"
_VILLAGE = rf"{_GROUP}|(?<![该本全各我])(?:屯|村|寨|社区|小区|新村|花园|家园|公寓|大院|苑)"
_HOUSE = r"[0-9]{1,4}(?:-[0-9]{1,4})?"
_CHINESE_HOUSE = "[一二三四五六七八九十百零〇]{1,5}"
_NO_HOUSE = (
    "(?!线|文件|令|桥|车|路灯|公交|选手|作品|展|摊|台|桌|工程|项目|示范|课题|提案|议案|通知|公告|地块)"
)
_NO_DAY = "(?!上午|中午|下午|晚|早|凌晨|当天|当日|前|后|起|开始|召开|举行|举办|开展|组织|启动|揭牌|到|至|-|—|～|~|、[0-9])"
_ROOM = r"(?:[0-9]{1,2}楼)?[0-9]{3,4}(?:号房|室|房|号)?(?![0-9人户名个元平米㎡次件万%,.])"
_UNIT = rf"[0-9]{{1,2}}单元(?:[ -]?{_ROOM})?"
_BUILDING = r"[0-9A-Za-z]{1,3}(?:栋|幢|号楼|座)"
_INNER = rf"{_BUILDING}[ -]?(?:{_UNIT}|{_ROOM})"

_ADDRESS = re.compile(
    rf"""
    (?P<name>[{_HAN}]{{1,6}}(?:(?:{_ROAD})[东南西北中一二三四五段]{{0,2}}))[ ]?
        (?:{_HOUSE}|{_CHINESE_HOUSE})[ ]?号(?:院|大院)?{_NO_HOUSE}(?:[ -]?(?:{_INNER}|{_UNIT}|{_BUILDING}))?
    |(?P<place>[{_HAN}]{{1,6}}(?:{_VILLAGE}))[ ]?
        (?:{_HOUSE}[ ]?号{_NO_HOUSE}{_NO_DAY}|{_INNER}|{_BUILDING}(?!楼|房|住宅|建筑|居民|老|高|新))
    |(?<![0-9A-Za-z]){_INNER}
    |(?<![0-9A-Za-z第])[0-9]{{1,2}}单元[ -]?{_ROOM}
    """,
    re.VERBOSE,
)
_BEFORE_NAME = re.compile(rf".*(?:[市区县镇乡址]|街道|在|住|于|到)(?=[{_HAN}0-9]{{2}})")


def addresses(text: str) -> list[Match]:
    """Return the postal addresses in *text*, in order, each from the name of its road or place on.

    Days of the month, numbers of documents, lines and rooms of an office are none.
    """
    even = fold(text)
    if not any(sign in even for sign in "号栋幢座元"):
        return []
    found = []
    for match in _ADDRESS.finditer(even):
        before = _BEFORE_NAME.match(match["name"] or match["place"] or "")
        found.append(place(text, match.start() + (before.end() if before else 0), match.end()))
    return found
