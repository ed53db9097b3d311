"""What a Word file is read into."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Picture:
    """A picture of the text: its bytes as they are in the file (not cleaned), and what Word says of it.

    *media_type* is judged by content. *caption* lacks its number 图1：, *alt* is the description that somebody
    wrote in Word; both may be empty. *place* is the number of blocks that stand before the picture.
    """

    content: bytes
    media_type: str
    name: str
    caption: str = ""
    alt: str = ""
    place: int = 0


@dataclass(frozen=True)
class WordText:
    """A Word file as plain values.

    *blocks* are raw values of ``pages.blocks.BodyBlock`` in their order: heading, paragraph, quotation, table.
    *left_out* tells people in whole Chinese sentences what was not taken over or was changed; *characters* is the
    字数 of the blocks as ``pages.text`` counts it.
    """

    title: str
    blocks: list[dict[str, Any]]
    pictures: list[Picture]
    left_out: list[str]
    characters: int
