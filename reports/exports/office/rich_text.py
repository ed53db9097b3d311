"""Rich text of the body as paragraphs of text, whatever paper they are then written on."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

HEADINGS = {"h2": 2, "h3": 3, "h4": 3}
LISTS = frozenset({"ul", "ol"})
PUBLIC = re.compile(r"(?:https?://|mailto:|tel:)", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """A piece of text; *href* is a public address or empty."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass
class TextLine:
    """A paragraph: *kind* is ``p``, ``h2``, ``h3``, ``ul`` or ``ol``; lines of one list share *list_number*.

    *depth* is how many lists stand around its own.
    """

    kind: str = "p"
    depth: int = 0
    list_number: int = 0
    pieces: list[Piece] = field(default_factory=list)


def lines_of(html: str) -> list[TextLine]:
    """Return the paragraphs, headings and list items of rich-text *html* in their order, without empty ones."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    return [line for line in parser.lines if any(piece.text.strip() for piece in line.pieces)]


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[TextLine] = [TextLine()]
        self._lists: list[tuple[str, int]] = []
        self._made = 0
        self._bold = self._italic = 0
        self._href = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in LISTS:
            self._made += 1
            self._lists.append((tag, self._made))
        elif tag == "li" and self._lists:
            kind, number = self._lists[-1]
            self.lines.append(TextLine(kind, len(self._lists) - 1, number))
        elif tag == "p":
            self.lines.append(TextLine())
        elif tag in HEADINGS:
            self.lines.append(TextLine(f"h{HEADINGS[tag]}"))
        elif tag == "br":
            self._add("\n")
        elif tag == "a":
            href = dict(attrs).get("href") or ""
            self._href = href if PUBLIC.match(href) else ""
        self._weigh(tag, 1)

    def handle_endtag(self, tag: str) -> None:
        if tag in LISTS and self._lists:
            self._lists.pop()
        if tag == "a":
            self._href = ""
        if tag == "p" or tag in HEADINGS or (tag in LISTS and not self._lists):
            self.lines.append(TextLine())
        self._weigh(tag, -1)

    def handle_data(self, data: str) -> None:
        self._add(data.replace("\n", " "))

    def _add(self, text: str) -> None:
        self.lines[-1].pieces.append(Piece(text, self._bold > 0, self._italic > 0, self._href))

    def _weigh(self, tag: str, by: int) -> None:
        self._bold += by * (tag in ("b", "strong"))
        self._italic += by * (tag in ("i", "em"))
