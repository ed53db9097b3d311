"""The river: the reflection of what stands above it, streaks of light, boats without anybody aboard."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageFilter, ImageOps

from cms.demo.drawing.brush import Brush, curve, lens
from cms.demo.drawing.palettes import Palette, mix, rgb


def draw_water(brush: Brush, palette: Palette, shore: float) -> None:
    """Fill from the shore down with water that mirrors the picture above it."""
    picture = brush.picture
    top = brush.pixels(shore)
    size = (picture.width, picture.height - top)
    above = picture.crop((0, max(0, top - int(size[1] * 1.5)), picture.width, top))
    # Blurring a small copy and stretching it costs next to nothing.
    small = ImageOps.flip(above).resize((300, 75), Image.Resampling.BOX).filter(ImageFilter.BoxBlur(2.2))
    mirror = small.filter(ImageFilter.BoxBlur(1.6)).resize(size, Image.Resampling.BICUBIC)
    far, near = (rgb(colour) for colour in palette.water)
    strip = Image.new("RGB", (1, 24))
    for row in range(24):
        strip.putpixel((0, row), mix(far, near, row / 23))
    fill = strip.resize(size, Image.Resampling.BICUBIC)
    picture.paste(Image.blend(fill, mirror, 0.42), (0, top))


def draw_gleams(brush: Brush, rng: Random, palette: Palette, shore: float, sun: float) -> None:
    """Streaks of light: a few everywhere, many below the sun or the moon."""
    depth = brush.height - shore
    wide, narrow = [], []
    for _ in range(26):
        share = rng.random() ** 0.8
        y = shore + 14 + share * (depth - 24)
        wide.append(
            lens(rng.uniform(0, brush.width), y, rng.uniform(70, 250) * (0.5 + share), 2.2 + 3 * share)
        )
    for _ in range(34):
        share = rng.random()
        y = shore + 6 + share * (depth - 20)
        x = rng.gauss(sun, 34 + 70 * share)
        narrow.append(lens(x, y, rng.uniform(40, 150) * (0.6 + share), 2.6 + 4.2 * share))
    brush.shapes(wide, rgb(palette.gleam), 0.5, larger=2)
    brush.shapes(narrow, rgb(palette.gleam), 0.72, larger=2)
    brush.shapes([lens(brush.width / 2, shore, brush.width * 1.5, 5)], rgb(palette.gleam), 0.55, larger=2)


def draw_boat(brush: Brush, palette: Palette, x: float, y: float, size: float, turned: bool) -> None:
    """A small covered boat, moored, with its shadow on the water."""
    way = -1 if turned else 1

    def place(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + way * px * size, y + py * size) for px, py in points]

    hull = [
        *curve([(-1.0, -0.16), (-0.55, 0.1), (0.0, 0.1)], 8),
        *curve([(0.0, 0.1), (0.62, 0.1), (1.1, -0.26)], 8),
    ]
    hull += curve([(1.1, -0.26), (0.4, -0.02), (-1.0, -0.16)], 8)
    awning = [
        *curve([(-0.5, -0.08), (-0.36, -0.5), (0.0, -0.44)], 8),
        *curve([(0.0, -0.44), (0.4, -0.44), (0.46, -0.04)], 8),
    ]
    shadow = [(px, 0.2 - py * 0.55) for px, py in hull + awning]
    brush.shapes([place(shadow[:27]), place(shadow[27:])], rgb(palette.roof), 0.22)
    brush.shapes(
        [lens(x - way * size * 0.1, y + size * 0.13, size * 3.1, size * 0.06)], rgb(palette.gleam), 0.8
    )
    brush.shapes([place(awning)], mix(rgb(palette.roof), palette.hill(0.5), 0.45))
    brush.shapes([place(hull)], rgb(palette.roof))
    ribs = [
        place([(px, -0.44), (px + 0.035, -0.44), (px + 0.05, -0.06), (px + 0.01, -0.06)])
        for px in (-0.22, 0.0, 0.22)
    ]
    brush.shapes(ribs, rgb(palette.roof), 0.5)
