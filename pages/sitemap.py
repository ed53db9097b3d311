"""The sitemap (sitemaps.org) with the pictures of each page; in parts, under an index, when it is long."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from io import StringIO

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.xmlutils import SimplerXMLGenerator
from wagtail.models import Page, ReferenceIndex

from media.models import CustomImage, CustomRendition

from . import hooks
from .meta.pictures import WANTED, absolute
from .text import for_xml
from .works.kinds import KINDS

A_PART = 2_000
MOST_PICTURES = 1_000  # of one page, by the extension's rules
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
PICTURES = "http://www.google.com/schemas/sitemap-image/1.1"


def pages() -> QuerySet:
    """All published pages, in an order in which none changes its part."""
    return Page.objects.live().filter(depth__gt=1).order_by("pk")


def parts() -> int:
    """How many parts the sitemap has, at least one."""
    return max(1, -(-pages().count() // A_PART))


def index(number: int) -> str:
    """The index of *number* parts."""
    with _Document("sitemapindex", xmlns=NAMESPACE) as xml:
        for part in range(1, number + 1):
            xml.open("sitemap")
            xml.line("loc", settings.SITE_URL + reverse("sitemap_part", args=[part]))
            xml.close("sitemap")
    return xml.text


def part(number: int) -> str | None:
    """Part *number* from 1, the lists before the pages in the first; ``None`` if there is none of that number."""
    if number < 1:
        return None
    start = (number - 1) * A_PART
    shown = list(pages().only("url_path", "path", "depth", "last_published_at")[start : start + A_PART])
    if not shown and number > 1:
        return None
    pictures = pictures_of(shown)
    with _Document("urlset", {"xmlns": NAMESPACE, "xmlns:image": PICTURES}) as xml:
        for url in lists() if number == 1 else []:
            xml.open("url")
            xml.line("loc", settings.SITE_URL + url)
            xml.close("url")
        for page in shown:
            xml.open("url")
            xml.line("loc", settings.SITE_URL + (page.get_url() or "/"))
            if page.last_published_at:
                xml.line("lastmod", page.last_published_at.isoformat(timespec="seconds"))
            for url in pictures[page.pk][:MOST_PICTURES]:
                xml.open("image:image")
                xml.line("image:loc", url)
                xml.close("image:image")
            xml.close("url")
    return xml.text


def lists() -> Iterator[str]:
    """Addresses of what is no page: lists, works, calendar."""
    yield from (reverse(f"list_{key}") for key, one in hooks.list_types.items() if one.own_address)
    yield reverse("works")
    yield from (reverse("work_overview", args=[kind.slug]) for kind in KINDS)
    yield reverse("calendar")


def pictures_of(shown: Iterable[Page]) -> dict[int, list[str]]:
    """Addresses of the public sizes of all pictures on each of *shown*, by its key; two queries."""
    uses = ReferenceIndex.objects.filter(
        base_content_type=ReferenceIndex._get_base_content_type(Page),
        object_id__in=[str(page.pk) for page in shown],
        to_content_type=ReferenceIndex._get_base_content_type(CustomImage),
    )
    pairs = list(dict.fromkeys(uses.order_by("pk").values_list("object_id", "to_object_id")))
    sizes = CustomRendition.objects.filter(
        image_id__in={int(image) for _, image in pairs}, filter_spec__in=[one.spec for one in WANTED]
    )
    best: dict[int, CustomRendition] = {}
    for rendition in sizes.only("image_id", "file", "width", "filter_spec"):
        known = best.get(rendition.image_id)
        if known is None or rendition.width > known.width:
            best[rendition.image_id] = rendition
    found = defaultdict(list)
    for page, image in pairs:
        if rendition := best.get(int(image)):
            found[int(page)].append(absolute(rendition.url))
    return found


class _Document:
    """An XML document that is written element by element."""

    def __init__(self, root: str, attributes: dict[str, str] | None = None, **more: str) -> None:
        self.root, self.attributes = root, (attributes or {}) | more
        self.stream = StringIO()
        self.writer = SimplerXMLGenerator(self.stream, "utf-8", short_empty_elements=True)

    def __enter__(self) -> "_Document":
        self.writer.startDocument()
        self.open(self.root, self.attributes)
        return self

    def __exit__(self, *raised) -> None:
        self.close(self.root)
        self.writer.endDocument()
        self.text = self.stream.getvalue()

    def open(self, name: str, attributes: dict[str, str] | None = None) -> None:
        self.writer.startElement(name, attributes or {})

    def close(self, name: str) -> None:
        self.writer.endElement(name)

    def line(self, name: str, text: str) -> None:
        self.writer.addQuickElement(name, for_xml(text))
