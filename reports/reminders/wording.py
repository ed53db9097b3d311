"""A letter put into words, section by section, for both its templates."""

from dataclasses import dataclass
from datetime import date

from ..status import Standing, State, Timing
from . import links
from .collecting import Item, Letter
from .rules import Concern, Reason

ACTIONS = {
    State.NOT_BEGUN: "开始写",
    State.DRAFT: "继续写",
    State.RETURNED: "去修改",
    State.WITHDRAWN: "去修改",
    State.WITH_LEAD: "去审定",
}
MOST_REASONS_IN_SUBJECT = 2


@dataclass(frozen=True)
class Line:
    """One report: which sites, how it stands, and where to go on."""

    place: str
    state: str
    note: str
    action: str
    url: str


@dataclass(frozen=True)
class Group:
    """Reports about which the same is to be done."""

    heading: str
    lines: list[Line]


@dataclass(frozen=True)
class Section:
    """One reason."""

    heading: str
    deadline: str
    is_past: bool
    groups: list[Group]
    advice: str


def subject(letter: Letter) -> str:
    """Such as ``2026 年计划表还有 3 天截止：2 个示范点未报，1 份待您审定``."""
    reasons = letter.reasons
    what = "，".join(reason.words for reason in reasons)
    if len(reasons) > MOST_REASONS_IN_SUBJECT:
        what = f"年度报送有 {len(reasons)} 项提醒"
    unit = "个示范点" if len(reasons) == 1 else "项"
    counts = []
    if letter.missing:
        counts.append(f"{letter.missing} {unit}未报")
    if letter.waiting:
        counts.append(f"{letter.waiting} 份待您审定")
    return f"{what}：{'，'.join(counts)}"


def sections(letter: Letter) -> list[Section]:
    """What *letter* is about, by reason."""
    several = len({item.county.pk for item in letter.items}) > 1
    return [_section(reason, letter.about({reason.key}), several) for reason in letter.reasons]


def because(letter: Letter) -> str:
    """Why she gets it."""
    posts = []
    if letter.leads:
        posts.append("、".join(county.title for county in letter.leads) + "的审定领导")
    if letter.edits:
        posts.append("、".join(county.title for county in letter.edits) + "的编辑")
    return f"您是{'，也是'.join(posts)}"


def say_day(day: date) -> str:
    """A date in full."""
    return f"{day.year}年{day.month}月{day.day}日"


def _section(reason: Reason, letter: Letter, several: bool) -> Section:
    groups = []
    if missing := letter.having(Concern.HAND_IN):
        groups.append(
            Group(f"还没有报送：{letter.missing} 个示范点", [_line(item, several) for item in missing])
        )
    if waiting := letter.having(Concern.DECIDE):
        groups.append(Group(f"等您审定：{letter.waiting} 份", [_line(item, several) for item in waiting]))
    is_past = reason.days_left < 0
    advice = (
        "现在仍可报送，会标为迟报。有困难的，请联系市妇联组联部。"
        if is_past
        else "县区主要领导在这一天 24:00 以前审定通过，才算按时。写好以后请早点提交，给审定留出时间。"
    )
    return Section(reason.words, say_day(reason.deadline), is_past, groups, advice)


def _line(item: Item, several: bool) -> Line:
    names = "、".join(site.draft_title or site.title for site in item.sites)
    if item.report.of_county:
        names = f"县区合写的总结（{names}）"
    return Line(
        place=f"{item.county.title} · {names}" if several else names,
        state=item.report.state.label,
        note=_note(item.report.standing),
        action=ACTIONS[item.report.state],
        url=links.of_item(item),
    )


def _note(standing: Standing) -> str:
    """What the deadline is to a report that a lead has approved before."""
    match standing.timing:
        case Timing.ON_TIME:
            return "以前已按时审定，修改后不算迟报"
        case Timing.LATE:
            return standing.timing_words
    return ""
