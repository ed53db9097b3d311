"""What a reader gets from an HTML page: its words, and the bytes of its pictures. Knows nothing of the models.

Left out is what belongs to other pages (breadcrumb, plaque of the site, cards, neighbours), the ways of sharing and of
reporting a mistake, and what is derived (date of publication, character count); see ``owner`` for what may stand in
those places.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from django.conf import settings

TOKEN = re.compile(r"m(450202|450226|000000)x(\d{5})", re.IGNORECASE)
_RENDITION = re.compile(r"(images/[0-9a-f]{2}/[0-9a-f]{32}\.\w+)")
_VOID = {"img", "br", "hr", "meta", "link", "input", "source", "path", "circle", "rect", "line", "use"}
_OTHERS = {
    "breadcrumb",
    "siblings",
    "card",
    "cards",
    "name",
    "empty",
    "section-heading",
    "share",
    "correction-link",
}
_DERIVED = ("发布：", "字数：", "来源：", "审签：")


def tokens(text: str) -> frozenset[str]:
    """All markers in *text*, in lower case: ``m<county>x<number>``."""
    return frozenset(found.group().lower() for found in TOKEN.finditer(text))


@dataclass(frozen=True)
class Digest:
    """What one page says: *words* for people to compare, *tokens* that stand in them."""

    words: tuple[str, ...]
    tokens: frozenset[str]

    @property
    def short(self) -> str:
        return hashlib.sha256("\n".join(self.words).encode()).hexdigest()[:10]

    def difference(self, other: "Digest") -> str:
        mine, theirs = set(self.words), set(other.words)
        return f"only here: {sorted(mine - theirs)}; only there: {sorted(theirs - mine)}"


class _Reader(HTMLParser):
    def __init__(self, plaque_is_own: bool) -> None:
        super().__init__()
        self.words: list[str] = []
        self.stack: list[bool] = []
        self.plaque_is_own = plaque_is_own
        self.in_main = False

    def handle_starttag(self, tag, attrs):
        attributes = {name: value or "" for name, value in attrs}
        if tag == "main":
            self.in_main = True
        if tag == "meta" and (
            attributes.get("name") == "description" or "title" in attributes.get("property", "")
        ):
            self.words.append(f"meta {attributes.get('content')}")
        if tag == "img" and self.reading:
            self.words.append(f"picture {_bytes(attributes.get('src', ''))} {attributes.get('alt')}")
        if tag == "a" and self.reading and attributes.get("href", "").startswith(("/documents", "http")):
            self.words.append(f"link {attributes['href']}")
        if tag not in _VOID:
            self.stack.append(self._is_of_others(tag, attributes.get("class", "").split()))

    def _is_of_others(self, tag: str, classes: list[str]) -> bool:
        if tag in ("svg", "button", "script", "template") or _OTHERS.intersection(classes):
            return True
        if tag == "b" and "number" in classes:
            return True
        return "plaque" in classes and not self.plaque_is_own

    def handle_endtag(self, tag):
        if tag == "main":
            self.in_main = False
        if tag not in _VOID and self.stack:
            self.stack.pop()

    def handle_data(self, data):
        if self.reading and data.strip() and not data.strip().startswith(_DERIVED):
            self.words.append(" ".join(data.split()))

    @property
    def reading(self) -> bool:
        return self.in_main and not any(self.stack)


@lru_cache(maxsize=4096)
def _bytes_of(name: str) -> str:
    path = Path(settings.MEDIA_ROOT) / "public" / name
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.exists() else "missing"


def _bytes(address: str) -> str:
    found = _RENDITION.search(address)
    return _bytes_of(found.group(1)) if found else address


def digest(html: str, slug: str) -> Digest:
    """Return what a reader of *html* gets of the page's own content, and its part of the address."""
    reader = _Reader(plaque_is_own='<h1 class="plaque__title"' in html)
    reader.feed(html)
    reader.words.append(f"slug {slug}")
    text = "\n".join(reader.words)
    return Digest(tuple(reader.words), tokens(text))
