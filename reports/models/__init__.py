from .summary import SummaryPhoto, YearEndSummaryPage
from .year import ReportingYear

__all__ = ["ReportingYear", "SummaryPhoto", "YearEndSummaryPage"]
