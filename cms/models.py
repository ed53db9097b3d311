from .accounts.models import AccountChange, Deputy, OfficeContact, StaffAccount
from .county import County
from .notices.models import MailChoice, ReviewDigest, TransitionMail
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
    "MailChoice",
    "OfficeContact",
    "ReviewDigest",
    "ReviewFindings",
    "ReviewOpened",
    "StaffAccount",
    "TransitionMail",
    "WordImport",
]
