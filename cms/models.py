from .county import County
from .notices.models import MailChoice, ReviewDigest, TransitionMail
from .word_import import WordImport
from .workflow.ledger import LedgerEntry, LedgerHead
from .workflow.tasks import CityReviewTask, CountyReviewTask

__all__ = [
    "CityReviewTask",
    "County",
    "CountyReviewTask",
    "LedgerEntry",
    "LedgerHead",
    "MailChoice",
    "ReviewDigest",
    "TransitionMail",
    "WordImport",
]
