"""Copies of photos for paper: JPEG, since Word and printers know nothing newer, and no larger than paper shows."""

from pathlib import Path

from PIL import Image

from .cleaning import JPEG_QUALITY
from .models import CustomImage

# 15 cm at 250 points per inch.
LONGEST = 1500


def print_copy(image: CustomImage, target: Path, longest: int = LONGEST) -> tuple[int, int]:
    """Write *image* to *target* as JPEG, its long side *longest* pixels at most; return width and height.

    One photo is in memory at a time. Raises ``OSError`` if the stored file is missing or damaged.
    """
    with image.open_file() as stored, Image.open(stored) as picture:
        picture.draft("RGB", (longest, longest))  # a JPEG is decoded at the size that is needed
        picture.thumbnail((longest, longest))
        on_paper = _on_white(picture)
        on_paper.save(target, "JPEG", quality=JPEG_QUALITY - 5, icc_profile=picture.info.get("icc_profile"))
        return on_paper.size


def _on_white(picture: Image.Image) -> Image.Image:
    """What is transparent on the screen is white on paper."""
    if picture.mode == "RGB":
        return picture
    with_alpha = picture.convert("RGBA")
    paper = Image.new("RGB", with_alpha.size, "white")
    paper.paste(with_alpha, mask=with_alpha.getchannel("A"))
    return paper
