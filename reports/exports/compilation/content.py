"""What the compilation says, the same on every paper."""

from dataclasses import dataclass

from django.utils import timezone

from ..scope import CITY, PROJECT, NothingToExport, Scope
from ..summaries import OneSummary, approved


@dataclass(frozen=True)
class Cover:
    """The words on the cover."""

    title: str
    subtitle: str
    editor: str
    date: str
    number: int


def cover_of(scope: Scope) -> Cover:
    """Return the cover of *scope*; raises ``NothingToExport`` if no summary is published. One query."""
    number = approved(scope).count()
    if not number:
        raise NothingToExport(f"{scope.place}{scope.year}年还没有已发布的总结，不能制作汇编。")
    today = timezone.localdate()
    return Cover(
        title=f"{PROJECT}{scope.year}年度总结汇编",
        subtitle=f"{scope.place}　共 {number} 篇" if scope.county else f"共 {number} 篇",
        editor=f"{scope.place}妇联" if scope.county else f"{CITY}妇联组联部",
        date=f"{today.year}年{today.month}月",
        number=number,
    )


def source_of(summary: OneSummary, county: str) -> str:
    """Return the line below a summary's title: where it is from, and how long it is."""
    place = summary.site.title if summary.site else f"{county}妇联"
    return f"{county}　{place}　{summary.page.character_count:,} 字"


def covered_by(summary: OneSummary) -> str:
    """Return the line that names the sites which a county's summary covers; empty for a site's own."""
    return f"包括示范点：{'、'.join(summary.covered)}" if summary.covered else ""
