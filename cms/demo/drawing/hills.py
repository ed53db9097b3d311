"""Karst hills: steep towers with round heads, in layers that pale with distance."""

from __future__ import annotations

import math
from random import Random

from PIL import Image

from cms.demo.drawing.brush import Brush, Point
from cms.demo.drawing.palettes import Palette, mix, rgb

STRIDE = 9
CONTOURS = 11


def ridge(
    rng: Random, width: float, foot: float, height: float, towers: int, hero: float | None
) -> list[Point]:
    """The outline of one layer. `hero` is where its tallest tower stands, if it has one."""
    found: list[tuple[float, float, float, float, float]] = []
    spacing = width * 1.16 / towers
    for index in range(towers):
        centre = -width * 0.08 + spacing * (index + rng.uniform(0.15, 0.85))
        tall = height * rng.choice((0.34, 0.48, 0.6, 0.72, 0.85)) * rng.uniform(0.9, 1.1)
        found.append(_tower(rng, centre, tall, spacing))
        if rng.random() < 0.55:  # a shoulder makes a tower look grown rather than turned on a lathe
            side = rng.choice((-1, 1)) * spacing * rng.uniform(0.3, 0.46)
            found.append(_tower(rng, centre + side, tall * rng.uniform(0.5, 0.8), spacing * 0.7))
    if hero is not None:
        found.append(_tower(rng, hero, height * 1.12, height * 1.05))
        found.append(_tower(rng, hero + height * rng.choice((-0.34, 0.36)), height * 0.74, height * 0.7))
    slow, phase = rng.uniform(0.0026, 0.0042), rng.uniform(0, 6.28)
    points = []
    for x in range(-STRIDE, int(width) + 2 * STRIDE, STRIDE):
        total = 0.0
        for centre, left, right, tall, power in found:
            reach = abs(x - centre) / (left if x < centre else right)
            if reach < 2.2:
                total += (tall * math.exp(-(reach**power))) ** 5
        swell = height * 0.06 * math.sin(x * slow + phase) + 1.6 * math.sin(x * 0.037 + phase * 3)
        points.append((float(x), foot - total**0.2 - swell))
    return points


def _tower(rng: Random, centre: float, tall: float, room: float) -> tuple[float, float, float, float, float]:
    girth = min(room * rng.uniform(0.36, 0.56), tall * rng.uniform(0.5, 0.95) + 26)
    lean = rng.uniform(0.82, 1.22)
    return centre, girth * lean, girth / lean, tall, rng.uniform(1.9, 2.7)


def draw_layer(
    brush: Brush, palette: Palette, outline: list[Point], depth: float, foot: float, reach: float
) -> None:
    """Paint one layer; its foot dissolves into the mist of its distance."""
    head = palette.hill(depth)
    base = mix(head, rgb(palette.mist), 0.62 - 0.3 * depth)
    colours = [mix(head, base, (step / CONTOURS) ** 0.85) for step in range(CONTOURS + 1)]
    steps = [reach * ((step + 1) / CONTOURS) ** 1.15 for step in range(CONTOURS)]
    brush.stepped(outline, foot, colours, steps)


def draw_mist(
    brush: Brush, rng: Random, palette: Palette, level: float, thickness: float, strength: float
) -> None:
    """A bank of mist, thicker here and thinner there, lying across at `level`."""
    columns, rows = 14, 9
    profile = (0, 26, 88, 170, 214, 170, 88, 26, 0)
    weights = [rng.uniform(0.45, 1.0) for _ in range(columns)]
    cells = bytes(
        round(profile[row] * weights[col] * strength) for row in range(rows) for col in range(columns)
    )
    stencil = Image.frombytes("L", (columns, rows), cells)
    brush.wash(rgb(palette.mist), level - thickness / 2, level + thickness / 2, stencil)
