"""The styles of a Word document, all of them: no theme decides about fonts, and Chinese is Chinese on any machine.

Names of built-in styles are Word's own, so that its navigation and contents know them. Three are this site's:
``pages.word`` knows them again when the file comes back.
"""

from dataclasses import dataclass

from docx.oxml.ns import qn

from pages.word.styles import ATTRIBUTION, FIGURES, LINKS_AND_FILES

from .elements import element

TITLE_FACE, TEXT_FACE, HEADING_FACE, SECOND_FACE = "方正小标宋简体", "仿宋", "黑体", "楷体"
LATIN_FACE = "Times New Roman"
SIZE = 16  # 三号, in points
LINE = 28  # points from line to line: 22 lines to a page
GREY, RED = "595959", "A61C1C"


@dataclass(frozen=True)
class Style:
    """A paragraph style. Lengths are in points, *first_line* in hundredths of a sign, *outline* from 0."""

    id: str
    name: str
    face: str = TEXT_FACE
    size: float = SIZE
    side: str = "both"
    first_line: int = 0
    left: float = 0
    right: float = 0
    before: float = 0
    after: float = 0
    line: float | None = LINE
    bold: bool = False
    colour: str = ""
    outline: int | None = None
    with_next: bool = False
    new_page: bool = False
    numbering: int | None = None
    tab: float = 0


NORMAL = Style("Normal", "Normal", line=None, side="left")
STYLES = (
    NORMAL,
    Style("Body", "Body Text", first_line=200),
    Style("Title", "Title", TITLE_FACE, 22, "center", before=14, after=18, line=32, with_next=True),
    Style("Heading1", "heading 1", HEADING_FACE, before=6, outline=0, first_line=200, with_next=True),
    Style("Heading2", "heading 2", SECOND_FACE, outline=1, first_line=200, with_next=True),
    Style("Heading3", "heading 3", bold=True, outline=2, first_line=200, with_next=True),
    Style("Quote", "Quote", SECOND_FACE, left=32),
    Style("Attribution", ATTRIBUTION, SECOND_FACE, 14, "right"),
    Style("ListBullet", "List Bullet", left=48, numbering=1),
    Style("ListNumber", "List Number", left=48, numbering=2),
    Style("Picture", "图片", side="center", line=None, before=8, with_next=True),
    Style("PictureInRow", "表内图片", side="center", line=None, before=8),
    Style("Caption", "caption", SECOND_FACE, 12, "center", line=18, before=2, after=8, colour=GREY),
    Style("TableCaption", "表题", HEADING_FACE, 12, "center", line=20, before=8, with_next=True),
    Style("Cell", "表内文字", size=12, side="left", line=18),
    Style("Figures", FIGURES, size=14, side="center", line=24, before=4, after=4),
    Style("Files", LINKS_AND_FILES, size=14, side="left", line=24, first_line=200),
    Style("Header", "header", size=10.5, side="center", line=None, colour=GREY),
    Style("Footer", "footer", size=14, side="center", line=None),
)


def put_into(root, styles: tuple[Style, ...] = STYLES) -> None:
    """Make *styles* the only ones below *root*, the styles of a document."""
    for child in list(root):
        root.remove(child)
    root.append(_defaults())
    root.extend(_element(style) for style in styles)
    root.append(_table())


def _fonts(face: str):
    return element("rFonts", ascii=LATIN_FACE, hAnsi=LATIN_FACE, cs=LATIN_FACE, eastAsia=face)


def _defaults():
    language = element("lang", val="en-US", eastAsia="zh-CN")
    run = element("rPr", (_fonts(TEXT_FACE), element("sz", val=2 * SIZE), language))
    return element("docDefaults", (element("rPrDefault", (run,)), element("pPrDefault")))


def _element(style: Style):
    made = element("style", (element("name", val=style.name),), type="paragraph", styleId=style.id)
    if style is NORMAL:
        made.set(qn("w:default"), "1")
    else:
        made.append(element("basedOn", val=NORMAL.id))
    made.append(element("qFormat"))
    made.extend((_paragraph(style), _run(style)))
    return made


def _paragraph(style: Style):
    made = element("pPr")
    if style.with_next:
        made.append(element("keepNext"))
    if style.new_page:
        made.append(element("pageBreakBefore"))
    if style.numbering:
        made.append(element("numPr", (element("numId", val=style.numbering),)))
    if style.tab:
        stop = element("tab", val="right", leader="dot", pos=_twips(style.tab))
        made.append(element("tabs", (stop,)))
    spacing = {"before": _twips(style.before), "after": _twips(style.after)}
    if style.line:
        spacing |= {"line": _twips(style.line), "lineRule": "exact"}
    made.append(element("spacing", **spacing))
    if style.numbering:
        made.append(element("ind", left=_twips(style.left), hanging=_twips(style.size)))
    elif style.first_line or style.left:
        first = _twips(style.size * style.first_line / 100)
        made.append(element("ind", left=_twips(style.left), firstLineChars=style.first_line, firstLine=first))
    made.append(element("jc", val=style.side))
    if style.outline is not None:
        made.append(element("outlineLvl", val=style.outline))
    return made


def _run(style: Style):
    made = element("rPr", (_fonts(style.face),))
    if style.bold:
        made.append(element("b"))
    if style.colour:
        made.append(element("color", val=style.colour))
    made.append(element("sz", val=round(2 * style.size)))
    return made


def _table():
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element(
        "tblBorders", tuple(element(side, val="single", sz=4, color="808080") for side in sides)
    )
    margins = element("tblCellMar", tuple(element(side, w=80, type="dxa") for side in ("left", "right")))
    properties = element("tblPr", (borders, margins))
    return element("style", (element("name", val="Table Grid"), properties), type="table", styleId="Grid")


def _twips(points: float) -> int:
    return round(20 * points)
