#!/usr/bin/env python3
"""Compile the project's translation catalogues (.po) into what Django reads (.mo).

    python scripts/compile_locale.py            write every .mo below pages/locale
    python scripts/compile_locale.py --check    write nothing; exit 1 if a .mo is out of date

GNU gettext is not needed. The output depends on the .po alone: no dates, no machine, sorted keys.
Only the part of the PO format that translators use is understood; anything else is an error with its line.
"""

from __future__ import annotations

import argparse
import ast
import re
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

LOCALE_ROOT = Path(__file__).resolve().parent.parent / "pages" / "locale"

# Magic number of a little-endian catalogue, and its format revision: GNU gettext manual, "MO Files".
MAGIC, REVISION = 0x950412DE, 0
HEADER_WORDS = 7

KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d+)\])?)\s*(".*")$')


class POSyntaxError(ValueError):
    """A line of a .po file that this reader does not understand."""


@dataclass
class Entry:
    """One message of a .po file; `strings` holds one text, or one for each plural form."""

    msgid: str = ""
    context: str | None = None
    plural: str | None = None
    strings: dict[int, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    line: int = 0

    @property
    def key(self) -> tuple[str | None, str]:
        """What gettext looks a message up by."""
        return self.context, self.msgid

    @property
    def translated(self) -> bool:
        """True if every form has a text and nobody marked it as a guess (fuzzy)."""
        return bool(self.strings) and all(self.strings.values()) and "fuzzy" not in self.flags


def _unquote(literal: str, line: int) -> str:
    try:
        return str(ast.literal_eval(literal))
    except (SyntaxError, ValueError) as error:
        raise POSyntaxError(f"line {line}: not a quoted string: {literal}") from error


def read_po(text: str) -> Iterator[Entry]:
    """Yield the entries of a .po file, header first; obsolete ones (#~) are left out."""
    entry, target, index = Entry(), "", 0
    started = False
    for number, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if line.startswith("#,"):
            if started:
                yield entry
                entry, started = Entry(), False
            entry.flags |= {flag.strip() for flag in line[2:].split(",")}
        elif not line or line.startswith("#"):
            if started and not line.startswith("#~"):
                yield entry
                entry, started = Entry(), False
        elif match := KEYWORD.match(line):
            target, index = match[1].partition("[")[0], int(match[2] or 0)
            if target in ("msgctxt", "msgid") and entry.strings:
                yield entry
                entry = Entry()
            if not started:
                entry.line, started = number, True
            _append(entry, target, index, _unquote(match[3], number))
        elif line.startswith('"') and started:
            _append(entry, target, index, _unquote(line, number))
        else:
            raise POSyntaxError(f"line {number}: {raw}")
    if started:
        yield entry


def _append(entry: Entry, target: str, index: int, text: str) -> None:
    if target == "msgctxt":
        entry.context = (entry.context or "") + text
    elif target == "msgid":
        entry.msgid += text
    elif target == "msgid_plural":
        entry.plural = (entry.plural or "") + text
    else:
        entry.strings[index] = entry.strings.get(index, "") + text


def messages(text: str) -> dict[bytes, bytes]:
    """The key → value pairs that the .mo of this .po holds; a message given twice raises POSyntaxError."""
    found: dict[bytes, bytes] = {}
    for entry in read_po(text):
        if not entry.translated:
            continue
        key = entry.msgid if entry.plural is None else f"{entry.msgid}\0{entry.plural}"
        if entry.context is not None:
            key = f"{entry.context}\x04{key}"
        if key.encode() in found:
            raise POSyntaxError(f"line {entry.line}: given twice: {entry.msgid!r}")
        found[key.encode()] = "\0".join(entry.strings[i] for i in sorted(entry.strings)).encode()
    return found


def build_mo(catalogue: dict[bytes, bytes]) -> bytes:
    """Lay out a .mo file: header, two tables of (length, offset), then the texts, each zero-terminated."""
    keys = sorted(catalogue)
    tables_start = HEADER_WORDS * 4
    table_size = len(keys) * 8
    texts_start = tables_start + 2 * table_size
    tables, texts = b"", bytearray()
    for column in (keys, [catalogue[key] for key in keys]):
        for item in column:
            tables += struct.pack("<II", len(item), texts_start + len(texts))
            texts += item + b"\0"
    # The hash table is optional and no reader in use here wants it: size 0, placed where it would begin.
    header = struct.pack(
        "<7I", MAGIC, REVISION, len(keys), tables_start, tables_start + table_size, 0, texts_start
    )
    return header + tables + bytes(texts)


def compile_po(path: Path) -> bytes:
    """The bytes of the .mo that belongs to this .po file."""
    return build_mo(messages(path.read_text(encoding="utf-8")))


def main(argv: list[str] | None = None) -> int:
    """Compile or check all catalogues; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="write nothing, fail if a .mo is out of date")
    options = parser.parse_args(argv)
    stale = 0
    for source in sorted(LOCALE_ROOT.rglob("*.po")):
        target, wanted = source.with_suffix(".mo"), compile_po(source)
        if target.exists() and target.read_bytes() == wanted:
            continue
        stale += 1
        print(f"{'out of date' if options.check else 'written'}: {target.relative_to(LOCALE_ROOT)}")
        if not options.check:
            target.write_bytes(wanted)
    return 1 if options.check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
