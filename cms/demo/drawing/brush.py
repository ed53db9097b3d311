"""Smooth-edged shapes: every mask is drawn larger and then reduced."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw

from cms.demo.drawing.palettes import type_rgb

Point = tuple[float, float]
Shape = Sequence[Point]
LARGER = 2


class Brush:
    """Paints polygons on one picture. Lengths are in units of a picture 1,800 wide."""

    def __init__(self, picture: Image.Image) -> None:
        self.picture = picture
        self.unit = picture.width / 1800
        self.width = 1800.0
        self.height = picture.height / self.unit

    def pixels(self, length: float) -> int:
        """The whole number of pixels nearest to a length."""
        return round(length * self.unit)

    def shapes(self, shapes: Sequence[Shape], colour: type_rgb, opacity: float = 1, larger: int = 3) -> None:
        """Fill the shapes, as one stencil, so that overlaps do not add up."""
        if not shapes:
            return
        left = max(0, int(min(x for shape in shapes for x, _ in shape) * self.unit) - 1)
        top = max(0, int(min(y for shape in shapes for _, y in shape) * self.unit) - 1)
        right = min(self.picture.width, int(max(x for shape in shapes for x, _ in shape) * self.unit) + 2)
        bottom = min(self.picture.height, int(max(y for shape in shapes for _, y in shape) * self.unit) + 2)
        if right <= left or bottom <= top:
            return
        stencil = Image.new("L", ((right - left) * larger, (bottom - top) * larger), 0)
        pen = ImageDraw.Draw(stencil)
        scale, level = self.unit * larger, round(255 * opacity)
        for shape in shapes:
            pen.polygon([(x * scale - left * larger, y * scale - top * larger) for x, y in shape], fill=level)
        self.picture.paste(colour, (left, top), stencil.reduce(larger))

    def stepped(self, ridge: Shape, foot: float, colours: Sequence[type_rgb], steps: Sequence[float]) -> None:
        """Fill from a ridge down to `foot`, lighter and lighter in contours, as a woodblock print does."""
        top = max(0, int(min(y for _, y in ridge) * self.unit) - 1)
        bottom = min(self.picture.height, self.pixels(foot))
        if bottom <= top:
            return
        size = (self.picture.width * LARGER, (bottom - top) * LARGER)
        scale, lift = self.unit * LARGER, top * LARGER
        outline = [(x * scale, y * scale - lift) for x, y in ridge]
        ends = [(outline[-1][0], size[1] + 1), (outline[0][0], size[1] + 1)]
        fill = Image.new("RGB", size, colours[0])
        pen = ImageDraw.Draw(fill)
        for colour, step in zip(colours[1:], steps, strict=True):
            pen.polygon([*((x, y + step * scale) for x, y in outline), *ends], fill=colour)
        stencil = Image.new("L", size, 0)
        ImageDraw.Draw(stencil).polygon([*outline, *ends], fill=255)
        self.picture.paste(fill.reduce(LARGER), (0, top), stencil.reduce(LARGER))

    def wash(self, colour: type_rgb, top: float, bottom: float, stencil: Image.Image) -> None:
        """Lay a soft colour across the whole width; the small stencil is stretched over the band."""
        height = self.pixels(bottom) - self.pixels(top)
        if height > 0:
            soft = stencil.resize((self.picture.width, height), Image.Resampling.BICUBIC)
            self.picture.paste(colour, (0, self.pixels(top)), soft)


def lens(x: float, y: float, length: float, thickness: float) -> list[Point]:
    """A flat streak with pointed ends, as light on water."""
    half = thickness / 2
    return [
        (x - length / 2, y), (x - length * 0.2, y - half), (x + length * 0.2, y - half),
        (x + length / 2, y), (x + length * 0.2, y + half), (x - length * 0.2, y + half),
    ]  # fmt: skip


def curve(points: Sequence[Point], count: int = 16) -> list[Point]:
    """A quadratic curve from the first point to the third, drawn towards the second."""
    (ax, ay), (bx, by), (cx, cy) = points
    found = []
    for step in range(count + 1):
        t = step / count
        u = 1 - t
        found.append((u * u * ax + 2 * u * t * bx + t * t * cx, u * u * ay + 2 * u * t * by + t * t * cy))
    return found


def ribbon(path: Sequence[Point], start: float, end: float) -> list[Point]:
    """The path as a shape whose thickness runs from `start` to `end`."""
    left, right = [], []
    last = len(path) - 1
    for index, (x, y) in enumerate(path):
        (px, py), (nx, ny) = path[max(0, index - 1)], path[min(last, index + 1)]
        length = ((nx - px) ** 2 + (ny - py) ** 2) ** 0.5 or 1.0
        half = (start + (end - start) * index / last) / 2
        dx, dy = (ny - py) / length * half, (px - nx) / length * half
        left.append((x + dx, y + dy))
        right.append((x - dx, y - dy))
    return left + right[::-1]


Painter = Callable[[Brush], None]
