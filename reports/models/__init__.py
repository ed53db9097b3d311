from .guidance import GuidanceAnswer, GuidanceStep, GuidanceVisit
from .summary import SummaryPhoto, YearEndSummaryPage
from .year import ReportingYear

__all__ = [
    "GuidanceAnswer",
    "GuidanceStep",
    "GuidanceVisit",
    "ReportingYear",
    "SummaryPhoto",
    "YearEndSummaryPage",
]
