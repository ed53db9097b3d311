"""Everything that readers would see of a page, as it is in memory: texts, pictures, documents and links.

Fields are found by their kind and not by name, so that one added later is read without anybody remembering it.
Streams are read from their raw values: nothing is fetched from the database here.
"""

from dataclasses import dataclass, field
from typing import Any

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from media.models import CustomDocument, CustomImage

from ..content import METADATA_FIELDS
from ..problems import Problem
from . import rich_text
from .streams import Part, parts_of

NOT_READ = METADATA_FIELDS | {"slug", "live", "seo_title"}


@dataclass(frozen=True)
class Place:
    """Where something stands: the form's field or relation, the row or block in it, and the words for people."""

    field: str
    label: str
    row: Any = None
    name: str = ""
    block: str = ""
    official: bool = False  # addresses and numbers are meant for everybody here

    def problem(self, message: str) -> Problem:
        """Return a problem at this place."""
        return Problem(self.field, self.label, message, self.row, self.name, self.block)


@dataclass(frozen=True)
class Text:
    text: str
    place: Place


@dataclass(frozen=True)
class Picture:
    """*description* is the page's own; ``None`` where the page has none and readers get the library's.

    A *decorative* picture stands beside words that say the same, and is not read out.
    """

    image_id: int
    place: Place
    description: str | None = None
    decorative: bool = False


@dataclass(frozen=True)
class Document:
    document_id: int
    place: Place
    title: str = ""


@dataclass(frozen=True)
class Link:
    """A link to a page of this site by id, or to an address."""

    place: Place
    page_id: int | None = None
    url: str = ""


@dataclass
class Reading:
    """What was found on one page."""

    texts: list[Text] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


def read(page: Page) -> Reading:
    """Return what readers would see of the specific *page*."""
    reading = Reading()
    official = page.official_fields
    for one in page._meta.concrete_fields:
        if one.name not in NOT_READ:
            place = Place(one.name, str(one.verbose_name), official=one.name in official)
            _read_field(reading, page, one, place)
    for relation in get_all_child_relations(page):
        accessor, back = relation.get_accessor_name(), relation.field.name
        if not issubclass(relation.related_model, Page) and accessor != "wagtail_admin_comments":
            for number, row in enumerate(getattr(page, accessor).all(), start=1):
                _read_row(reading, accessor, number, row, back)
    return reading


def _read_row(reading: Reading, accessor: str, number: int, row: models.Model, back: str) -> None:
    for one in row._meta.concrete_fields:
        if one.name not in (back, "id", "sort_order"):
            label = f"{row._meta.verbose_name}第 {number} 行，{one.verbose_name}"
            _read_field(reading, row, one, Place(accessor, label, row, one.name))


def _read_field(reading: Reading, item: models.Model, one: models.Field, place: Place) -> None:
    value = getattr(item, one.attname)
    if value in (None, "") or one.choices:
        return
    if isinstance(one, StreamField):
        for part in parts_of(value.stream_block, value.raw_data, place.label):
            _read_part(reading, part, place.field, place.row, place.name)
    elif isinstance(one, RichTextField):
        _read_html(reading, value, place)
    elif isinstance(one, models.URLField):
        reading.links.append(Link(place, url=value))
    elif isinstance(one, (models.CharField, models.TextField)):
        reading.texts.append(Text(value, place))
    elif isinstance(one, models.ForeignKey):
        _read_file(reading, item, one, place, value)


def _read_file(reading: Reading, item: models.Model, one: models.ForeignKey, place: Place, pk: int) -> None:
    if issubclass(one.related_model, CustomImage):
        own = getattr(item, "description", None)
        decorative = one.name in getattr(item, "decorative_images", ())
        reading.pictures.append(Picture(pk, place, own, decorative))
    elif issubclass(one.related_model, CustomDocument):
        reading.documents.append(Document(pk, place))


def _read_part(reading: Reading, part: Part, name: str, row: Any, row_name: str) -> None:
    place = Place(name, part.label, row, row_name, part.block)
    if part.kind == "text":
        reading.texts.append(Text(part.value, place))
    elif part.kind == "html":
        _read_html(reading, part.value, place)
    elif part.kind == "url":
        reading.links.append(Link(place, url=part.value))
    elif part.kind == "image":
        reading.pictures.append(Picture(part.value, place, part.beside, part.beside is None))
    elif part.kind == "document":
        reading.documents.append(Document(part.value, place, part.beside or ""))


def _read_html(reading: Reading, html: str, place: Place) -> None:
    text, targets = rich_text.read(html)
    reading.texts.append(Text(text, place))
    for target in targets:
        if target.document_id:
            reading.documents.append(Document(target.document_id, place, target.words))
        elif target.url.startswith(("mailto:", "tel:")):
            reading.texts.append(Text(target.url.partition(":")[2], place))
        else:
            reading.links.append(Link(place, target.page_id, target.url))
