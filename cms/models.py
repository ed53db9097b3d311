from .county import County
from .word_import import WordImport
from .workflow.ledger import LedgerEntry, LedgerHead
from .workflow.tasks import CityReviewTask, CountyReviewTask

__all__ = ["CityReviewTask", "County", "CountyReviewTask", "LedgerEntry", "LedgerHead", "WordImport"]
