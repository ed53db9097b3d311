from .adoption import Adoption, AdoptionChannel
from .summary import SummaryPhoto, YearEndSummaryPage
from .year import ReportingYear

__all__ = ["Adoption", "AdoptionChannel", "ReportingYear", "SummaryPhoto", "YearEndSummaryPage"]
