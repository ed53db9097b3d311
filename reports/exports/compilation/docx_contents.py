"""The contents of a Word document: a field that Word works out itself, and until then shows what is known here."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..office.elements import element, field, paragraph, run

STYLES = {1: "TOC1", 2: "TOC2"}
INSTRUCTION = r'TOC \o "1-2" \h \z \u'


@dataclass(frozen=True)
class Entry:
    """A line of the contents: the heading's *level* and *text*, its bookmark, and its page as far as is known."""

    level: int
    text: str
    bookmark: str
    page: int


def contents(entries: Sequence[Entry]):
    """Return the contents as one element; *entries* are at least one."""
    paragraphs = [_line(entry) for entry in entries]
    begin, code, separate, *_ = field(INSTRUCTION)
    for place, part in enumerate((begin, code, separate), start=1):
        paragraphs[0].insert(place, part)
    paragraphs[-1].append(element("r", (element("fldChar", fldCharType="end"),)))
    gallery = element("docPartGallery", val="Table of Contents")
    kind = element("docPartObj", (gallery, element("docPartUnique")))
    return element("sdt", (element("sdtPr", (kind,)), element("sdtContent", tuple(paragraphs))))


def _line(entry: Entry):
    number = field(rf"PAGEREF {entry.bookmark} \h", str(entry.page))
    link = element("hyperlink", (run(f"{entry.text}\t"), *number), anchor=entry.bookmark, history=1)
    return paragraph(STYLES[entry.level], link)
