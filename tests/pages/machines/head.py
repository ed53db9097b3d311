"""What a page's head says to machines, read as they read it."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.test import Client


@dataclass
class Head:
    """*meta* by name or property, *links* by rel, *things* from the structured data."""

    meta: dict[str, str] = field(default_factory=dict)
    links: dict[str, list[dict[str, str]]] = field(default_factory=dict)
    things: list[dict[str, Any]] = field(default_factory=list)

    @property
    def canonical(self) -> str:
        (link,) = self.links["canonical"]
        return link["href"]

    def thing(self, kind: str) -> dict[str, Any]:
        """The one thing of that type."""
        (found,) = [one for one in self.things if one["@type"] == kind]
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.head, self.data, self.scripts = Head(), None, 0

    def handle_starttag(self, tag: str, attrs: list) -> None:
        values = dict(attrs)
        if tag == "meta" and "content" in values:
            name = values.get("name") or values.get("property")
            assert name not in self.head.meta, f"{name} twice"
            self.head.meta[name] = values["content"]
        elif tag == "link":
            self.head.links.setdefault(values["rel"], []).append(values)
        elif tag == "script" and values.get("type") == "application/ld+json":
            self.data = ""

    def handle_data(self, data: str) -> None:
        if self.data is not None:
            self.data += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.data is not None:
            document = json.loads(self.data)
            assert document["@context"] == "https://schema.org"
            self.head.things, self.data = document["@graph"], None


def head_of(url: str, status: int = 200) -> Head:
    """Fetch *url* and read it."""
    response = Client().get(url)
    assert response.status_code == status, url
    reader = _Reader()
    reader.feed(response.content.decode())
    return reader.head
