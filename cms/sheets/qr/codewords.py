"""From bytes to codewords: packing, Reed-Solomon correction over GF(256), interleaving."""

from itertools import zip_longest

from .tables import Version

BYTES = 0b0100
PADDING = (0xEC, 0x11)
POLYNOMIAL = 0x11D


def _powers() -> tuple[list[int], list[int]]:
    powers, logarithms, value = [0] * 512, [0] * 256, 1
    for exponent in range(255):
        powers[exponent] = powers[exponent + 255] = value
        logarithms[value] = exponent
        value <<= 1
        if value & 0x100:
            value ^= POLYNOMIAL
    return powers, logarithms


POWERS, LOGARITHMS = _powers()


def _product(one: int, other: int) -> int:
    return POWERS[LOGARITHMS[one] + LOGARITHMS[other]] if one and other else 0


def packed(content: bytes, version: Version) -> list[int]:
    """Return the data codewords of *content*, filled up to the capacity of *version*."""
    head = 4 + version.length_bits
    bits = (BYTES << version.length_bits) | len(content)
    for byte in content:
        bits = bits << 8 | byte
    used = head + 8 * len(content)
    room = 8 * version.capacity
    end = min(4, room - used)  # the terminator
    used += end
    filled = -used % 8
    words = list((bits << (end + filled)).to_bytes((used + filled) // 8, "big"))
    return words + [PADDING[place % 2] for place in range(version.capacity - len(words))]


def correction(data: list[int], number: int) -> list[int]:
    """Return *number* codewords that correct *data*: the remainder of its division by the generator."""
    generator = [1]
    for exponent in range(number):
        shifted = [*generator, 0]
        scaled = [0, *(_product(one, POWERS[exponent]) for one in generator)]
        generator = [one ^ other for one, other in zip(shifted, scaled, strict=True)]
    remainder = [0] * number
    for word in data:
        factor = word ^ remainder[0]
        remainder = [
            one ^ _product(part, factor) for one, part in zip([*remainder[1:], 0], generator[1:], strict=True)
        ]
    return remainder


def codewords(content: bytes, version: Version) -> list[int]:
    """Return all codewords in the order in which they are drawn."""
    words = iter(packed(content, version))
    blocks = [[next(words) for _ in range(size)] for size in version.blocks]
    corrections = [correction(block, version.correction) for block in blocks]
    columns = [*zip_longest(*blocks), *zip(*corrections, strict=True)]
    return [word for column in columns for word in column if word is not None]
