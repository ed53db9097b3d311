"""Word files made within the tests: by python-docx, or from XML by hand."""

import zipfile
from collections.abc import Callable, Iterable
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from PIL import Image

from pages.word import WordText, read

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)


def saved(document: WordDocument) -> BytesIO:
    """Return *document* as a file."""
    file = BytesIO()
    document.save(file)
    return file


def add_xml(document: WordDocument, xml: str) -> None:
    """Add *xml*, written with the usual prefixes, to the end of the body."""
    body = document.element.body
    holder = parse_xml(f"<w:body {SPACES}>{xml}</w:body>")
    for element in list(holder):
        body.insert(len(body) - 1, element)


def read_xml(xml: str, change: Callable[[WordDocument], None] = lambda document: None) -> WordText:
    """Read a document whose body is *xml*."""
    document = Document()
    change(document)
    add_xml(document, xml)
    return read(saved(document), "总结.docx")


def read_lines(*lines: str) -> WordText:
    """Read a document with a paragraph for each of *lines*."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    return read(saved(document), "总结.docx")


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """Return the XML of a paragraph of one run."""
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def picture(colour: str = "red", format: str = "PNG", size: tuple[int, int] = (8, 6)) -> BytesIO:
    """Return a picture of one colour."""
    file = BytesIO()
    Image.new("RGB", size, colour).save(file, format)
    file.seek(0)
    return file


def changed(file: BytesIO, parts: dict[str, bytes | None], packing: int = zipfile.ZIP_DEFLATED) -> BytesIO:
    """Return the ZIP *file* with *parts* put in, or taken out where None."""
    result = BytesIO()
    with zipfile.ZipFile(file) as source, zipfile.ZipFile(result, "w", packing) as target:
        for name in source.namelist():
            if name not in parts:
                target.writestr(name, source.read(name))
        for name, content in parts.items():
            if content is not None:
                target.writestr(name, content)
    return result


def part_of(file: BytesIO, name: str) -> bytes:
    """Return one part of the ZIP *file*."""
    with zipfile.ZipFile(file) as archive:
        return archive.read(name)


def zipped(parts: Iterable[tuple[str, bytes]]) -> BytesIO:
    """Return a ZIP of *parts*."""
    result = BytesIO()
    with zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts:
            target.writestr(name, content)
    return result


def html_of(text: WordText) -> str:
    """Return the paragraphs of *text* one after the other."""
    return "".join(block["value"] for block in text.blocks if block["type"] == "paragraph")


def headings_of(text: WordText) -> list[str]:
    """Return the headings of *text*."""
    return [block["value"] for block in text.blocks if block["type"] == "heading"]
