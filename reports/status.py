"""How a report stands: its state, and whether it is on time. Pure rules, no queries, no clock.

Used by the ledger, the homes, reminders, site boards and exports, so that all say the same (PRODUCT 3).
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from django.db.models import TextChoices

LIUZHOU = ZoneInfo("Asia/Shanghai")


class Duty(TextChoices):
    """What is owed in a year (notice, part three)."""

    PLAN = "plan", "计划表"
    SUMMARY = "summary", "总结"


class State(TextChoices):
    """How far a report is between its writer and its readers."""

    NOT_BEGUN = "not_begun", "未开始"
    DRAFT = "draft", "草稿"
    WITH_LEAD = "with_lead", "待县区审定"
    WITH_CITY = "with_city", "待市级审核"
    RETURNED = "returned", "已退回"
    ACCEPTED = "accepted", "已通过"
    WITHDRAWN = "withdrawn", "已撤下"


# States in which it is the county's editors who have to do something.
WITH_EDITOR = frozenset({State.NOT_BEGUN, State.DRAFT, State.RETURNED, State.WITHDRAWN})


class Timing(Enum):
    """How a report stands to its deadline; the value is the word for it in filters."""

    ON_TIME = "按时"
    LATE = "迟报"
    DUE = "未到期"
    DUE_TODAY = "今天截止"
    OVERDUE = "逾期未报"


@dataclass(frozen=True)
class Standing:
    """One report of one site.

    *approved_at* is the lead's first approval, aware; ``None`` without one. *now* is the moment it is asked about.
    """

    state: State
    deadline: date
    approved_at: datetime | None
    now: datetime

    @property
    def timing(self) -> Timing:
        """On time means that the lead's first approval came by 24:00 of the day; a later return changes nothing."""
        if self.approved_at is not None:
            return Timing.ON_TIME if self.approved_at <= end_of(self.deadline) else Timing.LATE
        left = self.days_left
        if left == 0:
            return Timing.DUE_TODAY
        return Timing.DUE if left > 0 else Timing.OVERDUE

    @property
    def days_left(self) -> int:
        """Days until the deadline; 0 on its day, negative afterwards."""
        return (self.deadline - day_of(self.now)).days

    @property
    def days_late(self) -> int:
        """By how many days the report came, or so far has not come, too late; 0 if it did not."""
        if self.timing is Timing.LATE and self.approved_at:
            return (day_of(self.approved_at) - self.deadline).days
        return -self.days_left if self.timing is Timing.OVERDUE else 0

    @property
    def timing_words(self) -> str:
        """In words for staff, such as ``还有 5 天``."""
        match self.timing:
            case Timing.DUE:
                return f"还有 {self.days_left} 天"
            case Timing.OVERDUE:
                return f"已逾期 {self.days_late} 天"
            case Timing.LATE:
                return f"迟报 {self.days_late} 天"
        return self.timing.value


def day_of(moment: datetime) -> date:
    """Return the day that *moment*, which is aware, is on in Liuzhou."""
    return moment.astimezone(LIUZHOU).date()


def end_of(day: date) -> datetime:
    """Return 24:00 of *day* in Liuzhou."""
    return datetime.combine(day + timedelta(days=1), time.min, LIUZHOU)


def in_force(deadline: date, extension: date | None) -> date:
    """Return the deadline of a county that may have an *extension*, which never shortens it."""
    return max(deadline, extension) if extension else deadline
