"""What is known of a document while it is read."""

from dataclasses import dataclass, field

from docx.opc.part import Part
from docx.oxml import parse_xml

from . import limits
from .exceptions import WordRefused
from .left_out import LeftOut
from .names import child, q
from .numbering import Numbering
from .styles import Styles


@dataclass
class Context:
    """The document's *name*, the part that is read (its relationships), styles, numbering, and what is found."""

    name: str
    part: Part
    styles: Styles
    numbering: Numbering
    left_out: LeftOut
    notes: list[tuple[str, str]] = field(default_factory=list)
    pictures: int = 0
    paragraphs: int = 0

    def count_paragraph(self) -> None:
        """Count one more paragraph; raises ``WordRefused`` when there are more than anybody reads."""
        self.paragraphs += 1
        if self.paragraphs > limits.MAX_PARAGRAPHS:
            advice = "请分成几个文件后再上传"
            raise WordRefused(self.name, f"超过 {limits.MAX_PARAGRAPHS:,} 段的上限", advice, "too_much")

    def count_picture(self) -> None:
        """Count one more picture; raises ``WordRefused`` when there are too many."""
        self.pictures += 1
        if self.pictures > limits.MAX_PICTURES:
            reason = f"里的图片超过 {limits.MAX_PICTURES} 张的上限"
            raise WordRefused(self.name, reason, "请删去一些，只留要发布的图片，再上传", "too_many_pictures")


def context_of(part: Part, name: str) -> Context:
    """Return the context in which the main *part* of the file *name* is read."""
    left_out = LeftOut()
    root = related_root(part, "styles")
    styles = Styles(parse_xml("<styles/>") if root is None else root)
    return Context(name, part, styles, Numbering(related_root(part, "numbering"), styles, left_out), left_out)


def related_part(part: Part, kind: str) -> Part | None:
    """Return the first part that *part* refers to as *kind*: styles, numbering, footnotes…"""
    return next(iter(related_parts(part, kind)), None)


def related_parts(part: Part, kind: str) -> list[Part]:
    """Return all parts that *part* refers to as *kind*."""
    relations = part.rels.values()
    return [r.target_part for r in relations if not r.is_external and r.reltype.endswith(f"/{kind}")]


def related_root(part: Part, kind: str):
    """Return the root element of the part that *part* refers to as *kind*, or None."""
    found = related_part(part, kind)
    return None if found is None else root_of(found)


def root_of(part: Part):
    """Return the root element of *part*, which python-docx may have left unparsed."""
    element = getattr(part, "element", None)
    return parse_xml(part.blob) if element is None else element


def chosen(alternatives):
    """Return the children of an ``mc:AlternateContent`` that are read: of its first choice, else its fallback."""
    found = child(alternatives, "mc:Choice")
    found = child(alternatives, "mc:Fallback") if found is None else found
    return [] if found is None else list(found)


def plain_text(element) -> str:
    """Return the text below *element*, its paragraphs parted by blanks."""
    paragraphs = element.iter(q("w:p"))
    texts = (
        "".join(text.text or "" for text in paragraph.iter(q("w:t"))).strip() for paragraph in paragraphs
    )
    return " ".join(text for text in texts if text)
