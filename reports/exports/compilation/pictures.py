"""Pictures for one batch of pages: small JPEG files in a directory of their own, and how photos stand in rows."""

from dataclasses import dataclass
from pathlib import Path

from media.models import CustomImage
from media.printing import print_copy

# Pixels of the long side: 250 points per inch, over 84 millimetres for photos in rows and over 120 for one alone.
IN_ROWS, ALONE = 840, 1200


@dataclass(frozen=True)
class Picture:
    """A picture as a page shows it. Without a *source* its file is missing; *words* stand below it."""

    source: str
    words: str
    alt: str
    width: int = 0
    height: int = 0

    @property
    def landscape(self) -> bool:
        """Whether it is wider than high."""
        return self.width > self.height


class Pictures:
    """Makes the print copies of a batch in *folder*, each once."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._made: dict[str, tuple[str, int, int]] = {}

    def take(
        self, image: CustomImage | None, words: str, alt: str, photographer: str = "", longest: int = IN_ROWS
    ) -> Picture:
        """Return *image* with its words; a missing or damaged file gives a picture without source."""
        source, width, height = self._copy(image, longest) if image else ("", 0, 0)
        if photographer:
            words += f"（{photographer} 摄）"
        return Picture(source, words, alt, width, height)

    def _copy(self, image: CustomImage, longest: int) -> tuple[str, int, int]:
        name = f"{image.pk}-{longest}.jpg"
        if name not in self._made:
            target = self.folder / name
            try:
                size = print_copy(image, target, longest)
            except OSError:
                target.unlink(missing_ok=True)
                self._made[name] = "", 0, 0
            else:
                self._made[name] = target.as_uri(), *size
        return self._made[name]


def rows(pictures: list[Picture]) -> list[list[Picture]]:
    """Put pictures of the same shape side by side, two to a row; their order stays."""
    found: list[list[Picture]] = []
    for picture in pictures:
        last = found[-1] if found else []
        if len(last) == 1 and picture.source and last[0].source and last[0].landscape == picture.landscape:
            last.append(picture)
        else:
            found.append([picture])
    return found
