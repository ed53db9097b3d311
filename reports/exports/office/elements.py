"""The elements that a text of Word is made of, put together directly: quick, and nothing but what is needed."""

from collections.abc import Iterator
from itertools import count

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ..cells import xml_text


def element(name: str, children: tuple = (), /, **attributes: str | int):
    """Return the element *name* of Word's namespace; attributes without their prefix ``w:``."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    made.extend(children)
    return made


def paragraph(style: str, *children):
    """Return a paragraph in the style with the id *style*."""
    return element("p", (element("pPr", (element("pStyle", val=style),)), *children))


def run(text: str, bold: bool = False, italic: bool = False, style: str = ""):
    """Return a run of *text*; its line breaks and tabs are Word's, what XML cannot hold is left out."""
    made = element("r")
    if bold or italic or style:
        properties = element("rPr")
        if style:
            properties.append(element("rStyle", val=style))
        properties.extend(element(name) for name, on in (("b", bold), ("i", italic)) if on)
        made.append(properties)
    for number, line in enumerate(xml_text(text).replace("\r\n", "\n").split("\n")):
        if number:
            made.append(element("br"))
        for place, part in enumerate(line.split("\t")):
            if place:
                made.append(element("tab"))
            if part:
                made.append(_text(part))
    return made


def _text(text: str):
    made = element("t")
    made.text = text
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def field(instruction: str, result: str = "") -> list:
    """Return the runs of a field, with the *result* that is shown until Word works it out."""
    code = element("instrText")
    code.text = f" {instruction} "
    return [
        element("r", (element("fldChar", fldCharType="begin"),)),
        element("r", (code,)),
        element("r", (element("fldChar", fldCharType="separate"),)),
        run(result),
        element("r", (element("fldChar", fldCharType="end"),)),
    ]


class Bookmarks:
    """Hands out bookmarks, each with a number of its own within the document."""

    def __init__(self) -> None:
        self._numbers: Iterator[int] = count(1)

    def around(self, name: str, *children) -> list:
        """Return *children* between the marks of a bookmark called *name*."""
        number = next(self._numbers)
        start = element("bookmarkStart", id=number, name=name)
        return [start, *children, element("bookmarkEnd", id=number)]
