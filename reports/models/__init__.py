from .adoption import Adoption, AdoptionChannel
from .guidance import GuidanceAnswer, GuidanceStep, GuidanceVisit
from .plan import PlanItem, WorkPlanPage
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
    "ReportingSite",
    "ReportingYear",
    "SummaryPhoto",
    "WorkPlanPage",
    "YearEndSummaryPage",
]
