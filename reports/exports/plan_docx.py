"""The plan table as a Word document on landscape A4, with the fonts that offices use."""

from io import BytesIO

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import _Row
from docx.text.paragraph import Paragraph

from .cells import xml_text
from .plan_table import COLUMNS, PlanTable

TITLE_FACE, TEXT_FACE = "方正小标宋简体", "仿宋"
PAGE_WIDTH = 25.7  # centimetres between the margins
CENTRED = {0, 1, 2, 3}  # columns with short texts


def plan_docx(table: PlanTable) -> bytes:
    """Return *table* as DOCX. Its heading row is repeated on each page, and no row is torn apart."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    _write(document.add_paragraph(), table.title, TITLE_FACE, 18, WD_ALIGN_PARAGRAPH.CENTER)
    _write(document.add_paragraph(), table.unit, TEXT_FACE, 12)
    grid = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    grid.autofit = False
    for column, width in zip(grid.columns, _widths(), strict=True):
        column.width = width  # LibreOffice and WPS go by the columns, Word by the cells
    _fill(grid.rows[0], [heading for heading, _ in COLUMNS], head=True)
    for values in table.rows:
        _fill(grid.add_row(), values)
    if table.signature:
        document.add_paragraph()
        _write(document.add_paragraph(), table.signature, TEXT_FACE, 12)
    output = BytesIO()
    document.save(output)
    return output.getvalue()


def _fill(row: _Row, values: list, head: bool = False) -> None:
    for number, (cell, value, width) in enumerate(zip(row.cells, values, _widths(), strict=True)):
        cell.width = width
        centre = head or number in CENTRED
        side = WD_ALIGN_PARAGRAPH.CENTER if centre else WD_ALIGN_PARAGRAPH.LEFT
        _write(cell.paragraphs[0], str(value), TEXT_FACE, 10.5, side, bold=head)
    _mark(row, "w:cantSplit")
    if head:
        _mark(row, "w:tblHeader")


def _widths() -> list[Cm]:
    whole = sum(width for _, width in COLUMNS)
    return [Cm(PAGE_WIDTH * width / whole) for _, width in COLUMNS]


def _mark(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))


def _write(
    paragraph: Paragraph, words: str, face: str, size: float, side=WD_ALIGN_PARAGRAPH.LEFT, bold: bool = False
) -> None:
    """Write *words* with *face* for Chinese, too: without ``w:eastAsia`` Word would take its own."""
    paragraph.alignment = side
    run = paragraph.add_run(xml_text(words))
    run.font.name, run.font.size, run.bold = face, Pt(size), bold
    run._element.rPr.rFonts.set(qn("w:eastAsia"), face)
