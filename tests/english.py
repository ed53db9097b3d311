"""What of a page of the admin is still English."""

import re
from html.parser import HTMLParser

UNSEEN = {"script", "style", "svg", "template"}
SPOKEN = {"aria-label", "title", "placeholder", "alt"}
# In Wagtail's templates: a label that cannot be translated, and a counter that is hidden.
NOT_MEANT = {"Actions", "None"}
FORMATS = {"XLSX", "CSV"}


class Reader(HTMLParser):
    """Collects what is seen of a page, or read out from it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        self.texts += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.texts.append(data)


def main_part(response) -> str:
    """The HTML of the page without menus and scripts."""
    html = response.content.decode()
    return html[html.index("<main") : html.index("</main>")]


def english(html: str, names: tuple[str, ...] = ()) -> set[str]:
    """Words of Latin letters in *html*, except *names*, names of users for example."""
    reader = Reader()
    reader.feed(html)
    return set(re.findall(r"[A-Za-z]{3,}", " ".join(reader.texts))) - NOT_MEANT - FORMATS - set(names)
