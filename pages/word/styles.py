"""Word's styles: what a paragraph is for, and whether its text is bold, hidden, large, in a heading's typeface."""

import re
from dataclasses import dataclass
from functools import cached_property

from .names import child, number, q, switch, value

LEVELS = "一二三四五六七八九"
_HEADING = re.compile(rf"(?:heading|标题)([1-9{LEVELS}])$")
_CONTENTS = re.compile(r"(?:toc|目录)(?:\d|heading|标题)?$")
QUOTATIONS = {"quote", "intensequote", "引用", "明显引用"}
CAPTIONS = {"caption", "题注"}
BODY_LEVEL = 9
HEADING_FACES = ("黑体", "simhei", "楷体", "kaiti")


@dataclass(frozen=True)
class Role:
    """What a style is for: text, title, heading (with its level from 1), quotation, caption or contents."""

    kind: str = "text"
    level: int = 0


class Styles:
    """The styles of one document, by their root element; styles that are missing count as empty."""

    def __init__(self, root) -> None:
        self._elements = {style.get(q("w:styleId")): style for style in root.iterchildren(q("w:style"))}
        self._root = root
        self._chains: dict[str, list] = {}
        self._roles: dict[str, Role] = {}

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
            while at in self._elements and at not in seen:
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
        return next(
            (
                on
                for found in self._properties(run_properties, paragraph_style)
                if (on := switch(found, name)) is not None
            ),
            False,
        )

    def size(self, run_properties, paragraph_style: str) -> int:
        """Return the size of a run's letters in half points; 21 (五号) if nothing says it."""
        return next(
            (
                number(size, 21)
                for found in self._properties(run_properties, paragraph_style)
                if (size := value(found, "w:sz"))
            ),
            21,
        )

    def heading_face(self, run_properties, paragraph_style: str) -> bool:
        """Return whether a run is in 黑体 or 楷体, the typefaces of headings in official documents."""
        for found in self._properties(run_properties, paragraph_style):
            fonts = child(found, "w:rFonts")
            face = None if fonts is None else fonts.get(q("w:eastAsia"))
            if face:
                return any(name in face.lower() for name in HEADING_FACES)
        return False

    def centred(self, paragraph) -> bool:
        """Return whether *paragraph* is centred, by itself or by its style."""
        own = value(paragraph, "w:pPr", "w:jc")
        style = value(paragraph, "w:pPr", "w:pStyle") or self.default
        jc = own or next((jc for style in self.chain(style) if (jc := value(style, "w:pPr", "w:jc"))), "")
        return jc == "center"

    def _properties(self, run_properties, paragraph_style: str):
        if run_properties is not None:
            yield run_properties
            named = value(run_properties, "w:rStyle")
            yield from _run_properties(self.chain(named) if named else ())
        yield from _run_properties(self.chain(paragraph_style))
        defaults = child(self._root, "w:docDefaults", "w:rPrDefault", "w:rPr")
        if defaults is not None:
            yield defaults


def _run_properties(styles):
    for style in styles:
        found = child(style, "w:rPr")
        if found is not None:
            yield found


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
    level = number(value(style, "w:pPr", "w:outlineLvl"), BODY_LEVEL)
    return Role("heading", level + 1) if 0 <= level < BODY_LEVEL else None
