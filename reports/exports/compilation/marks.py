"""Bookmarks of a file, as the program that reads it lists them at the side."""

from dataclasses import dataclass, field


@dataclass
class Mark:
    """A bookmark at the printed page *number*, with those below it."""

    title: str
    number: int
    below: list["Mark"] = field(default_factory=list)
