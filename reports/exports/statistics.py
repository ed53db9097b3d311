"""年度统计表: a year in numbers, by county and by work, as a spreadsheet. What is counted is written below the tables."""

from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db.models import Count
from django.db.models.functions import Substr
from django.utils import timezone
from openpyxl import Workbook

from pages import figures, tree
from pages.models import CountyPage
from pages.queries import counties as all_counties
from pages.queries import listings
from pages.works.kinds import KINDS, WorkKind
from pages.works.overview import specs_of, sums_by_county

from ..adoptions.ranking import Score, scores_of, whole
from ..ledger import Ledger, Row, ledger
from ..ledger import progress as report_progress
from ..models import ReportingYear
from ..status import Duty
from .scope import NothingToExport, Progress, Scope
from .sheet import Column, write_sheet

EVENTS = (
    ("lecture", "示范讲座"),
    ("volunteer-activity", "志愿服务活动"),
    ("meeting", "现场会"),
    ("story", "故事"),
)
NARROW = 7  # characters: headings stand in two or three lines, so that a page holds all columns
COUNTY_PREFIX = tree.COUNTY_DEPTH * tree.STEP
BASIS = (
    "计划和总结按本站报送台账计算；篇数只计{year}年已发布、现在仍公开的内容；采用篇数和得分按采用登记计算。"
)
Values = list[Any]


def build(scope: Scope, target: Path, progress: Progress) -> None:
    """Write the statistics of *scope*; of a county alone it says nothing of others. A fixed number of queries."""
    year = ReportingYear.objects.filter(year=scope.year).first()
    if year is None:
        raise NothingToExport(f"还没有设立 {scope.year} 报送年度，没有可统计的内容。")
    now = timezone.localtime()
    numbers = _Numbers(scope, year, now)
    workbook = Workbook()
    notes = [
        BASIS.format(year=scope.year),
        f"截至{now.year}年{now.month}月{now.day}日 {now:%H:%M}，由系统自动汇总。",
    ]
    title = f"{scope.place}基层妇联改革示范点{scope.year}年工作统计表"
    for number, (name, columns, rows) in enumerate((numbers.by_county(), numbers.by_work()), start=1):
        sheet = workbook.active if number == 1 else workbook.create_sheet()
        sheet.title = name
        write_sheet(sheet, f"{title}（{name}）", columns, rows, notes, totals=number == 1)
        progress(number, 2)
    workbook.save(target)


class _Numbers:
    """All numbers of a year, asked for once."""

    def __init__(self, scope: Scope, year: ReportingYear, now: datetime) -> None:
        self.counties: list[CountyPage] = [one for one in all_counties() if one.path.startswith(scope.path)]
        self._ledger: Ledger = ledger(year, (scope.path,), now)
        self._items = _items(scope)
        self._scores = {score.county_id: score for score in scores_of(scope.year)}
        self._sums = sums_by_county([spec for kind in KINDS for spec in specs_of(kind)], scope.year)

    def by_county(self) -> tuple[str, list[Column], list[Values]]:
        """A row for each county, and the total."""
        columns = [Column("县区", 16), Column("示范点", NARROW)]
        for duty in Duty:
            columns += [
                Column(f"{duty.label}{word}", NARROW) for word in ("应报", "已通过", "迟报", "逾期未报")
            ]
        columns += [Column(kind.short_name, NARROW) for kind in KINDS]
        columns += [Column(name, NARROW) for _, name in EVENTS]
        columns += [Column("发布合计", NARROW), Column("采用篇数", NARROW), Column("采用得分", NARROW)]
        rows = [
            self._county(county.title, self._ledger.of(county), self._items_of(county), self._score(county))
            for county in self.counties
        ]
        if len(rows) > 1:
            everything = sum((self._items_of(county) for county in self.counties), Counter())
            score = whole(self._score(county) for county in self.counties)
            rows.append(self._county("合计", self._ledger.rows, everything, score))
        return "按县区", columns, rows

    def _county(self, name: str, rows: list[Row], items: Counter[str], score: Score) -> Values:
        values: Values = [name, len(rows)]
        for duty in Duty:
            one = report_progress(rows, duty)
            values += [one.owed, one.accepted, one.late, one.overdue]
        counted = [items[kind.slug] for kind in KINDS] + [items[kind] for kind, _ in EVENTS]
        return [*values, *counted, sum(counted), score.items, score.total]

    def by_work(self) -> tuple[str, list[Column], list[Values]]:
        """A row for each figure of each work, a column for each county."""
        columns = [Column("工作", 36), Column("指标", 20), Column("单位", 8)]
        columns += [Column(county.title, 12) for county in self.counties]
        columns += [Column("合计", 12)] if len(self.counties) > 1 else []
        return "按工作", columns, [row for kind in KINDS for row in self._work(kind)]

    def _work(self, kind: WorkKind) -> list[Values]:
        rows = [
            [kind.title, "发布篇数", "篇", *(self._items_of(county)[kind.slug] for county in self.counties)]
        ]
        for spec in specs_of(kind):
            values = [figures.whole(self._sums[county.path].get(spec.name, 0)) for county in self.counties]
            rows.append([kind.title, spec.label, spec.unit, *values])
        return [[*row, sum(row[3:])] for row in rows] if len(self.counties) > 1 else rows

    def _items_of(self, county: CountyPage) -> Counter[str]:
        return self._items.get(county.path, Counter())

    def _score(self, county: CountyPage) -> Score:
        return self._scores.get(county.pk) or Score(county.pk, county.title)


def _items(scope: Scope) -> dict[str, Counter[str]]:
    """Number of published pages of the year by the county's path and kind."""
    found = listings(pictures=False).filter(year=scope.year, page__path__startswith=scope.path).order_by()
    rows = found.annotate(county=Substr("page__path", 1, COUNTY_PREFIX)).values_list("county", "kind")
    items: dict[str, Counter[str]] = {}
    for county, kind, number in rows.annotate(Count("pk")):
        items.setdefault(county, Counter())[kind] = number
    return items
