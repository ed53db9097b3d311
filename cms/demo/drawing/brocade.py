"""The brocade band: diamonds in diamonds, joined by hooks."""

from __future__ import annotations

from PIL import Image, ImageDraw

from cms.demo.drawing.brush import Brush
from cms.demo.drawing.palettes import Palette, mix, rgb, type_rgb

LARGER = 4


def _tile(side: int, ground: type_rgb, figure: type_rgb) -> Image.Image:
    """One repeat, twice as wide as high: a diamond, then a pair of hooks."""
    size = side * LARGER
    tile = Image.new("RGB", (size * 2, size), ground)
    pen = ImageDraw.Draw(tile)

    def diamond(x: float, half: float, colour: type_rgb) -> None:
        middle = size / 2
        pen.polygon(
            [(x - half, middle), (x, middle - half), (x + half, middle), (x, middle + half)], fill=colour
        )

    for x in (0, size * 2):
        diamond(x, size * 0.46, figure)
        diamond(x, size * 0.34, ground)
        diamond(x, size * 0.2, figure)
        diamond(x, size * 0.08, ground)
    line = max(1, round(size * 0.075))
    for way in (-1, 1):  # each hook leaves a diamond, rises, and turns back on itself

        def at(x: float, y: float, way: int = way) -> tuple[float, float]:
            return size + way * x * size, size / 2 + way * y * size

        hook = [at(0.54, 0), at(0.12, 0), at(0.12, -0.32), at(0.4, -0.32), at(0.4, -0.16), at(0.26, -0.16)]
        pen.line(hook, fill=figure, width=line, joint="curve")
    return tile.reduce(LARGER)


def draw_band(brush: Brush, palette: Palette, top: bool = False, height: float = 62) -> None:
    """Lay a band along the lower (or the upper) edge, between two thin lines."""
    ground, figure = (rgb(colour) for colour in palette.band)
    side = brush.pixels(height * 0.62)
    if side < 4:
        return
    tall = brush.pixels(height)
    strip = Image.new("RGB", (brush.picture.width, tall), ground)
    tile = _tile(side, ground, figure)
    start = (brush.picture.width % tile.width) // 2 - tile.width
    for x in range(start, brush.picture.width, tile.width):
        strip.paste(tile, (x, (tall - side) // 2))
    pen, thin = ImageDraw.Draw(strip), max(1, brush.pixels(3))
    for y in (thin, tall - 2 * thin):
        pen.rectangle((0, y, strip.width, y + thin - 1), fill=mix(ground, figure, 0.75))
    brush.picture.paste(strip, (0, 0 if top else brush.picture.height - tall))
