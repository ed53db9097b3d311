"""Word's styles: what a paragraph is for, and whether its text is bold, hidden, large, in a heading's typeface."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from . import limits
from .names import child, number, q, switch, value

LEVELS = "一二三四五六七八九"
_HEADING = re.compile(rf"(?:heading|标题)([1-9{LEVELS}])$")
_CONTENTS = re.compile(r"(?:toc|(?:wpsoffice手动)?目录)(?:\d|heading|标题)?$")
QUOTATIONS = {"quote", "intensequote", "引用", "明显引用"}
CAPTIONS = {"caption", "题注"}
ORDERED = {"listnumber", "列表编号"}
# Styles of this site's own papers, which come back as what they were.
ATTRIBUTION, FIGURES, LINKS_AND_FILES = "引文出处", "数字展示", "附件和视频"
OWN = {ATTRIBUTION: "attribution", FIGURES: "figures", LINKS_AND_FILES: "files"}
BODY_LEVEL = 9
USUAL_SIZE = 21
HEADING_FACES = ("黑体", "simhei", "楷体", "kaiti")


@dataclass(frozen=True)
class Role:
    """What a style is for: text, title, heading (with its level from 1), quotation, caption, contents or list,
    or one of the kinds in ``OWN``."""

    kind: str = "text"
    level: int = 0


class Styles:
    """The styles of one document, by their root element; styles that are missing count as empty."""

    def __init__(self, root) -> None:
        self._elements = {style.get(q("w:styleId")): style for style in root.iterchildren(q("w:style"))}
        self._root = root
        self._chains: dict[str, list] = {}
        self._roles: dict[str, Role] = {}
        self._found: dict[tuple[str, str, str], Any] = {}

    @cached_property
    def default(self) -> str:
        """Id of the style of paragraphs that name none."""
        for id, style in self._elements.items():
            if style.get(q("w:type")) == "paragraph" and style.get(q("w:default")) in {"1", "true", "on"}:
                return id or ""
        return ""

    def chain(self, id: str) -> list:
        """Return the style elements that make up style *id*, the nearest first."""
        if id not in self._chains:
            chain, seen, at = [], set(), id
            while at in self._elements and at not in seen and len(chain) < limits.MAX_STYLE_DEPTH:
                seen.add(at)
                chain.append(self._elements[at])
                at = value(self._elements[at], "w:basedOn")
            self._chains[id] = chain
        return self._chains[id]

    def role(self, id: str) -> Role:
        """Return what paragraphs of style *id* are for."""
        if id not in self._roles:
            self._roles[id] = next((role for style in self.chain(id) if (role := _role(style))), Role())
        return self._roles[id]

    def switch(self, name: str, run_properties, paragraph_style: str) -> bool:
        """Return whether *name* (``w:b`` and the like) is on for a run of a paragraph in *paragraph_style*."""
        return bool(self._first(name, run_properties, paragraph_style, lambda found: switch(found, name)))

    def size(self, run_properties, paragraph_style: str) -> int:
        """Return the size of a run's letters in half points; 21 (五号) if nothing says it."""
        found = self._first("w:sz", run_properties, paragraph_style, lambda found: value(found, "w:sz"))
        return number(found, USUAL_SIZE)

    def heading_face(self, run_properties, paragraph_style: str) -> bool:
        """Return whether a run is in 黑体 or 楷体, the typefaces of headings in official documents."""
        face = self._first("w:rFonts", run_properties, paragraph_style, _face) or ""
        return any(name in face.lower() for name in HEADING_FACES)

    def centred(self, paragraph) -> bool:
        """Return whether *paragraph* is centred, by itself or by its style."""
        own = value(paragraph, "w:pPr", "w:jc")
        style = value(paragraph, "w:pPr", "w:pStyle") or self.default
        jc = own or next((jc for style in self.chain(style) if (jc := value(style, "w:pPr", "w:jc"))), "")
        return jc == "center"

    def _first(self, name: str, run_properties, paragraph_style: str, read: Callable[[Any], Any]) -> Any:
        """Return what *read* finds first: in the run itself, its style, the paragraph's style, the defaults."""
        own = read(run_properties)
        if own is not None:
            return own
        key = (name, value(run_properties, "w:rStyle") or "", paragraph_style)
        if key not in self._found:
            chain = [*self.chain(key[1]), *self.chain(paragraph_style)]
            places = [child(style, "w:rPr") for style in chain]
            places.append(child(self._root, "w:docDefaults", "w:rPrDefault", "w:rPr"))
            self._found[key] = next((got for place in places if (got := read(place)) is not None), None)
        return self._found[key]


def _face(properties) -> str | None:
    fonts = child(properties, "w:rFonts")
    return None if fonts is None else fonts.get(q("w:eastAsia"))


def _role(style) -> Role | None:
    if style.get(q("w:type")) not in {"paragraph", None}:
        return None
    name = re.sub(r"[\s　]", "", value(style, "w:name") or "").lower()
    if name in {"title", "标题"}:
        return Role("title")
    if heading := _HEADING.match(name):
        sign = heading[1]
        return Role("heading", LEVELS.index(sign) + 1 if sign in LEVELS else int(sign))
    if _CONTENTS.match(name):
        return Role("contents")
    if name in QUOTATIONS:
        return Role("quotation")
    if name in CAPTIONS:
        return Role("caption")
    if name in ORDERED:
        return Role("list")
    if name in OWN:
        return Role(OWN[name])
    level = number(value(style, "w:pPr", "w:outlineLvl"), BODY_LEVEL)
    return Role("heading", level + 1) if 0 <= level < BODY_LEVEL else None
