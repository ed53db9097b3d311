from .county import County
from .workflow.ledger import LedgerEntry, LedgerHead
from .workflow.tasks import CityReviewTask, CountyReviewTask

__all__ = ["CityReviewTask", "County", "CountyReviewTask", "LedgerEntry", "LedgerHead"]
