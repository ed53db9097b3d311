"""Text and links of rich text as the database keeps it."""

from dataclasses import dataclass
from html.parser import HTMLParser

from ..text import plain_text


@dataclass
class Target:
    """What a link in rich text leads to: a page or a document by id, or an address; *words* are the link's text."""

    page_id: int | None = None
    document_id: int | None = None
    url: str = ""
    words: str = ""


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.targets: list[Target] = []
        self.open: Target | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "a":
            return
        given = dict(attrs)
        kind, number = given.get("linktype"), given.get("id") or ""
        pk = int(number) if number.isdecimal() else None
        self.open = Target(
            page_id=pk if kind == "page" else None,
            document_id=pk if kind == "document" else None,
            url=(given.get("href") or "") if not kind else "",
        )
        self.targets.append(self.open)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            self.open = None

    def handle_data(self, data: str) -> None:
        if self.open:
            self.open.words += data


def read(html: str) -> tuple[str, list[Target]]:
    """Return the plain text of *html* and what its links lead to, in their order."""
    if "<a" not in html:
        return plain_text(html), []
    parser = _Links()
    parser.feed(html)
    parser.close()
    return plain_text(html), parser.targets
