"""What the ledger can be narrowed and sorted by."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django import forms

from ..ledger import Ledger, Row
from ..status import Duty, State, Timing

ALL = [("", "全部")]
TIMINGS = [(timing.name.lower(), timing.value) for timing in Timing]
NEVER = date.min
_STATES = {state: place for place, state in enumerate(State)}


class LedgerFilter(forms.Form):
    """County, states of both reports, timing, name of the site; all may be left out, and they combine."""

    county = forms.ChoiceField(label="县区", required=False)
    plan = forms.ChoiceField(label="计划表", required=False, choices=ALL + State.choices)
    summary = forms.ChoiceField(label="总结", required=False, choices=ALL + State.choices)
    timing = forms.ChoiceField(label="时限", required=False, choices=ALL + TIMINGS)
    q = forms.CharField(label="示范点", required=False, max_length=60)

    def __init__(self, data: Any, ledger: Ledger) -> None:
        super().__init__(data, auto_id="ledger-%s")
        if len(ledger.counties) > 1:
            self.fields["county"].choices = ALL + [(one.code, one.title) for one in ledger.counties]
        else:
            del self.fields["county"]
        self.fields["q"].widget.attrs |= {"type": "search", "placeholder": "名称"}

    def rows(self, rows: Iterable[Row]) -> list[Row]:
        """Return those of *rows* that are wanted; what is not understood finds nothing."""
        return [row for row in rows if self._wants(row)] if self.is_valid() else []

    def _wants(self, row: Row) -> bool:
        wanted = self.cleaned_data
        if wanted.get("county") and row.county.code != wanted["county"]:
            return False
        for duty in Duty:
            report = row.report(duty)
            if wanted[duty.value] and not (report and report.state == wanted[duty.value]):
                return False
        if wanted["timing"] and not any(
            report.standing.timing.name.lower() == wanted["timing"] for report in row.reports
        ):
            return False
        return wanted["q"].strip() in (row.site.draft_title or row.site.title)

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was chosen."""
        return any(self.data.get(name) for name in self.fields)


def _report_key(duty: Duty) -> Callable[[Row], Any]:
    def key(row: Row) -> tuple[int, int]:
        report = row.report(duty)
        return (_STATES[report.state], -report.standing.days_late) if report else (len(_STATES), 0)

    return key


SORTS: dict[str, Callable[[Row], Any]] = {
    "county": lambda row: row.county.code,
    "site": lambda row: row.site.draft_title or row.site.title,
    "plan": _report_key(Duty.PLAN),
    "summary": _report_key(Duty.SUMMARY),
    "items": lambda row: row.items,
    "last": lambda row: row.last_activity or NEVER,
}


def in_order(rows: list[Row], wanted: str) -> list[Row]:
    """Return *rows* by the column *wanted*, such as ``-items``; in the tree's order if it is none of ``SORTS``."""
    key = SORTS.get(wanted.removeprefix("-"))
    return sorted(rows, key=key, reverse=wanted.startswith("-")) if key else rows
