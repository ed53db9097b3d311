from .plan import PlanItem, WorkPlanPage
from .reminder import Reminder
from .summary import SummaryPhoto, YearEndSummaryPage
from .year import DeadlineExtension, ReportingSite, ReportingYear

__all__ = [
    "DeadlineExtension",
    "PlanItem",
    "Reminder",
    "ReportingSite",
    "ReportingYear",
    "SummaryPhoto",
    "WorkPlanPage",
    "YearEndSummaryPage",
]
