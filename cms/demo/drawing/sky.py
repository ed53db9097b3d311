"""The sky: a soft wash, a sun or a moon with its halo, long clouds, stars, a few birds."""

from __future__ import annotations

import math
from random import Random

from PIL import Image

from cms.demo.drawing.brush import Brush, Point, curve, ribbon
from cms.demo.drawing.palettes import Palette, mix, rgb


def sky_picture(size: tuple[int, int], palette: Palette, horizon: float) -> Image.Image:
    """A new picture washed from the top of the sky down to the horizon (a share of the height)."""
    top, middle, low = (rgb(colour) for colour in palette.sky)
    rows = 64
    strip = Image.new("RGB", (1, rows))
    for row in range(rows):
        share = min(1.0, row / (rows - 1) / horizon)
        strip.putpixel(
            (0, row), mix(top, middle, share * 2) if share < 0.5 else mix(middle, low, share * 2 - 1)
        )
    return strip.resize(size, Image.Resampling.BICUBIC)


def disc_shape(x: float, y: float, radius: float) -> list[Point]:
    """A circle as a shape."""
    return [
        (x + radius * math.cos(a * math.pi / 36), y + radius * math.sin(a * math.pi / 36)) for a in range(72)
    ]


def draw_disc(brush: Brush, palette: Palette, x: float, y: float, radius: float) -> None:
    """The sun, or a full moon, with a halo that fades evenly."""
    reach = brush.pixels(radius * 4.2)
    # Pillow's gradient reaches its end in the corners; the halo must end where the sides are.
    halo = Image.radial_gradient("L")
    side = halo.getpixel((0, 128)) - 1
    halo = halo.point(lambda level: round(max(0.0, 1 - level / side) ** 2 * 165))
    halo = halo.resize((reach * 2, reach * 2), Image.Resampling.BILINEAR)
    brush.picture.paste(rgb(palette.disc), (brush.pixels(x) - reach, brush.pixels(y) - reach), halo)
    brush.shapes([disc_shape(x, y, radius * 1.22)], rgb(palette.disc), 0.34)
    brush.shapes([disc_shape(x, y, radius)], rgb(palette.disc), 0.96)
    if palette.moon:  # the faint seas of the moon
        shade = mix(rgb(palette.disc), rgb(palette.sky[1]), 0.22)
        seas = [
            disc_shape(x - radius * 0.3, y - radius * 0.22, radius * 0.3),
            disc_shape(x + radius * 0.28, y + radius * 0.24, radius * 0.22),
        ]
        brush.shapes(seas, shade, 0.55)


def capsule(x: float, y: float, length: float, thickness: float) -> list[Point]:
    """A bar with round ends."""
    half, radius = max(0.0, length / 2 - thickness / 2), thickness / 2
    turn = [math.pi / 2 + math.pi * step / 12 for step in range(13)]
    left = [(x - half + radius * math.cos(a), y + radius * math.sin(a)) for a in turn]
    return left + [(x + half - radius * math.cos(a), y - radius * math.sin(a)) for a in turn]


def draw_clouds(brush: Brush, rng: Random, palette: Palette, count: int, low: float, high: float) -> None:
    """Flat clouds of two or three bars, in the manner of carved printing blocks."""
    for _ in range(count):
        x, y = rng.uniform(60, brush.width - 60), rng.uniform(low, high)
        bars = []
        for row in range(rng.choice((2, 3, 3))):
            bars.append(capsule(x + rng.uniform(-120, 120), y + row * 19, rng.uniform(170, 420), 21))
        brush.shapes(bars, rgb(palette.mist), rng.uniform(0.4, 0.62), larger=2)


def draw_stars(brush: Brush, rng: Random, palette: Palette) -> None:
    """A few stars over a night."""
    stars = []
    for _ in range(34):
        stars.append(disc_shape(rng.uniform(0, 1800), rng.uniform(10, 400) ** 1.0, rng.uniform(1.2, 3.1)))
    for star in stars:
        brush.shapes([star], rgb(palette.disc), 0.75)


def draw_birds(brush: Brush, rng: Random, palette: Palette, count: int) -> None:
    """Egrets far away: two strokes each, in a loose line."""
    x, y = rng.uniform(320, 1400), rng.uniform(200, 380)
    wings = []
    for index in range(count):
        span, lift = rng.uniform(17, 26), rng.uniform(6, 12)
        wings.append(
            ribbon(curve([(x, y), (x - span * 0.5, y - lift * 1.9), (x - span, y - lift * 0.4)], 8), 4, 1)
        )
        wings.append(
            ribbon(curve([(x, y), (x + span * 0.5, y - lift * 1.9), (x + span, y - lift * 0.4)], 8), 4, 1)
        )
        x += rng.uniform(48, 92)
        y += rng.uniform(-30, 26) + (index % 2) * 9
    brush.shapes(wings, palette.hill(0.72), 0.85)
