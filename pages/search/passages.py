"""Titles and passages with the words that were found, as safe HTML. Made from the raw text, not from the index."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from .folding import HAN, IS_HAN, fold_each
from .words import cut

WINDOW = 110  # characters of a passage
BEFORE = 24  # at most so many before the first word that was found
_ENDS = re.compile(r"[。！？；\n]")


@dataclass(frozen=True)
class _Span:
    start: int
    end: int
    term: str


def marked(text: str, terms: Iterable[str]) -> SafeString:
    """Return *text* escaped, what of the folded *terms* it has within ``<mark>``."""
    return _html(text, _spans(text, terms), 0, len(text))


def passage(text: str, terms: Iterable[str]) -> SafeString:
    """Return the window of *text* with the most different *terms*, begun at a sentence where one is near."""
    spans = _spans(text, terms)
    start = _best_start(text, spans)
    end = min(len(text), start + WINDOW)
    shown = _html(text, [span for span in spans if span.start >= start and span.end <= end], start, end)
    return mark_safe(("…" if start else "") + shown + ("…" if end < len(text) else ""))  # noqa: S308 - escaped


def _spans(text: str, terms: Iterable[str]) -> list[_Span]:
    """Where *terms* stand, none overlapping, the longer before the shorter; single letters only as words."""
    folded, places = fold_each(text)
    taken: list[_Span] = []
    covered = bytearray(len(folded))
    for term in sorted({term for term in terms if term}, key=lambda term: (-len(term), term)):
        for match in re.finditer(_pattern(term), folded):
            start, end = match.span()
            if any(covered[start:end]) or not _aligned(folded, start, end):
                continue
            covered[start:end] = b"\x01" * (end - start)
            taken.append(_Span(places[start], places[end - 1] + 1, term))
    return sorted(taken, key=lambda span: span.start)


def _pattern(term: str) -> str:
    """Han anywhere; other words only whole."""
    if IS_HAN.match(term):
        return re.escape(term)
    return rf"(?<![^\W_{HAN}]){re.escape(term)}" + ("" if IS_HAN.match(term[-1]) else rf"(?![^\W_{HAN}])")


def _aligned(folded: str, start: int, end: int) -> bool:
    """Whether a word of two characters is one there, and not the end of one and the beginning of another."""
    if end - start != 2 or not IS_HAN.match(folded[start]):
        return True
    left = max(0, start - 8)
    place = left
    for word in cut(folded[left : end + 8]):
        inside = place <= start and end <= place + len(word)
        if inside:
            return True
        place += len(word)
    return False


def _best_start(text: str, spans: list[_Span]) -> int:
    if not spans:
        return 0
    best, most = spans[0].start, 0
    for number, span in enumerate(spans):
        within = {one.term for one in spans[number:] if one.end <= span.start + WINDOW - BEFORE}
        if len(within) > most:
            best, most = span.start, len(within)
    ends = [match.end() for match in _ENDS.finditer(text, max(0, best - BEFORE), best)]
    return ends[0] if ends else 0 if best <= BEFORE else best - BEFORE // 2


def _html(text: str, spans: list[_Span], start: int, end: int) -> SafeString:
    parts, place = [], start
    for span in spans:
        parts += [escape(text[place : span.start]), "<mark>", escape(text[span.start : span.end]), "</mark>"]
        place = span.end
    parts.append(escape(text[place:end]))
    return mark_safe("".join(parts).replace("\n", " "))  # noqa: S308 - every part is escaped
