"""How far the counties are: figures for the table, and shapes for the map."""

from collections.abc import Iterable
from dataclasses import dataclass
from types import SimpleNamespace

from pages import county_map
from pages.models import CountyPage

from ..hooks import office
from ..ledger import Ledger, Progress, Row, progress
from ..status import Duty


@dataclass(frozen=True)
class CountyProgress:
    """One county, or all of them together if *county* is ``None``."""

    county: CountyPage | None
    sites: int
    plan: Progress
    summary: Progress
    items: int

    def of(self, duty: Duty) -> Progress:
        """The progress of one kind of report."""
        return self.plan if duty == Duty.PLAN else self.summary

    @property
    def has_not_begun(self) -> bool:
        """Whether the county owes something and nothing of it is begun."""
        owed = [one for one in (self.plan, self.summary) if one.owed]
        return bool(owed) and not any(one.begun for one in owed)


def counties(ledger: Ledger) -> list[CountyProgress]:
    """Return the counties of *ledger*, whatever it is narrowed by."""
    return [summed(ledger.of(county), county) for county in ledger.counties]


def summed(rows: Iterable[Row], county: CountyPage | None = None) -> CountyProgress:
    """Add up *rows*."""
    rows = list(rows)
    return CountyProgress(
        county,
        len(rows),
        progress(rows, Duty.PLAN),
        progress(rows, Duty.SUMMARY),
        sum(row.items for row in rows),
    )


def with_notes(found: Iterable[CountyProgress], address: str) -> list[tuple[CountyProgress, str, list[str]]]:
    """Return counties with the address of their rows and with what the organisation department should look into."""
    found = list(found)
    leadless = office().leadless([one.county.path for one in found])
    return [(one, f"{address}{one.county.code}", _notes(one, one.county.path in leadless)) for one in found]


def _notes(one: CountyProgress, leadless: bool) -> list[str]:
    notes = ["没有可用的审定账号"] if leadless else []
    if not one.sites:
        return [*notes, "还没有示范点"]
    return [*notes, "还没有开始"] if one.has_not_begun else notes


def map_shapes(
    found: Iterable[CountyProgress], duty: Duty, address: str
) -> tuple[str, list[SimpleNamespace]]:
    """Return view box and shapes of the map, coloured by the accepted share of *duty*.

    A county leads to *address*, which ends in the parameter that takes its code. Units that are no division are not
    on the map.
    """
    viewbox, shapes = county_map.shapes()
    by_code = {one.county.code: one for one in found if one.county}
    return viewbox, [
        SimpleNamespace(
            code=shape.code,
            name=one.county.title,
            short_name=one.county.short_name,
            path=shape.path,
            url=f"{address}{shape.code}",
            count=one.of(duty).accepted,
            level=one.of(duty).level,
            words=_words(one.of(duty), duty),
            figure=f"{one.of(duty).accepted}/{one.of(duty).owed}" if one.of(duty).owed else "–",
        )
        for shape in shapes
        if (one := by_code.get(shape.code))
    ]


def _words(found: Progress, duty: Duty) -> str:
    return f"{duty.label}应报 {found.owed} 份，已通过 {found.accepted} 份"


def current_duty(ledger: Ledger) -> Duty:
    """What is looked at now: plans until all that are owed are accepted or the year is half over, then summaries."""
    plans = progress(ledger.rows, Duty.PLAN)
    half_over = (
        ledger.now.date()
        > ledger.year.plan_deadline + (ledger.year.summary_deadline - ledger.year.plan_deadline) / 2
    )
    return Duty.SUMMARY if half_over or (plans.owed and plans.accepted == plans.owed) else Duty.PLAN
