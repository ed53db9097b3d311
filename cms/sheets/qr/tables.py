"""The standard's numbers for level M, versions 1 to 10."""

from dataclasses import dataclass

LEVEL_M = 0b00  # as the format information has it


@dataclass(frozen=True)
class Version:
    """*correction*: codewords of error correction in each block. *blocks*: data codewords of each block, in order.

    *centres*: coordinates at which alignment patterns stand.
    """

    number: int
    correction: int
    blocks: tuple[int, ...]
    centres: tuple[int, ...]

    @property
    def size(self) -> int:
        """Modules along one side."""
        return 17 + 4 * self.number

    @property
    def capacity(self) -> int:
        """Data codewords."""
        return sum(self.blocks)

    @property
    def length_bits(self) -> int:
        """Bits that tell how many bytes follow."""
        return 8 if self.number < 10 else 16

    def holds(self, length: int) -> bool:
        """Whether that many bytes fit in."""
        return 4 + self.length_bits + 8 * length <= 8 * self.capacity


VERSIONS = (
    Version(1, 10, (16,), ()),
    Version(2, 16, (28,), (6, 18)),
    Version(3, 26, (44,), (6, 22)),
    Version(4, 18, (32,) * 2, (6, 26)),
    Version(5, 24, (43,) * 2, (6, 30)),
    Version(6, 16, (27,) * 4, (6, 34)),
    Version(7, 18, (31,) * 4, (6, 22, 38)),
    Version(8, 22, (38,) * 2 + (39,) * 2, (6, 24, 42)),
    Version(9, 22, (36,) * 3 + (37,) * 2, (6, 26, 46)),
    Version(10, 26, (43,) * 4 + (44,), (6, 28, 50)),
)
