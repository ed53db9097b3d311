"""The week's overview for the organisation department: each open year's totals, and where somebody should ring up."""

from dataclasses import dataclass

from pages.mail.message import Mail
from pages.models import CountyPage

from ..hooks import Person
from ..ledger import Ledger, Progress, Row, progress
from ..status import Duty, State
from . import mails
from .situation import Situation
from .wording import say_day

COLUMNS = ("应报", "已通过", "待县区审定", "待市级审核", "已退回", "未开始", "逾期")
MOST_NAMED = 6  # sites of a county


@dataclass(frozen=True)
class Line:
    """One county, or all of them."""

    name: str
    numbers: list[int]

    @property
    def words(self) -> str:
        """The numbers with what each counts, for plain text."""
        return "，".join(f"{column} {number}" for column, number in zip(COLUMNS, self.numbers, strict=True))


@dataclass(frozen=True)
class Table:
    """How one duty of one year stands."""

    heading: str
    deadline: str
    lines: list[Line]
    total: Line
    not_begun: list[str]
    overdue: list[str]


def subject(situation: Situation) -> str:
    """Such as ``报送进展周报（2026年3月23日）``."""
    return f"报送进展周报（{say_day(situation.day)}）"


def mail(situation: Situation, person: Person) -> Mail:
    """The digest of *situation* for *person*."""
    context = {
        "columns": COLUMNS,
        "tables": [_table(one, duty) for one in situation.ledgers for duty in Duty],
        "without_editor": [county.title for county in situation.without_editor],
        "without_lead": [county.title for county in situation.without_lead],
        "without_address": [f"{person.name}（{place}）" for person, place in situation.without_address],
        "undelivered": list(
            dict.fromkeys(f"{row.address}（{row.day:%m-%d}）" for row in situation.undelivered)
        ),
    }
    return mails.make("digest", person, subject(situation), context, situation.now)


def _table(one: Ledger, duty: Duty) -> Table:
    counties: list[tuple[CountyPage, list[Row]]] = []
    for county in one.counties:
        rows = [row for row in one.of(county) if row.report(duty)]
        if rows:
            counties.append((county, rows))
    totals = [(county, progress(rows, duty), rows) for county, rows in counties]
    return Table(
        heading=f"{one.year.year} 年{duty.label}",
        deadline=say_day(one.year.deadline(duty)),
        lines=[Line(county.title, _numbers(total)) for county, total, _ in totals],
        total=Line("合计", _numbers(progress(one.rows, duty))),
        not_begun=[county.title for county, total, _ in totals if not total.begun],
        overdue=[
            f"{county.title}（{_late_sites(rows, duty)}）" for county, total, rows in totals if total.overdue
        ],
    )


def _numbers(total: Progress) -> list[int]:
    states = (State.ACCEPTED, State.WITH_LEAD, State.WITH_CITY, State.RETURNED, State.NOT_BEGUN)
    return [total.owed, *[total.states.get(state, 0) for state in states], total.overdue]


def _late_sites(rows: list[Row], duty: Duty) -> str:
    names = [row.site.draft_title or row.site.title for row in rows if row.report(duty).is_overdue]
    more = f" 等 {len(names)} 个" if len(names) > MOST_NAMED else ""
    return "、".join(names[:MOST_NAMED]) + more
