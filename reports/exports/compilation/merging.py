"""One PDF file out of many. Pictures stay on the disk meanwhile, so that memory does not grow with them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from .marks import Mark

CONTENTS_SCHEME = "page:"  # an address in the contents, such as "page:12", becomes a link to that page


class PictureOnDisk(StreamObject):
    """A picture whose bytes are copied from *spool* when the file is written."""

    def __init__(self, picture: StreamObject, spool: BinaryIO) -> None:
        super().__init__()
        self.update(picture)
        self.spool, self.start = spool, spool.tell()
        self.size = spool.write(picture._data)

    def write_to_stream(self, stream: BinaryIO) -> None:
        self[NameObject("/Length")] = NumberObject(self.size)
        DictionaryObject.write_to_stream(self, stream)
        self.spool.seek(self.start)
        stream.write(b"\nstream\n")
        stream.write(self.spool.read(self.size))
        stream.write(b"\nendstream")


def merge(
    front: Path,
    parts: Iterable[Path],
    target: Path,
    marks: Sequence[Mark],
    about: dict[str, str],
    spool: BinaryIO,
) -> None:
    """Write *front* and then *parts*, whose pages are numbered from 1, to *target*; *spool* is an empty file.

    *about* is the document's information, such as ``{"/Title": …}``.
    """
    writer = PdfWriter()
    _append(writer, front, spool)
    if len(writer.pages) % 2:
        writer.add_blank_page()  # printed on both sides, page 1 is a right one
    before = len(writer.pages)
    for part in parts:
        _append(writer, part, spool)
    writer.set_page_label(0, before - 1, style="/r")
    writer.set_page_label(before, len(writer.pages) - 1, style="/D", start=1)
    _link_contents(writer, before)
    _add_marks(writer, marks, before)
    writer.page_mode = "/UseOutlines"
    writer.root_object[NameObject("/Lang")] = TextStringObject("zh-CN")
    writer.metadata = about
    writer.write(target)


def _append(writer: PdfWriter, file: Path, spool: BinaryIO) -> None:
    first = len(writer.pages)
    with file.open("rb") as stream, PdfReader(stream) as reader:
        writer.append(reader, import_outline=False)
        for page in writer.pages[first:]:
            for picture in page.get("/Resources", {}).get("/XObject", {}).values():
                stored = picture.get_object()
                if stored.get("/Subtype") == "/Image" and not isinstance(stored, PictureOnDisk):
                    spool.seek(0, 2)
                    writer._replace_object(picture, PictureOnDisk(stored, spool))


def _link_contents(writer: PdfWriter, before: int) -> None:
    for page in writer.pages[:before]:
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            address = str(link.get("/A", {}).get("/URI", ""))
            if address.startswith(CONTENTS_SCHEME):
                number = before + int(address.removeprefix(CONTENTS_SCHEME)) - 1
                del link["/A"]
                link[NameObject("/Dest")] = ArrayObject(
                    [writer.pages[number].indirect_reference, NameObject("/Fit")]
                )


def _add_marks(writer: PdfWriter, marks: Sequence[Mark], before: int, parent=None) -> None:
    for mark in marks:
        item = writer.add_outline_item(title=mark.title, page_number=before + mark.number - 1, parent=parent)
        _add_marks(writer, mark.below, before, item)
