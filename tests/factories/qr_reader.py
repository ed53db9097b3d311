"""Reads a QR code of level M back from its modules, by the standard and without anything of the encoder."""

import re

BLOCKS = (1, 1, 1, 2, 2, 4, 4, 4, 5, 5)
CORRECTION = (10, 16, 26, 18, 24, 16, 18, 22, 22, 26)
CENTRES = ((), (18,), (22,), (26,), (30,), (34,), (22, 38), (24, 42), (26, 46), (28, 50))
CONDITIONS = {
    0: lambda i, j: (i + j) % 2,
    1: lambda i, j: i % 2,
    2: lambda i, j: j % 3,
    3: lambda i, j: (i + j) % 3,
    4: lambda i, j: (i // 2 + j // 3) % 2,
    5: lambda i, j: (i * j) % 2 + (i * j) % 3,
    6: lambda i, j: ((i * j) % 2 + (i * j) % 3) % 2,
    7: lambda i, j: ((i + j) % 2 + (i * j) % 3) % 2,
}


def format_bits(rows) -> tuple[str, str]:
    """The fifteen bits of format information, as both copies have them, most significant first."""
    size = len(rows)
    around = [(8, column) for column in (0, 1, 2, 3, 4, 5, 7, 8)] + [
        (row, 8) for row in (7, 5, 4, 3, 2, 1, 0)
    ]
    apart = [(size - 1 - place, 8) for place in range(7)] + [(8, size - 8 + place) for place in range(8)]
    return tuple("".join("01"[rows[row][column]] for row, column in places) for places in (around, apart))


def version_bits(rows) -> tuple[str, str]:
    """The eighteen bits of version information, as both copies have them, most significant first."""
    size = len(rows)
    places = [(place // 3, size - 11 + place % 3) for place in range(17, -1, -1)]
    upper = "".join("01"[rows[row][column]] for row, column in places)
    return upper, "".join("01"[rows[column][row]] for row, column in places)


def drawn_modules(html: str) -> list[list[bool]]:
    """The modules of the code that is drawn in *html*, without its quiet zone."""
    side = int(re.search(r'class="qr"[^>]*viewBox="0 0 (\d+)', html)[1])
    rows = [[False] * side for _ in range(side)]
    for left, top, width in re.findall(r"M(\d+) (\d+)h(\d+)v1", html):
        rows[int(top)][int(left) : int(left) + int(width)] = [True] * int(width)
    return [row[4:-4] for row in rows[4:-4]]


def read(rows) -> tuple[str, int, int]:
    """Return text, version and mask; an ``AssertionError`` says what is wrong with the symbol."""
    size = len(rows)
    version = (size - 17) // 4
    assert size == 17 + 4 * version
    assert all(len(row) == size for row in rows)
    _check_patterns(rows)
    one, other = format_bits(rows)
    assert one == other
    level, mask = _format(one)
    assert level == 0, "level M"
    if version >= 7:
        assert [int(bits[:6], 2) for bits in version_bits(rows)] == [version, version]
    bits = [
        rows[i][j] != (CONDITIONS[mask](i, j) == 0)
        for i, j in _walk(size)
        if not _is_fixed(i, j, size, version)
    ]
    assert len(bits) == _modules(version)
    words = [int("".join("01"[bit] for bit in bits[at : at + 8]), 2) for at in range(0, len(bits) - 7, 8)]
    return _text(_data(words, version), version), version, mask


def _format(bits: str) -> tuple[int, int]:
    for data in range(32):
        rest = data << 10
        for shift in range(4, -1, -1):
            if rest >> (shift + 10) & 1:
                rest ^= 0x537 << shift
        if (data << 10 | rest) ^ 0x5412 == int(bits, 2):
            return data >> 3, data & 7
    raise AssertionError("no valid format information")


def _check_patterns(rows) -> None:
    size = len(rows)
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        found = ["".join("01"[one] for one in rows[top + row][left : left + 7]) for row in range(7)]
        assert found == finder
    assert not any(rows[7][:8] + rows[7][-8:] + rows[size - 8][:8]), "separators"
    assert rows[6][8 : size - 8] == [place % 2 == 0 for place in range(8, size - 8)]
    assert [row[6] for row in rows[8 : size - 8]] == [place % 2 == 0 for place in range(8, size - 8)]
    assert rows[size - 8][8], "the module that is always dark"


def _is_fixed(i: int, j: int, size: int, version: int) -> bool:
    if (i < 9 and (j < 9 or j >= size - 8)) or (i >= size - 8 and j < 9) or 6 in (i, j):
        return True
    if version >= 7 and ((i < 6 and size - 11 <= j < size - 8) or (j < 6 and size - 11 <= i < size - 8)):
        return True
    centres = (6, *CENTRES[version - 1]) if version > 1 else ()
    last = max(centres, default=0)
    corners = {(6, 6), (6, last), (last, 6)}
    return any(
        abs(i - row) <= 2 and abs(j - column) <= 2
        for row in centres
        for column in centres
        if (row, column) not in corners
    )


def _walk(size: int):
    columns = [column for column in range(size - 1, -1, -1) if column != 6]
    for pair in range(0, len(columns), 2):
        rows = range(size) if pair // 2 % 2 else range(size - 1, -1, -1)
        for i in rows:
            yield i, columns[pair]
            yield i, columns[pair + 1]


def _modules(version: int) -> int:
    found = (16 * version + 128) * version + 64
    if version >= 2:
        aligned = version // 7 + 2
        found -= (25 * aligned - 10) * aligned - 55
    return found - 36 if version >= 7 else found


def _data(words: list[int], version: int) -> list[int]:
    blocks, correction = BLOCKS[version - 1], CORRECTION[version - 1]
    short = len(words) // blocks - correction
    sizes = [short + (number >= blocks - len(words) % blocks) for number in range(blocks)]
    drawn = iter(words)
    found: list[list[int]] = [[] for _ in sizes]
    for column in range(max(sizes)):
        for block, size in zip(found, sizes, strict=True):
            if column < size:
                block.append(next(drawn))
    for _ in range(correction):
        for block in found:
            block.append(next(drawn))
    for block in found:
        assert [_at(block, power) for power in range(correction)] == [0] * correction, "syndromes"
    return [word for block, size in zip(found, sizes, strict=True) for word in block[:size]]


def _times(one: int, other: int) -> int:
    found = 0
    while other:
        if other & 1:
            found ^= one
        one, other = one << 1, other >> 1
        if one & 0x100:
            one ^= 0x11D
    return found


def _at(block: list[int], power: int) -> int:
    place = 1
    for _ in range(power):
        place = _times(place, 2)
    found = 0
    for word in block:
        found = _times(found, place) ^ word
    return found


def _text(data: list[int], version: int) -> str:
    bits = "".join(f"{word:08b}" for word in data)
    assert bits[:4] == "0100", "bytes"
    head = 4 + (8 if version < 10 else 16)
    length = int(bits[4:head], 2)
    content = bytes(int(bits[head + 8 * at : head + 8 * at + 8], 2) for at in range(length))
    rest = bits[head + 8 * length :]
    assert set(rest[:4]) <= {"0"}, "the terminator"
    return content.decode()
