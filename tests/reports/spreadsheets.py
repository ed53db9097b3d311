"""Spreadsheets read without the library that wrote them."""

import re
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows_of(content: bytes, sheet: int = 1) -> list[list]:
    """Return the filled rows of the *sheet*, equally long, texts as texts and numbers as numbers.

    Formulas are an error.
    """
    with ZipFile(BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))  # noqa: S314
        shared = []
        if "xl/sharedStrings.xml" in archive.namelist():
            strings = ElementTree.fromstring(archive.read("xl/sharedStrings.xml"))  # noqa: S314
            shared = ["".join(text.text or "" for text in one.iter(f"{S}t")) for one in strings]
    assert root.find(f".//{S}f") is None
    rows = [{_column(cell.get("r")): _value(cell, shared) for cell in row} for row in root.iter(f"{S}row")]
    width = max(max(row, default=0) for row in rows)
    filled = [row for row in rows if any(value != "" for value in row.values())]
    return [[row.get(number, "") for number in range(1, width + 1)] for row in filled]


def sheet_names(content: bytes) -> list[str]:
    """Return the names of the sheets in their order."""
    with ZipFile(BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314
    return [sheet.get("name") for sheet in root.iter(f"{S}sheet")]


def _column(reference: str) -> int:
    number = 0
    for letter in re.match(r"[A-Z]+", reference)[0]:
        number = number * 26 + ord(letter) - 64
    return number


def _value(cell, shared: list[str]):
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        return "".join(text.text or "" for text in cell.iter(f"{S}t"))
    raw = cell.findtext(f"{S}v")
    if raw is None:
        return ""
    if kind == "s":
        return shared[int(raw)]
    return float(raw) if "." in raw else int(raw)
