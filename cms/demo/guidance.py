"""Visits of the organisation department in every state, with days counted back from the day of loading."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from cms.county import County
from pages.models import SitePage
from reports.guidance import steps
from reports.models import GuidanceVisit

from .accounts import Accounts

MARK = "【演示】"


@dataclass(frozen=True)
class Visit:
    """A visit *days* ago to the *nth* site of a county; the other numbers are days ago, too."""

    code: str
    nth: int
    days: int
    visitors: str
    findings: str
    advice: str
    sent: int | None = None
    due: int | None = None
    answers: tuple[tuple[int, str], ...] = ()
    first_advice: str = ""
    corrected: int = 0
    closed: int | None = None


VISITS = [
    Visit(
        "450202", 0, 42, "组联部部长、组联部干部 2 名",
        "妇女议事会议事内容贴近居民，议题和结果都上了墙。\n轮值主席的任期表没有公示，执委联系妇女群众的登记不全。",
        "补齐轮值主席任期表并在妇女之家公示。\n一个月内把执委联系登记补到每人 10 名以上。",
        sent=40, due=6,
    ),
    Visit(
        "450203", 0, 26, "组联部副部长、组联部干部 1 名",
        "亮牌服务做得细，服务时间、职责都写清楚了。\n服务记录有三个月没有更新。",
        "明确专人每月更新一次服务记录。",
        sent=25, due=-10,
        answers=((3, "已明确由妇联副主席负责，三个月的服务记录已经补齐，今后每月 5 日前更新。"),),
    ),
    Visit(
        "450206", 0, 12, "组联部干部 2 名",
        "“桂姐姐”宣讲队进屯入户，群众愿意听。\n宣讲照片没有写时间和地点。",
        "上传照片时写清楚时间、地点和活动内容。\n试着用壮语讲一场。",
        sent=11,
    ),
    Visit(
        "450226", 0, 75, "组联部部长、组联部干部 1 名",
        "巾帼志愿服务队人数多，与护林防火结合得好。\n志愿服务时长没有登记。",
        "从本月起登记每次活动的时长，年底前补齐全年的记录。",
        sent=74, due=30, first_advice="登记每次活动的时长。", corrected=72,
        answers=(
            (55, "已从本月起逐次登记，前几个月的正在向各小组核对。"),
            (33, "全年记录已经补齐，共登记活动 14 次。"),
        ),
        closed=31,
    ),
    Visit("450202", 1, 2, "组联部干部 2 名", "妇女之家已经挂牌，活动室每周开放三天。", ""),
]  # fmt: skip


def add_visits(accounts: Accounts) -> None:
    """Record the visits, each step by whom it belongs to."""
    for text in VISITS:
        _add(text, accounts)


def _add(text: Visit, accounts: Accounts) -> None:
    county, city = County.objects.get(code=text.code), accounts.moderator()
    visit = GuidanceVisit(
        visited_on=_ago(text.days).date(),
        visitors=text.visitors,
        findings=MARK + text.findings,
        advice=text.first_advice or text.advice,
        answer_due=None if text.due is None else _ago(text.due).date(),
        recorded_at=_ago(text.days),
    )
    visit.set_site(SitePage.objects.descendant_of(county.page).order_by("path")[text.nth])
    steps.save_draft(visit, city)
    if text.sent is None:
        return
    steps.send(visit, city, at=_ago(text.sent))
    if text.corrected:
        before = steps.Words.of(visit)
        visit.advice = text.advice
        steps.correct(visit, before, city, at=_ago(text.corrected))
    for day, words in text.answers:
        steps.answer(visit, MARK + words, accounts.editor(county), at=_ago(day))
    if text.closed is not None:
        steps.close(visit, city, at=_ago(text.closed))


def _ago(days: int) -> datetime:
    """Ten o'clock *days* days ago, in local time."""
    day = timezone.localdate() - timedelta(days=days)
    return timezone.make_aware(datetime.combine(day, time(10)))
