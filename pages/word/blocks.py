"""Lines, tables and pictures as the site's blocks, and the title taken out of them."""

import re
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from .captions import TABLE_CAPTION, Entry
from .figures import figures_of
from .lines import Line, Table
from .values import Picture

LONGEST_TITLE = 60
LONGEST_HEADING = 60
LONGEST_STYLED = 120
_CHAPTER = re.compile(r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")
_SENTENCE_END = ("。", "；", "，", "：")


def without_title(entries: list[Entry]) -> tuple[str, list[Entry]]:
    """Return the title and the other *entries*; the title is empty if none can be told.

    It is the paragraph in Word's title style, else the first heading of level 1 that is no chapter, else a first
    line that is short, centred and bold or large.
    """
    lines = [(at, entry) for at, entry in enumerate(entries) if isinstance(entry, Line)]
    found = next((at for at, line in lines if line.kind == "title"), None)
    if found is None:
        found = next((at for at, line in lines if _first_level(line)), None)
    if found is None and lines and _looks_like_title(lines[0][1]):
        found = lines[0][0]
    if found is None:
        return "", entries
    return entries[found].one_line, entries[:found] + entries[found + 1 :]


def blocks_of(entries: list[Entry]) -> tuple[list[dict[str, Any]], list[Picture]]:
    """Return raw values for the site's body, and the pictures with their places among them."""
    return _Blocks(entries).result()


class _Blocks:
    def __init__(self, entries: list[Entry]) -> None:
        self._entries = entries
        self._blocks: list[dict[str, Any]] = []
        self._pictures: list[Picture] = []
        self._html: list[str] = []
        self._list = ""
        self._numbers = 0
        self._caption = ""

    def result(self) -> tuple[list[dict[str, Any]], list[Picture]]:
        for entry, after in zip_longest(self._entries, self._entries[1:]):
            if isinstance(entry, Picture):
                self._flush()
                self._pictures.append(replace(entry, place=len(self._blocks)))
            elif isinstance(entry, Table):
                self._block("table", {"caption": self._caption or entry.caption, "table": _table(entry.rows)})
                self._caption = ""
            elif (
                isinstance(after, Table) and not after.caption and (found := TABLE_CAPTION.match(entry.text))
            ):
                self._caption = entry.one_line[found.end() :]
            else:
                self._line(entry)
        self._flush()
        return self._blocks, self._pictures

    def _line(self, line: Line) -> None:
        if is_heading(line):
            self._block("heading", line.one_line)
        elif line.kind == "quotation":
            self._block("quotation", {"text": line.text, "attribution": ""})
        elif line.kind == "attribution" and (quotation := self._unattributed):
            quotation["attribution"] = line.one_line
        elif line.kind == "figures" and (figures := figures_of(line)):
            self._block("figures", figures)
        else:
            self._paragraph(line)

    @property
    def _unattributed(self) -> dict[str, str] | None:
        last = self._blocks[-1] if self._blocks and not self._html else {"type": ""}
        return last["value"] if last["type"] == "quotation" and not last["value"]["attribution"] else None

    def _paragraph(self, line: Line) -> None:
        counted = line.number == 1 or (
            line.number and self._list == "ol" and line.number == self._numbers + 1
        )
        kind = "ul" if line.bullet else "ol" if counted else ""
        if kind != self._list or line.number == 1:
            self._end_list()
            self._html += [f"<{kind}>"] if kind else []
            self._list = kind
        self._numbers = line.number if kind == "ol" else 0
        tag = "li" if kind else "p"
        label = f"{line.number}. " if line.number and not counted else ""
        self._html.append(f"<{tag}>{label}{line.html}</{tag}>")

    def _end_list(self) -> None:
        if self._list:
            self._html.append(f"</{self._list}>")
            self._list = ""

    def _block(self, kind: str, value: Any) -> None:
        self._flush()
        self._blocks.append({"type": kind, "value": value})

    def _flush(self) -> None:
        self._end_list()
        if self._html:
            self._blocks.append({"type": "paragraph", "value": "".join(self._html)})
            self._html = []


def is_heading(line: Line) -> bool:
    """Return whether *line* is a heading: by style, or a short line 一、 or （一） that is wholly bold or in 黑体."""
    if line.kind in {"heading", "title"}:
        return len(line.text) <= LONGEST_STYLED
    if line.kind != "text" or len(line.text) > LONGEST_HEADING or not _CHAPTER.match(line.text):
        return False
    return line.wholly("bold") or (line.wholly("bold", "face") and not line.text.endswith(_SENTENCE_END))


def _first_level(line: Line) -> bool:
    return line.kind == "heading" and line.level == 1 and is_heading(line) and not _CHAPTER.match(line.text)


def _looks_like_title(line: Line) -> bool:
    short = len(line.text) <= LONGEST_TITLE and line.kind == "text"
    return short and line.centred and line.wholly("bold", "large") and not _CHAPTER.match(line.text)


def _table(rows: list[list[str]]) -> dict[str, Any]:
    """Return *rows* as the table block takes them: the first is the row of headings if there are others."""
    headings, values = (rows[0], rows[1:]) if len(rows) > 1 else ([""] * len(rows[0]), rows)
    return {
        "columns": [{"type": "text", "heading": heading} for heading in headings],
        "rows": [{"values": row} for row in values],
        "caption": "",
    }
