"""The description of a page: its own first words, cut where a sentence ends."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.blocks import StreamValue
from wagtail.models import Page

from .. import models
from ..blocks import counted_text
from ..text import plain_text

MOST = 120
ENOUGH = 40  # a sentence that ends before this says too little
TOLD_BY = ("lead", "introduction", "slogan", "learnt", "body")  # of a page, the first that has words
_SENTENCE_END = re.compile(r"[。！？；]")


def describe(page: Page | None, context: Mapping[str, Any]) -> str:
    """Return what is said of *page*, or of a list that is no page, in ``MOST`` characters at the most.

    A view or a page may say it itself, as ``description`` in its context.
    """
    told = context.get("description") or (page.search_description if page else "")
    if not told and page:
        told = next(filter(None, (_words(getattr(page, name, "")) for name in TOLD_BY)), "")
        told = when_and_where(page) + told
    return shortened(told or context.get("intro") or (page.title if page else ""))


def when_and_where(page: Page) -> str:
    """Day and place of an event, as the beginning of its description."""
    if not isinstance(page, models.EventPage) or not page.starts_at:
        return ""
    starts = timezone.localtime(page.starts_at)
    place = f"，{page.place_text}" if page.place_text else ""
    return f"{starts.year}年{starts.month}月{starts.day}日{place}。"


def shortened(text: str, most: int = MOST) -> str:
    """Return *text* on one line, if need be cut after a sentence or, failing that, with an ellipsis.

    >>> shortened("一句。" * 3, 7)
    '一句。一句。'
    """
    text = re.sub(r"\s+", " ", text).strip()
    if len(text) <= most:
        return text
    ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, most)]
    if ends and ends[-1] >= min(ENOUGH, most // 2):
        return text[: ends[-1]]
    return text[: most - 1] + "…"


def _words(value: Any) -> str:
    if isinstance(value, StreamValue):
        return counted_text(value)
    return plain_text(value) if "<" in (value or "") else value or ""
