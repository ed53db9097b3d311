from .adoption import Adoption, AdoptionChannel
from .guidance import GuidanceAnswer, GuidanceStep, GuidanceVisit
from .plan import PlanItem, WorkPlanPage
from .reminder import Reminder
from .summary import SummaryPhoto, YearEndSummaryPage
from .year import DeadlineExtension, ReportingSite, ReportingYear

__all__ = [
    "Adoption",
    "AdoptionChannel",
    "DeadlineExtension",
    "GuidanceAnswer",
    "GuidanceStep",
    "GuidanceVisit",
    "PlanItem",
    "Reminder",
    "ReportingSite",
    "ReportingYear",
    "SummaryPhoto",
    "WorkPlanPage",
    "YearEndSummaryPage",
]
