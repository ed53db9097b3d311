"""One act as the list tells it."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils import timezone

from .kinds import Kind


@dataclass
class Row:
    """*user_id* or *username* say who it was where the table keeps no name; *county_code* or *page_id* where it was."""

    at: datetime
    kind: Kind
    act: str
    subject: str = ""
    detail: str = ""
    person: str = ""
    county: str = ""
    user_id: int | None = None
    username: str = ""
    county_code: str | None = None
    page_id: int | None = None
    sheet_id: int | None = None  # the publication's entry, where the act was one
    page_exists: bool = field(default=False)

    @property
    def local_time(self) -> datetime:
        """The time on the clock in Liuzhou."""
        return timezone.localtime(self.at)
