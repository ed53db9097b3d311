"""What the compilation says beside the summaries' own words, the same on every paper."""

from django.utils import timezone

from pages.models import CountyPage

from ...models.summary import SummaryPhoto
from ..scope import NothingToExport, Scope
from ..summaries import OneSummary


def title_lines(scope: Scope) -> list[str]:
    """The title as the cover breaks it: place, subject, year."""
    return [scope.place, "基层妇联改革示范点", f"{scope.year}年度总结汇编"]


def title(scope: Scope) -> str:
    """The title in one line."""
    return "".join(title_lines(scope))


def editor(scope: Scope) -> str:
    """Who put it together: the city's organisation department, or the county's federation."""
    return f"{scope.county.title}妇联" if scope.county else "柳州市妇联组联部"


def date() -> str:
    """Today as 年月."""
    today = timezone.localdate()
    return f"{today.year}年{today.month}月"


def source_line(county: CountyPage, summary: OneSummary) -> list[str]:
    """Who wrote it, for which year, how long it is."""
    place = [summary.site.title, county.title] if summary.site else [f"{county.title}妇联"]
    return [*place, f"{summary.page.year}年", f"{summary.page.character_count:,}字"]


def caption(photo: SummaryPhoto) -> str:
    """The words below a photo, with who took it."""
    words = photo.caption or (photo.image.caption if photo.image else "")
    photographer = photo.photographer or (photo.image.photographer if photo.image else "")
    return f"{words}（{photographer} 摄）" if photographer else words


def nothing(scope: Scope) -> NothingToExport:
    """What to raise if no summary is published."""
    return NothingToExport(f"{scope.place}{scope.year}年还没有已发布的年度总结，不能制作汇编。")
