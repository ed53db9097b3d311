"""What keeps a page from being submitted, in words for its editor."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One reason against submission: *field* names the form field or inline relation, *place* its label."""

    field: str
    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}：{self.message}"
