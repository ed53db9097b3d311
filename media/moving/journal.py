"""What a move has done already, in a small database of its own, so that it can be broken off at any moment."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

AT_ONCE = 500
TABLE = """CREATE TABLE IF NOT EXISTS moved (
    part TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (part, name)
)"""


@dataclass(frozen=True)
class Moved:
    """A file that arrived: its size in bytes and the SHA-256 (hex) that both ends had."""

    size: int
    sha256: str


class Journal:
    """Every entry is on the disk when ``add()`` returns; an entry was compared at both ends before."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("PRAGMA journal_mode=WAL")
        self._database.execute("PRAGMA synchronous=NORMAL")
        self._database.execute(TABLE)

    def close(self) -> None:
        self._database.close()

    def add(self, part: str, name: str, moved: Moved) -> None:
        self._database.execute(
            "INSERT OR REPLACE INTO moved VALUES (?, ?, ?, ?)", (part, name, moved.size, moved.sha256)
        )

    def remove(self, part: str, name: str) -> None:
        self._database.execute("DELETE FROM moved WHERE part = ? AND name = ?", (part, name))

    def find(self, part: str, names: Iterable[str]) -> dict[str, Moved]:
        """Return what is known of those of *names* that arrived."""
        found = {}
        for name in names:
            row = self._database.execute(
                "SELECT size, sha256 FROM moved WHERE part = ? AND name = ?", (part, name)
            ).fetchone()
            if row:
                found[name] = Moved(*row)
        return found

    def names(self, part: str) -> Iterator[list[str]]:
        """Yield the names of all entries of *part*, some hundred at a time; they may be removed meanwhile."""
        last = ""
        while rows := self._database.execute(
            "SELECT name FROM moved WHERE part = ? AND name > ? ORDER BY name LIMIT ?", (part, last, AT_ONCE)
        ).fetchall():
            last = rows[-1][0]
            yield [name for (name,) in rows]


def journal_path(folder: Path, source: str, target: str, bucket: str) -> Path:
    """Return where the journal of moves between these two is kept; *bucket* is the bucket's address."""
    mark = hashlib.sha256(bucket.encode()).hexdigest()[:12]
    return folder / f"{source}-to-{target}-{mark}.sqlite3"
