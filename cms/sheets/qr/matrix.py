"""The whole symbol: the smallest version that fits, under the mask that scanners read best."""

from collections.abc import Sequence
from itertools import groupby, pairwise

from .canvas import Canvas
from .codewords import codewords
from .tables import VERSIONS

MASKS = (
    lambda row, column: (row + column) % 2 == 0,
    lambda row, column: row % 2 == 0,
    lambda row, column: column % 3 == 0,
    lambda row, column: (row + column) % 3 == 0,
    lambda row, column: (row // 2 + column // 3) % 2 == 0,
    lambda row, column: row * column % 2 + row * column % 3 == 0,
    lambda row, column: (row * column % 2 + row * column % 3) % 2 == 0,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2 == 0,
)
LIKE_FINDER = ("10111010000", "00001011101")
Rows = list[list[bool]]


class TooLong(ValueError):
    """The text does not fit into version 10."""


def matrix(text: str, mask: int | None = None) -> Rows:
    """Return rows of modules, ``True`` for dark, without the quiet zone of four around them.

    *mask* (0 to 7) is chosen as the standard asks unless it is given. Raises ``TooLong`` for more than 213 bytes.
    """
    content = text.encode()
    version = next((one for one in VERSIONS if one.holds(len(content))), None)
    if version is None:
        raise TooLong(f"{len(content)} bytes do not fit into a QR code of version 10.")
    canvas = Canvas(version)
    words = codewords(content, version)
    bits = [bool(word >> place & 1) for word in words for place in range(7, -1, -1)]
    bits += [False] * (len(canvas.free) - len(bits))
    tried = range(8) if mask is None else [mask]
    return min((_masked(canvas, bits, one) for one in tried), key=penalty)


def _masked(canvas: Canvas, bits: Sequence[bool], mask: int) -> Rows:
    canvas.format(mask)
    rows = [list(map(bool, row)) for row in canvas.rows]
    for (row, column), bit in zip(canvas.free, bits, strict=True):
        rows[row][column] = bit ^ MASKS[mask](row, column)
    return rows


def penalty(rows: Rows) -> int:
    """How hard *rows* are to scan: runs, squares, what looks like a finder, too much of one colour."""
    size, lines = len(rows), [*rows, *map(list, zip(*rows, strict=True))]
    runs = (len(list(run)) for line in lines for _dark, run in groupby(line))
    found = sum(length - 2 for length in runs if length >= 5)
    for upper, lower in pairwise(rows):
        found += 3 * sum(
            upper[place] == upper[place + 1] == lower[place] == lower[place + 1] for place in range(size - 1)
        )
    for line in lines:
        spelling = "".join("01"[dark] for dark in line)
        found += 40 * sum(spelling.startswith(LIKE_FINDER, place) for place in range(size))
    dark = sum(map(sum, rows))
    return found + 10 * (abs(20 * dark - 10 * size * size) // (size * size))
