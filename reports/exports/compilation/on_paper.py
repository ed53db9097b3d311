"""Summaries made ready for the templates: bodies without a further query, pictures as files."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import mark_safe

from pages.models import CountyPage

from ..summaries import OneSummary
from .bodies import Part, bodies
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
            source_line(county, summary),
            summary.covered,
            [Part(part.kind, _value(part, pictures, addresses)) for part in parts],
            rows(_photos(summary, pictures)),
        )
        for summary, parts in zip(summaries, parts_of, strict=True)
    ]


def anchor_of(summary: OneSummary) -> str:
    """The name under which its page is found again."""
    return f"summary-{summary.page.pk}"


def source_line(county: CountyPage, summary: OneSummary) -> list[str]:
    """Who wrote it, for which year, how long it is."""
    place = [summary.site.title, county.title] if summary.site else [f"{county.title}妇联"]
    return [*place, f"{summary.page.year}年", f"{summary.page.character_count:,}字"]


def _photos(summary: OneSummary, pictures: Pictures) -> list[Picture]:
    found = []
    for number, photo in enumerate(summary.photos, start=1):
        image = photo.image
        caption = photo.caption or (image.caption if image else "")
        photographer = photo.photographer or (image.photographer if image else "")
        words = f"图{number}：{caption}" if caption else f"图{number}"
        found.append(pictures.take(image, words, photo.description, photographer))
    return found


def _value(part: Part, pictures: Pictures, addresses: dict[str, str]) -> Any:
    if part.kind == "paragraph":
        return mark_safe(for_paper(part.value.source, addresses))  # noqa: S308 - known elements only, escaped
    if part.kind == "picture":
        return _picture(part.value, pictures, ALONE)
    if part.kind == "gallery":
        return rows([_picture(one, pictures, IN_ROWS) for one in part.value])
    return part.value


def _picture(value: Any, pictures: Pictures, longest: int) -> Picture:
    image = value["image"]
    caption = value["caption"] or (image.caption if image else "")
    photographer = image.photographer if image else ""
    return pictures.take(image, caption, value["description"], photographer, longest)
