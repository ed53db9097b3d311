from .county import County
from .review_records import ReviewFindings, ReviewOpened
from .word_import import WordImport
from .workflow.ledger import LedgerEntry, LedgerHead
from .workflow.tasks import CityReviewTask, CountyReviewTask

__all__ = [
    "CityReviewTask",
    "County",
    "CountyReviewTask",
    "LedgerEntry",
    "LedgerHead",
    "ReviewFindings",
    "ReviewOpened",
    "WordImport",
]
