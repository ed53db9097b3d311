"""Where one page of the list ends and the next begins: the time of an act, its table, its number there."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.db.models import Q


@dataclass(frozen=True, order=True)
class Cursor:
    """The place of one act in the list. Acts of the same moment are in the order of tables and numbers."""

    at: datetime
    table: int
    pk: int

    def __str__(self) -> str:
        return f"{self.at.astimezone(UTC):%Y%m%d%H%M%S.%f}-{self.table}-{self.pk}"

    @classmethod
    def parse(cls, text: str) -> "Cursor | None":
        """Return the cursor that *text* spells, or ``None``."""
        try:
            moment, table, pk = text.split("-")
            return cls(datetime.strptime(moment, "%Y%m%d%H%M%S.%f").replace(tzinfo=UTC), int(table), int(pk))
        except ValueError:
            return None

    def before(self, table: int, time: str) -> Q:
        """Rows of *table*, in order by the field *time*, that come after this place as the list goes back in time."""
        earlier = Q(**{f"{time}__lt": self.at})
        if table < self.table:
            return earlier | Q(**{time: self.at})
        return earlier | Q(**{time: self.at, "pk__lt": self.pk}) if table == self.table else earlier
