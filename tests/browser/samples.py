"""The sample summaries as a county would have them: a Word file with headings, text and photos."""

import html
from dataclasses import dataclass
from pathlib import Path

from docx import Document

from tests.conftest import SAMPLES

WORD_STYLE = 'style="mso-pagination:widow-orphan;line-height:150%"'


@dataclass(frozen=True)
class Sample:
    """Title, blocks of text as (tag, text), and photos as (caption, file)."""

    title: str
    blocks: tuple[tuple[str, str], ...]
    photos: tuple[tuple[str, Path], ...]

    @property
    def clipboard(self) -> str:
        """The blocks as Word puts them on the clipboard."""
        lines = [f"<{tag} {WORD_STYLE}>{_run(text)}</{tag}>" for tag, text in self.blocks]
        return f"<html><body lang=ZH-CN><!--StartFragment-->{''.join(lines)}<!--EndFragment--></body></html>"

    @property
    def plain(self) -> str:
        """The blocks as plain text."""
        return "\n".join(text for _, text in self.blocks)


def read(name: str, folder: Path) -> Sample:
    """Read the sample *name*; its photos are written into *folder*."""
    document = Document(SAMPLES / f"summary-{name}.docx")
    title, blocks, captions = "", [], []
    for paragraph in document.paragraphs:
        text, style = paragraph.text.strip(), paragraph.style.name
        if style == "Heading 1":
            title = text
        elif text.startswith("图") and "：" in text[:4]:
            captions.append(text.partition("：")[2])
        elif text:
            blocks.append(("h2" if style == "Heading 2" else "p", paragraph.text))
    return Sample(title, tuple(blocks), tuple(zip(captions, _photos(document, folder), strict=True)))


def _run(text: str) -> str:
    return f'<span style="font-family:仿宋_GB2312;mso-ascii-font-family:Calibri">{html.escape(text)}</span>'


def _photos(document, folder: Path) -> list[Path]:
    parts = sorted(
        (rel.target_part for rel in document.part.rels.values() if "image" in rel.reltype),
        key=lambda part: part.partname,
    )
    files = [folder / Path(part.partname).name for part in parts]
    for file, part in zip(files, parts, strict=True):
        file.write_bytes(part.blob)
    return files
