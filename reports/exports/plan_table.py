"""The plan table in the form of the notice's annex: heading, reporting unit, columns, signature line, date.

What it says is put together here once for all formats (``plan_xlsx``, ``plan_docx``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from pages import tree
from pages.models import CountyPage, SitePage

from ..models import PlanItem

# Heading and width in characters: nothing else of a plan leaves the system by this table.
COLUMNS = (
    ("序号", 6), ("县区", 12), ("示范点", 18), ("工作类型", 16), ("亮点名称", 22), ("主要内容及措施", 48),
    ("量化目标", 30), ("完成时限", 14), ("责任人（职务）", 18),
)  # fmt: skip
SIGNATURE = "县区妇联主要领导审定（签字）：　　　　　　　　　　日期：　　　　年　　月　　日"
CITY = "柳州市"


@dataclass(frozen=True)
class PlanTable:
    """What stands on the paper: *rows* have a text or number for each of ``COLUMNS``."""

    title: str
    unit: str
    rows: list[list[str | int]]
    signature: str


def plan_table(year: int, paths: Sequence[str], county: CountyPage | None) -> PlanTable:
    """Return the accepted plans of *year* below *paths*, of one *county* or of the city; four queries at most."""
    items = list(_items(year, paths))
    counties = dict(CountyPage.objects.values_list("path", "title"))
    sites = dict(
        SitePage.objects.filter(path__in={_site(item) for item in items}).values_list("path", "title")
    )
    rows: list[list[str | int]] = [
        [
            number,
            counties.get(tree.prefix(item.page.path, tree.COUNTY_DEPTH), ""),
            sites.get(_site(item), ""),
            item.get_work_display(),
            item.name,
            item.measures,
            item.target,
            f"{item.due_on.year}年{item.due_on.month}月{item.due_on.day}日" if item.due_on else "",
            item.responsible,
        ]
        for number, item in enumerate(items, start=1)
    ]
    return PlanTable(
        title=f"柳州市基层妇联改革示范点{year}年特色亮点工作计划表",
        unit=f"报送单位：{county.title if county else CITY}妇联" if county else "汇总单位：柳州市妇联组联部",
        rows=rows,
        signature=SIGNATURE if county else "",
    )


def _items(year: int, paths: Sequence[str]) -> QuerySet[PlanItem]:
    found = PlanItem.objects.filter(page__live=True, page__year=year)
    if "" not in paths:
        below = PlanItem.objects.none()
        for path in paths:
            below |= found.filter(page__path__startswith=path)
        found = below
    return found.select_related("page").order_by("page__path", "sort_order", "pk")


def _site(item: PlanItem) -> str:
    return tree.prefix(item.page.path, tree.SITE_DEPTH)
