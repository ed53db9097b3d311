"""The city federation's notice of 2020, put back into whole paragraphs."""

from __future__ import annotations

import re
from pathlib import Path

from cms.demo.content import Block, Notice

SOURCE = Path(__file__).parents[1] / "data" / "notice-2020.txt"
HEADING = re.compile(r"^[一二三]、")
# The text lost its automatic numbering in places; readers get one form of number throughout.
NUMBERS = {"（1）": "（一）", "（2）": "（二）", "(六)": "（六）"}


def notice() -> Notice:
    """The notice: no number and no date, since the document that we have shows none."""
    lines = [line.strip() for line in SOURCE.read_text(encoding="utf-8").splitlines() if line.strip()]
    issuer, title, rest = lines[0], lines[1] + lines[2], lines[3:]
    body = tuple(Block("heading" if HEADING.match(text) else "paragraph", text) for text in _paragraphs(rest))
    return Notice(title=title, document_number=None, issued_by=issuer, issued_on=None, body=body)


def _paragraphs(lines: list[str]) -> list[str]:
    """Lines joined where the source breaks one inside a sentence."""
    found: list[str] = []
    for line in lines:
        unfinished = found and not found[-1].endswith(("。", "：")) and not HEADING.match(found[-1])
        if unfinished and not line.startswith("附件"):
            found[-1] += line
        else:
            found.append(line)
    return [_numbered(text) for text in found]


def _numbered(text: str) -> str:
    for old, new in NUMBERS.items():
        if text.startswith(old):
            return new + text.removeprefix(old).lstrip()
    return text
