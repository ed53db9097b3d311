"""A Word document being written: its sheet, header and footer, and what stands on it."""

from pathlib import Path

from docx import Document
from docx.enum.section import WD_SECTION
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm

from ..cells import xml_text
from . import numbering, styles
from .elements import Bookmarks, element, field, paragraph, run
from .pictures import PicturePart

# GB/T 9704: 28 signs of 三号 in a line, 22 lines on a page.
WIDTH, HEIGHT = 21.0, 29.7
TOP, BOTTOM, LEFT, RIGHT = 3.7, 3.5, 2.6, 2.5
TEXT_WIDTH = WIDTH - LEFT - RIGHT
HEADER, FOOTER = 2.4, 2.5
MOST_PROPERTY = 255


class Paper:
    """One document on A4; *title* and *author* are plain texts for its properties."""

    def __init__(self, title: str, author: str, all_styles=styles.STYLES) -> None:
        self._document = Document()
        styles.put_into(self._document.styles.element, all_styles)
        self.lists = numbering.Lists(self._document.part.numbering_part.element)
        self.bookmarks = Bookmarks()
        self._pictures = 0
        properties = self._document.core_properties
        properties.title, properties.author = (xml_text(text)[:MOST_PROPERTY] for text in (title, author))
        properties.last_modified_by, properties.comments, properties.language = properties.author, "", "zh-CN"
        self._last = self._document.element.body.sectPr  # what stands at the end of the text
        _sheet(self._document.sections[0])

    def add(self, *elements) -> None:
        """Put *elements* at the end of the text."""
        for one in elements:
            self._last.addprevious(one)

    @property
    def newest(self):
        """The last element of the text, so far."""
        return self._last.getprevious()

    def number_pages(self, header: str) -> None:
        """Give the pages of the last section *header* and numbers from 1."""
        section = self._document.sections[-1]
        section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
        _head(section, header)
        section._sectPr.append(element("pgNumType", start=1))

    def new_section(self) -> None:
        """Begin a section on a new page."""
        self._document.add_section(WD_SECTION.NEW_PAGE)

    @property
    def next_picture_name(self) -> str:
        """A name, without extension, that no picture's file of this document has yet."""
        return f"image{self._pictures + 1}"

    def add_picture(self, path: Path, media_type: str) -> tuple[str, int]:
        """Put the file at *path* into the document; return its relation's id and a number of its own.

        It is read when the document is saved and must stay where it is until then.
        """
        self._pictures += 1
        part = PicturePart.of(path, media_type, self._pictures, self._document.part.package)
        return self._document.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE), self._pictures

    def link(self, href: str) -> str:
        """Return the id of the relation to the public address *href*."""
        return self._document.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)

    def update_fields_on_opening(self) -> None:
        """Let Word offer to work out the contents anew when somebody opens the document."""
        self._document.settings.element.append(element("updateFields", val="true"))

    def save(self, target) -> None:
        """Write the document to *target*, a path or a binary file."""
        self._document.save(target)


def _sheet(section) -> None:
    section.page_width, section.page_height = Cm(WIDTH), Cm(HEIGHT)
    section.top_margin, section.bottom_margin = Cm(TOP), Cm(BOTTOM)
    section.left_margin, section.right_margin = Cm(LEFT), Cm(RIGHT)
    section.header_distance, section.footer_distance = Cm(HEADER), Cm(FOOTER)
    grid = section._sectPr.find(qn("w:docGrid"))
    if grid is not None:  # the template's counts lines in another height
        section._sectPr.remove(grid)


def _head(section, header: str) -> None:
    for part, style, content in (
        (section.header, "Header", [run(header)]),
        (section.footer, "Footer", [run("— "), *field("PAGE", "1"), run(" —")]),
    ):
        for old in list(part._element):
            part._element.remove(old)
        part._element.append(paragraph(style, *content))
