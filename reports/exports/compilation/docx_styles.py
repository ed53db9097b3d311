"""Styles of the compilation: those of a text, one or two levels lower, and those of cover and contents."""

from dataclasses import replace

from ..office.document import TEXT_WIDTH
from ..office.styles import GREY, HEADING_FACE, STYLES, TEXT_FACE, TITLE_FACE, Style

POINTS_PER_CM = 72 / 2.54
_DEEPER = {"Heading1": 3, "Heading2": 4, "Heading3": 5}
_CONTENTS_TAB = TEXT_WIDTH * POINTS_PER_CM


def _lowered(style: Style) -> Style:
    level = _DEEPER[style.id]
    return replace(style, name=f"heading {level}", outline=level - 1)


TITLE = Style("Title", "heading 2", TITLE_FACE, 20, "center", before=8, after=6, line=30, outline=1, with_next=True,
              new_page=True)  # fmt: skip
OWN = (
    Style(
        "Chapter",
        "heading 1",
        TITLE_FACE,
        30,
        "center",
        before=220,
        after=20,
        line=44,
        outline=0,
        new_page=True,
    ),
    Style("ChapterNote", "篇章说明", TEXT_FACE, 14, "center", line=26, colour=GREY),
    TITLE,
    Style("Source", "来源", "楷体", 12, "center", line=20, after=10, colour=GREY, with_next=True),
    Style("CoverTitle", "封面标题", TITLE_FACE, 36, "center", before=190, after=24, line=56),
    Style("CoverLine", "封面文字", "楷体", 18, "center", line=34),
    Style("CoverFoot", "封面落款", "楷体", 18, "center", before=180, line=34),
    Style("ContentsTitle", "目录标题", TITLE_FACE, 22, "center", after=18, line=32, new_page=True),
    Style("TOC1", "toc 1", HEADING_FACE, 14, "left", before=6, line=24, tab=_CONTENTS_TAB),
    Style("TOC2", "toc 2", TEXT_FACE, 14, "left", left=28, right=36, line=24, tab=_CONTENTS_TAB),
)
_REPLACED = {style.id for style in OWN}
COMPILATION_STYLES = (
    tuple(_lowered(style) if style.id in _DEEPER else style for style in STYLES if style.id not in _REPLACED)
    + OWN
)
