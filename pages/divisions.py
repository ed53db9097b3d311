"""The official list of Liuzhou's counties and townships that the site is set up from."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIST = Path(__file__).parent / "data" / "liuzhou-divisions.json"


@dataclass(frozen=True)
class County:
    """A county or district with the names of its townships, as the official list has them."""

    code: str
    name: str
    townships: tuple[str, ...]


@cache
def counties() -> tuple[County, ...]:
    """The ten counties and districts of Liuzhou, in the order of their codes."""
    rows = json.loads(LIST.read_text(encoding="utf-8"))
    return tuple(
        County(row["code"], row["name"], tuple(town["name"] for town in row["townships"])) for row in rows
    )
