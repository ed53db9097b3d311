"""The small markup in which the demonstration summaries are written.

Blocks are parted by empty lines. `## ` begins a heading, `> ` a quotation (its source after ——);
lines of `* number | unit | label` are figures; lines of `| cell | cell |` are a table, whose
caption may stand above as `表：…`. All else is a paragraph.
"""

from __future__ import annotations

from cms.demo.content import Block


def parse(source: str) -> tuple[Block, ...]:
    """The blocks of a text."""
    chunks = [chunk.strip().splitlines() for chunk in source.strip().split("\n\n")]
    return tuple(_block([line.strip() for line in lines]) for lines in chunks if lines)


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if first.startswith("## "):
        return Block("heading", first[3:])
    if first.startswith("> "):
        text, _, source = first[2:].partition("——")
        return Block("quotation", {"text": text.strip(), "attribution": source.strip()})
    if first.startswith("* "):
        return Block("figures", [_figure(line) for line in lines])
    if first.startswith(("|", "表：")):
        caption = first.removeprefix("表：") if first.startswith("表：") else ""
        rows = [
            [cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")
        ]
        return Block("table", {"caption": caption, "rows": rows})
    return Block("paragraph", "".join(lines))


def _figure(line: str) -> dict[str, str]:
    number, unit, label = (part.strip() for part in line[2:].split("|"))
    return {"number": number, "unit": unit, "label": label}
