"""What keeps a page from being submitted, and what its editor and reviewers should know, in words for people."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One finding: *field* names the form field or inline relation, *place* says in Chinese where it is.

    For a finding in an inline row, *row* is that row's object and *name* the field in it. For one in a stream,
    *block* is the id of its block.
    """

    field: str
    place: str
    message: str
    row: Any = field(default=None, compare=False, repr=False)
    name: str = ""
    block: str = field(default="", compare=False)

    def __str__(self) -> str:
        return f"{self.place}：{self.message}"
