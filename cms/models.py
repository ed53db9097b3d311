from .accounts.models import AccountChange, Deputy, OfficeContact, StaffAccount
from .county import County
from .review_records import ReviewFindings, ReviewOpened
from .word_import import WordImport
from .workflow.ledger import LedgerEntry, LedgerHead
from .workflow.tasks import CityReviewTask, CountyReviewTask

__all__ = [
    "AccountChange",
    "CityReviewTask",
    "County",
    "CountyReviewTask",
    "Deputy",
    "LedgerEntry",
    "LedgerHead",
    "OfficeContact",
    "ReviewFindings",
    "ReviewOpened",
    "StaffAccount",
    "WordImport",
]
