"""Photos of a document, counted through: 图1, 图2…, each with its caption below and its description for the blind."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from media.models import CustomImage

from .document import TEXT_WIDTH, Paper
from .elements import paragraph, run
from .pictures import EXTENSIONS, drawing, fitted

WIDEST, HIGHEST = TEXT_WIDTH - 1.5, 10.4
MISSING = "（照片文件缺失，未能放入）"


class Photo(NamedTuple):
    """A photo with its words, as a page has it."""

    image: CustomImage | None
    caption: str
    description: str


class Prepared(NamedTuple):
    """A file that can be put into a document."""

    path: Path
    media_type: str
    width: int
    height: int


# Makes the file for an image at a path that lacks its extension; raises OSError if the stored file is unreadable.
Prepare = Callable[[CustomImage, Path], Prepared]


@dataclass
class Photos:
    """Writes photos onto *paper*; *prepare* puts their files into *folder*, which must stay until it is saved.

    A file that cannot be read is told in its place and in *missing*: it does not cost the whole paper.
    """

    paper: Paper
    folder: Path
    prepare: Prepare
    number: int = 0
    missing: list[str] = field(default_factory=list)

    def restart(self) -> None:
        """Count the photos that follow from 1 again."""
        self.number = 0

    def one(
        self, photo: Photo, widest: float = WIDEST, highest: float = HIGHEST, style: str = "Picture"
    ) -> Iterator:
        """Yield the paragraphs of a photo, in *style*, and its caption; *widest* and *highest* in centimetres."""
        self.number += 1
        label = f"图{self.number}：{photo.caption}" if photo.caption else f"图{self.number}"
        try:
            yield paragraph(style, self._drawing(photo, widest, highest))
        except OSError:
            self.missing.append(label)
            label += MISSING
        yield paragraph("Caption", run(label))

    def all(self, photos: Iterable[Photo]) -> Iterator:
        """Yield the paragraphs of *photos*, one below the other."""
        for photo in photos:
            yield from self.one(photo)

    def _drawing(self, photo: Photo, widest: float, highest: float):
        if photo.image is None:
            raise FileNotFoundError
        prepared = self.prepare(photo.image, self.folder / self.paper.next_picture_name)
        relation, number = self.paper.add_picture(prepared.path, prepared.media_type)
        size = fitted(prepared.width, prepared.height, widest, highest)
        name = f"图片{number}.{EXTENSIONS[prepared.media_type]}"
        return drawing(relation, number, name, photo.description, *size)
