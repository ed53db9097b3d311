"""What a page holds, in a line of figures: characters with their limit, parts of the text, photos."""

from collections import Counter
from dataclasses import dataclass

from wagtail.models import Page

from pages.fields import CharacterCountField
from reports.models import YearEndSummaryPage
from reports.rules import MAX_CHARACTERS

PARTS = {"heading": "个小标题", "paragraph": "段正文", "quotation": "处引文", "table": "个表格"}


@dataclass(frozen=True)
class Outcome:
    """*limit* is 0 for types without one."""

    characters: int
    limit: int
    parts: str
    photos: int

    @property
    def over(self) -> int:
        """How many characters are too many."""
        return max(0, self.characters - self.limit) if self.limit else 0


def outcome_of(page: Page) -> Outcome:
    """Return the figures of *page* as it is in memory."""
    found = Counter(block.block_type for block in page.body)
    parts = [f"{found[kind]} {words}" for kind, words in PARTS.items() if found[kind]]
    return Outcome(
        characters=CharacterCountField.count(page.body),
        limit=MAX_CHARACTERS if isinstance(page, YearEndSummaryPage) else 0,
        parts="、".join(parts),
        photos=len(page.photos.all()),
    )
