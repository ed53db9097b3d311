"""What the compilation is called, who made it, and when."""

from django.utils import timezone

from ..scope import Scope


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
