from .adoption import Adoption, AdoptionChannel
from .export import Export
from .guidance import GuidanceAnswer, GuidanceStep, GuidanceVisit
from .plan import PlanItem, WorkPlanPage
from .reminder import Reminder
from .summary import SummaryPhoto, YearEndSummaryPage
from .year import DeadlineExtension, ReportingSite, ReportingYear

__all__ = [
    "Adoption",
    "AdoptionChannel",
    "DeadlineExtension",
    "Export",
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
