"""What a page under review says otherwise than its last approved version: texts, facts and pictures side by side."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.db import models
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Revision

from media.models import CustomImage
from pages.checks.reading import NOT_READ
from pages.checks.subject import Subject

from ..workflow.ledger import Action, LedgerEntry
from .review_pictures import THUMBNAIL

FACTS = (models.IntegerField, models.DecimalField, models.DateField, models.TimeField, models.BooleanField)
APPROVED = (Action.CITY_APPROVED, Action.FOUNDED)
Lines = dict[str, tuple[str, list[str]]]  # by field or relation: its label and what it says


@dataclass(frozen=True)
class Change:
    """A field whose words differ: its *label*, and its lines with what went and what came marked."""

    label: str
    lines: list[SafeString]


@dataclass(frozen=True)
class Changes:
    """All that differs from what *entry* approved. Pictures are those that went and those that came."""

    entry: LedgerEntry
    texts: list[Change]
    gone: list[CustomImage]
    new: list[CustomImage]

    @property
    def is_none(self) -> bool:
        """Whether readers would see the same as before."""
        return not (self.texts or self.gone or self.new)


def changes_of(content: Page, history: Iterable[LedgerEntry]) -> Changes | None:
    """Compare *content* with the version that was approved last; ``None`` if none was, or it is not kept any more."""
    entry = next((one for one in reversed(list(history)) if one.action in APPROVED and one.revision_id), None)
    revision = entry and Revision.objects.filter(pk=entry.revision_id).first()
    if revision is None:
        return None
    before = revision.as_object()
    gone, new = _pictures(before, content)
    return Changes(entry, list(_texts(lines_of(before), lines_of(content))), gone, new)


def lines_of(page: Page) -> Lines:
    """Return what *page*, as it is in memory, says, field by field and in the order of the page."""
    found: Lines = {}
    labels = {one.name: str(one.verbose_name) for one in page._meta.concrete_fields}
    for relation in get_all_child_relations(page):
        labels[relation.get_accessor_name()] = str(relation.related_model._meta.verbose_name)
    for text in Subject(page).reading.texts:
        _, lines = found.setdefault(text.place.field, (labels.get(text.place.field, ""), []))
        lines += [line for line in text.text.split("\n") if line.strip()]
    for name, line in _facts(page):
        found.setdefault(name, (labels.get(name, ""), []))[1].append(line)
    return found


def _facts(page: Page) -> Iterator[tuple[str, str]]:
    """Numbers, days, ticks and choices of the page and its rows, a line each."""
    for one in page._meta.concrete_fields:
        if one.name not in NOT_READ and (line := _fact(page, one)):
            yield one.name, line
    for relation in get_all_child_relations(page):
        accessor = relation.get_accessor_name()
        if accessor == "wagtail_admin_comments" or issubclass(relation.related_model, Page):
            continue
        for number, row in enumerate(getattr(page, accessor).all(), start=1):
            lines = [line for one in row._meta.concrete_fields if (line := _fact(row, one))]
            if lines:
                yield accessor, f"第 {number} 行：{'，'.join(lines)}"


def _fact(item: models.Model, field: models.Field) -> str:
    if field.primary_key or field.is_relation or field.name == "sort_order":
        return ""
    value = getattr(item, field.attname)
    if value in (None, "") or not (field.choices or isinstance(field, FACTS)):
        return ""
    if isinstance(field, models.BooleanField):
        value = "是" if value else "否"
    elif field.choices:
        value = getattr(item, f"get_{field.name}_display")()
    return f"{field.verbose_name}：{value}"


def _texts(before: Lines, after: Lines) -> Iterator[Change]:
    for name in dict.fromkeys([*after, *before]):
        label, old = before.get(name, ("", []))
        label, new = after.get(name, (label, []))
        if old != new:
            yield Change(label, list(_marked(old, new)))


def _marked(old: list[str], new: list[str]) -> Iterator[SafeString]:
    """The lines that differ; lines that stay are left out."""
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        pairs = min(i2 - i1, j2 - j1)
        for place in range(pairs):
            yield _inline(old[i1 + place], new[j1 + place])
        for line in old[i1 + pairs : i2]:
            yield format_html("<del>{}</del>", line)
        for line in new[j1 + pairs : j2]:
            yield format_html("<ins>{}</ins>", line)


def _inline(old: str, new: str) -> SafeString:
    """One line with what went and what came, or both lines whole where hardly anything stayed."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < 0.4:
        return format_html("<del>{}</del> <ins>{}</ins>", old, new)
    pieces: list[tuple[SafeString]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pieces.append((format_html("{}", old[i1:i2]),))
            continue
        if i2 > i1:
            pieces.append((format_html("<del>{}</del>", old[i1:i2]),))
        if j2 > j1:
            pieces.append((format_html("<ins>{}</ins>", new[j1:j2]),))
    return format_html_join("", "{}", pieces)


def _pictures(before: Page, after: Page) -> tuple[list[CustomImage], list[CustomImage]]:
    old, new = (
        dict.fromkeys(picture.image_id for picture in Subject(page).reading.pictures)
        for page in (before, after)
    )
    differ = set(old) ^ set(new)
    images = {
        image.pk: image for image in CustomImage.objects.filter(pk__in=differ).prefetch_renditions(THUMBNAIL)
    }
    return [images[pk] for pk in old if pk in images], [images[pk] for pk in new if pk in images]
