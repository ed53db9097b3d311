"""Rich text for paper: the few elements that editors have, and links that lead somewhere from a file."""

import re
from collections.abc import Iterable
from html import escape
from html.parser import HTMLParser

from wagtail.models import Page

KEPT = frozenset({"p", "h2", "h3", "b", "strong", "i", "em", "ul", "ol", "li", "br"})
SCHEMES = ("http://", "https://", "mailto:", "tel:")
_PAGE_LINK = re.compile(r"<a\b[^>]*>")
_ID = re.compile(r'\bid="(\d+)"')


def page_addresses(sources: Iterable[str]) -> dict[str, str]:
    """Return the full addresses of the live pages that *sources* link to, by their ids, from one query."""
    tags = [tag for source in sources for tag in _PAGE_LINK.findall(source) if 'linktype="page"' in tag]
    ids = {found[1] for tag in tags if (found := _ID.search(tag))}
    pages = Page.objects.live().filter(pk__in=ids) if ids else ()
    return {str(page.pk): page.full_url or "" for page in pages}


def for_paper(source: str, addresses: dict[str, str]) -> str:
    """Return *source* as HTML of known elements only. A link without an address of its own stays as words."""
    parser = _ForPaper(addresses)
    parser.feed(source)
    parser.close()
    return "".join(parser.parts)


class _ForPaper(HTMLParser):
    def __init__(self, addresses: dict[str, str]) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses = addresses
        self.parts: list[str] = []
        self.links: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            address = self._address(dict(attrs))
            self.links.append(bool(address))
            if address:
                self.parts.append(f'<a href="{escape(address)}">')
        elif tag in KEPT:
            self.parts.append(f"<{tag}>")

    def handle_endtag(self, tag: str) -> None:
        if tag == "a":
            if self.links and self.links.pop():
                self.parts.append("</a>")
        elif tag in KEPT and tag != "br":
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.parts.append(escape(data))

    def _address(self, attributes: dict[str, str | None]) -> str:
        if attributes.get("linktype") == "page":
            return self.addresses.get(attributes.get("id") or "", "")
        address = attributes.get("href") or ""
        return address if address.lower().startswith(SCHEMES) else ""
