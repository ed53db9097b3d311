"""Summaries made ready for the templates: bodies without a further query, pictures as files."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from django.utils.safestring import mark_safe

from pages.models import CountyPage

from ..bodies import Part, bodies
from ..summaries import OneSummary
from . import titles
from .pictures import ALONE, IN_ROWS, Picture, Pictures, rows
from .rich_text import for_paper, page_addresses


@dataclass(frozen=True)
class PaperSummary:
    """One summary as the templates take it; *anchor* finds its page again."""

    anchor: str
    title: str
    source_line: list[str]
    covered: list[str]
    parts: list[Part]
    photo_rows: list[list[Picture]]


def on_paper(county: CountyPage, summaries: Sequence[OneSummary], pictures: Pictures) -> list[PaperSummary]:
    """Make *summaries* of *county* ready. Words are as they were approved; captions of photos are numbered."""
    parts_of = bodies([summary.page for summary in summaries])
    sources = [part.value.source for parts in parts_of for part in parts if part.kind == "paragraph"]
    addresses = page_addresses(sources)
    return [
        PaperSummary(
            anchor_of(summary),
            summary.page.title,
            titles.source_line(county, summary),
            summary.covered,
            [Part(part.kind, _value(part, pictures, addresses, numbers)) for part in parts],
            rows(_photos(summary, pictures, numbers)),
        )
        for summary, parts, numbers in zip(summaries, parts_of, (count(1) for _ in summaries), strict=True)
    ]


def anchor_of(summary: OneSummary) -> str:
    """The name under which its page is found again."""
    return f"summary-{summary.page.pk}"


def _photos(summary: OneSummary, pictures: Pictures, numbers: Iterator[int]) -> list[Picture]:
    return [
        pictures.take(photo.image, _words(numbers, titles.caption(photo)), photo.description)
        for photo in summary.photos
    ]


def _value(part: Part, pictures: Pictures, addresses: dict[str, str], numbers: Iterator[int]) -> Any:
    if part.kind == "paragraph":
        return mark_safe(for_paper(part.value.source, addresses))  # noqa: S308 - known elements only, escaped
    if part.kind == "picture":
        return _picture(part.value, pictures, numbers, ALONE)
    if part.kind == "gallery":
        return rows([_picture(one, pictures, numbers, IN_ROWS) for one in part.value])
    return part.value


def _picture(value: Any, pictures: Pictures, numbers: Iterator[int], longest: int) -> Picture:
    image = value["image"]
    caption = value["caption"] or (image.caption if image else "")
    photographer = image.photographer if image else ""
    words = _words(numbers, caption)
    return pictures.take(image, words, value["description"], photographer, longest)


def _words(numbers: Iterator[int], caption: str) -> str:
    number = f"图{next(numbers)}"
    return f"{number}：{caption}" if caption else number
