"""On which days somebody is written to, and about what. Pure rules, no queries, no clock (PRODUCT 3)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ..status import WITH_EDITOR, Duty, State

DAYS_BEFORE = frozenset({14, 7, 3, 1, 0})
EVERY = 7  # days, after the deadline
MONDAY = 0
DIGEST = "digest"  # the reason of the weekly mail


class Concern(Enum):
    """What somebody is to do about a report."""

    HAND_IN = "未报"
    DECIDE = "待审定"


@dataclass(frozen=True, order=True)
class Reason:
    """Why somebody is written to on *day*: a duty of a year, and how far its *deadline* is from there."""

    deadline: date
    year: int
    duty: Duty
    day: date

    @property
    def days_left(self) -> int:
        """Days until the deadline; negative when it has passed."""
        return (self.deadline - self.day).days

    @property
    def key(self) -> str:
        """What is remembered, such as ``2026:plan:-7`` for seven days before and ``2026:plan:+7`` for after."""
        return f"{self.year}:{self.duty.value}:{-self.days_left:+d}"

    @property
    def words(self) -> str:
        """Such as ``2026 年计划表还有 3 天截止``."""
        if self.days_left > 0:
            when = f"还有 {self.days_left} 天截止"
        else:
            when = f"已逾期 {-self.days_left} 天" if self.days_left else "今天截止"
        return f"{self.year} 年{self.duty.label}{when}"


def reason_on(year: int, duty: Duty, deadline: date, day: date) -> Reason | None:
    """Return why people are reminded on *day* of the *duty* of *year*, whose *deadline* is the county's; or ``None``."""
    left = (deadline - day).days
    is_due = left in DAYS_BEFORE or (left < 0 and left % EVERY == 0)
    return Reason(deadline, year, duty, day) if is_due else None


def concern_of(state: State) -> Concern | None:
    """Return what a county's people are to do about a report in *state*; ``None`` if it is not their turn."""
    if state in WITH_EDITOR:
        return Concern.HAND_IN
    return Concern.DECIDE if state == State.WITH_LEAD else None


def is_digest_day(day: date) -> bool:
    """Whether the organisation department gets its weekly mail on *day*."""
    return day.weekday() == MONDAY
