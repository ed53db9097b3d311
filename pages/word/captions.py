"""Captions: lines like 图1：…, 图 1 …, 图一：… or 图为…, and which picture each belongs to."""

import re
from collections.abc import Iterator
from dataclasses import replace

from .lines import Line, Span, Table
from .values import Picture

LONGEST = 120
MOST_TOGETHER = 600
_NUMBER = r"(?:[0-9０-９]{1,3}(?:[-－–.．][0-9０-９]{1,3})?|[一二三四五六七八九十]{1,3})"
_COLON = re.compile(rf"图\s*{_NUMBER}?\s*[：:]\s*")
_LOOSE = re.compile(rf"图\s*{_NUMBER}(?:\s*[、.．]\s*|\s+|$)")
_BARE = re.compile(rf"图\s*{_NUMBER}")
_SEVERAL = re.compile(rf"\s+(?=图\s*{_NUMBER}\s*[：:])")
TABLE_CAPTION = re.compile(rf"表\s*{_NUMBER}(?:\s*[：:、.．]\s*|\s+)(?=\S)|表[：:]\s*")

Item = Line | Table
Entry = Line | Table | Picture


def captions_in(text: str, *, centred: bool = False, styled: bool = False) -> list[str]:
    """Return the captions that make up *text*, without their numbers; none if it is an ordinary line.

    A line may hold several, one for each of the pictures beside one another.
    """
    text = text.strip()
    if len(text) > MOST_TOGETHER:
        return []
    parts = _SEVERAL.split(text)
    if any(len(part) > LONGEST for part in parts):
        return []
    if all(_COLON.match(part) for part in parts):
        return [_COLON.sub("", part, count=1).strip() for part in parts]
    if found := _LOOSE.match(text):
        return [text[found.end() :].strip()]
    if centred and (found := _BARE.match(text)) and "。" not in text:
        return [text[found.end() :].strip()]
    return [text] if text and (styled or text.startswith("图为")) else []


def with_captions(items: Iterator[Item]) -> list[Entry]:
    """Return *items* with their pictures as entries of their own that have taken the lines of captions beside them."""
    entries: list[Entry] = []
    together: list[tuple[Entry, list[str]]] = []
    for entry, captions in _parted(items):
        if isinstance(entry, Picture) or captions:
            together.append((entry, captions))
            continue
        entries += _paired(together)
        together = []
        entries.append(entry)
    return entries + _paired(together)


def _parted(items: Iterator[Item]) -> Iterator[tuple[Entry, list[str]]]:
    for item in items:
        if isinstance(item, Table):
            yield item, []
            continue
        captions = _captions_of(item)
        text = [(item, captions)] if item.text else []
        pictures = [(picture, []) for picture in item.pictures]
        yield from pictures + text if captions and item.picture_first else text + pictures


def _captions_of(line: Line) -> list[str]:
    if line.kind not in {"text", "caption"} or TABLE_CAPTION.match(line.text):
        return []
    return captions_in(line.text, centred=line.centred, styled=line.kind == "caption")


def _paired(together: list[tuple[Entry, list[str]]]) -> list[Entry]:
    """Give captions to pictures: those below take what follows them, unless the first line stands above."""
    if not any(isinstance(entry, Picture) for entry, _ in together):
        return [entry for entry, _ in together]
    above = not isinstance(together[0][0], Picture)
    groups: list[list[tuple[Entry, list[str]]]] = []
    for position, (entry, captions) in enumerate(together):
        before = together[position - 1][0] if position else None
        turned = isinstance(entry, Picture) != above and isinstance(before, Picture) == above
        if not position or turned:
            groups.append([])
        groups[-1].append((entry, captions))
    return [entry for group in groups for entry in _group(group, above)]


def _group(group: list[tuple[Entry, list[str]]], above: bool) -> list[Entry]:
    pictures = [entry for entry, _ in group if isinstance(entry, Picture)]
    captions = [(entry, text) for entry, texts in group for text in texts]
    first = 0 if above else max(0, len(pictures) - len(captions))
    for place, (_, text) in enumerate(captions[: len(pictures)], first):
        pictures[place] = replace(pictures[place], caption=text)
    return pictures + _unused(captions[len(pictures) :])


def _unused(captions: list[tuple[Entry, str]]) -> list[Entry]:
    return [Line([Span(text)]) for _, text in captions if text]
