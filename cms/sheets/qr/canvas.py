"""The modules that are the same in every symbol of a version, and the places that are left for data."""

from collections.abc import Iterator

from .tables import LEVEL_M, Version

FORMAT_GENERATOR, FORMAT_MASK = 0b10100110111, 0b101010000010010
VERSION_GENERATOR = 0b1111100100101


class Canvas:
    """A square of modules: ``True`` is dark, ``None`` is not drawn yet."""

    def __init__(self, version: Version) -> None:
        self.size = version.size
        self.rows: list[list[bool | None]] = [[None] * self.size for _ in range(self.size)]
        for row, column in ((0, 0), (0, self.size - 7), (self.size - 7, 0)):
            self._finder(row, column)
        self._alignments(version)
        for place in range(8, self.size - 8):
            self.rows[6][place] = self.rows[place][6] = place % 2 == 0
        self.format(0)  # keeps its places free of data
        if version.number >= 7:
            self._version(version.number)
        self.free = [(row, column) for row, column in self._zigzag() if self.rows[row][column] is None]

    def format(self, mask: int) -> None:
        """Draw the format information, twice: level M and *mask*."""
        data = LEVEL_M << 3 | mask
        bits = (data << 10 | _remainder(data << 10, FORMAT_GENERATOR)) ^ FORMAT_MASK
        last = self.size - 1
        for place in range(15):
            dark = bool(bits >> place & 1)
            if place < 8:
                self.rows[place + (place > 5)][8] = dark
                self.rows[8][last - place] = dark
            else:
                self.rows[8][7 if place == 8 else 14 - place] = dark
                self.rows[last - 14 + place][8] = dark
        self.rows[self.size - 8][8] = True  # always dark

    def _finder(self, row: int, column: int) -> None:
        for down in range(-1, 8):
            for right in range(-1, 8):
                if 0 <= row + down < self.size and 0 <= column + right < self.size:
                    ring = max(abs(down - 3), abs(right - 3))
                    self.rows[row + down][column + right] = ring not in (2, 4)

    def _alignments(self, version: Version) -> None:
        for row in version.centres:
            for column in version.centres:
                if self.rows[row][column] is not None:  # a finder is there
                    continue
                for down in range(-2, 3):
                    for right in range(-2, 3):
                        self.rows[row + down][column + right] = max(abs(down), abs(right)) != 1

    def _version(self, number: int) -> None:
        bits = number << 12 | _remainder(number << 12, VERSION_GENERATOR)
        for place in range(18):
            near, far = place // 3, self.size - 11 + place % 3
            self.rows[near][far] = self.rows[far][near] = bool(bits >> place & 1)

    def _zigzag(self) -> Iterator[tuple[int, int]]:
        """Places in the order of the data: two columns at a time from the right, up and down."""
        upwards = True
        for right in (*range(self.size - 1, 6, -2), 5, 3, 1):  # the column of the timing pattern is left out
            for row in range(self.size - 1, -1, -1) if upwards else range(self.size):
                yield row, right
                yield row, right - 1
            upwards = not upwards


def _remainder(value: int, generator: int) -> int:
    degree = generator.bit_length()
    while value.bit_length() >= degree:
        value ^= generator << value.bit_length() - degree
    return value
