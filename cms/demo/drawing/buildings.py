"""What people have built in the landscape, as silhouettes on the far shore."""

from __future__ import annotations

from random import Random

from cms.demo.drawing.brush import Brush, Point, curve, ribbon
from cms.demo.drawing.palettes import Palette, mix, rgb


def _roof(x: float, y: float, half: float, rise: float, top: float = 0.3) -> list[Point]:
    """A tiled roof seen from the front: hollow slopes and upturned eaves; `y` is the eaves."""
    left = curve(
        [(x - half, y - rise * 0.12), (x - half * 0.62, y + rise * 0.02), (x - half * top, y - rise)], 8
    )
    right = curve(
        [(x + half * top, y - rise), (x + half * 0.62, y + rise * 0.02), (x + half, y - rise * 0.12)], 8
    )
    return [*left, *right, (x + half * 0.9, y + rise * 0.12), (x - half * 0.9, y + rise * 0.12)]


def _box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def _tones(palette: Palette) -> tuple[tuple[int, int, int], tuple[int, int, int], tuple[int, int, int]]:
    roof = rgb(palette.roof)
    return roof, mix(roof, palette.hill(0.35), 0.42), mix(rgb(palette.mist), palette.hill(0.6), 0.35)


def draw_covered_bridge(brush: Brush, rng: Random, palette: Palette, shore: float) -> None:
    """A wind-and-rain bridge of the Dong: a roofed walk with pavilions on stone piers."""
    roof, wood, stone = _tones(palette)
    count = rng.choice((3, 5))
    start, end = rng.uniform(-60, 60), rng.uniform(1740, 1860)
    deck, step = shore - 92, (end - start) / count
    centres = [start + step * (index + 0.5) for index in range(count)]
    size = 1.0 if count == 5 else 1.16
    piers = [[(x - 30, deck), (x + 30, deck), (x + 44, shore + 3), (x - 44, shore + 3)] for x in centres]
    brush.shapes(piers, stone)
    brush.shapes(
        [[(x + 6, deck), (x + 30, deck), (x + 44, shore + 3), (x + 14, shore + 3)] for x in centres],
        wood,
        0.3,
    )
    brush.shapes([_box(start - 90, deck - 13, end + 90, deck + 9)], wood)
    brush.shapes([_box(start - 90, deck - 58, end + 90, deck - 13)], mix(wood, rgb(palette.mist), 0.55))
    posts = [_box(x, deck - 62, x + 6, deck - 8) for x in range(int(start) - 80, int(end) + 90, 31)]
    brush.shapes([*posts, _box(start - 90, deck - 32, end + 90, deck - 27)], wood)
    brush.shapes([_box(start - 90, deck - 82, end + 90, deck - 56)], mix(roof, wood, 0.35))
    brush.shapes([_box(start - 90, deck - 86, end + 90, deck - 81)], roof)
    edges = []
    for index, x in enumerate(centres):
        tall = size * (1.14 if index == count // 2 else 0.92)
        y = deck - 72
        for half, rise, lift in ((104, 46, 34), (78, 42, 33), (52, 46, 0)):
            brush.shapes([_box(x - half * tall * 0.55, y - 26 * tall, x + half * tall * 0.55, y + 8)], wood)
            brush.shapes([_roof(x, y - 12 * tall, half * tall, rise * tall, 0.34 if lift else 0.04)], roof)
            edges.append(_box(x - half * tall * 0.88, y - 9 * tall, x + half * tall * 0.88, y - 6 * tall))
            y -= lift * tall
        brush.shapes([[(x - 4, y - 44 * tall), (x + 4, y - 44 * tall), (x, y - 88 * tall)]], roof)
    brush.shapes(edges, rgb(palette.mist), 0.75)


def draw_drum_tower(brush: Brush, palette: Palette, x: float, shore: float, size: float) -> None:
    """A drum tower of the Dong: many eaves, one above the other, under a pointed roof."""
    shore -= 6
    roof, wood, _ = _tones(palette)
    brush.shapes([_box(x - 62 * size, shore - 96 * size, x + 62 * size, shore)], wood)
    openings = [_box(x + dx * size, shore - 70 * size, x + (dx + 22) * size, shore) for dx in (-46, -11, 24)]
    brush.shapes(openings, roof, 0.8)
    y, half, edges = shore - 88 * size, 128 * size, []
    while half > 50 * size:
        brush.shapes([_box(x - half * 0.6, y - 30 * size, x + half * 0.6, y)], wood)
        brush.shapes([_roof(x, y, half, 30 * size, 0.62)], roof)
        edges.append(_box(x - half * 0.88, y + 1.5 * size, x + half * 0.88, y + 4.5 * size))
        y -= 27 * size
        half *= 0.865
    brush.shapes([_box(x - half * 0.5, y - 24 * size, x + half * 0.5, y + 6 * size)], wood)
    brush.shapes([_roof(x, y - 18 * size, half * 1.3, 56 * size, 0.05)], roof)
    brush.shapes([[(x - 4 * size, y - 70 * size), (x + 4 * size, y - 70 * size), (x, y - 122 * size)]], roof)
    brush.shapes(edges, rgb(palette.mist), 0.7)


def draw_houses(brush: Brush, rng: Random, palette: Palette, left: float, right: float, shore: float) -> None:
    """A hamlet of houses on stilts between two places on the shore, the upper rows paler."""
    roof, wood, _ = _tones(palette)
    haze = rgb(palette.mist)
    for row, (lift, fade) in enumerate(((104, 0.4), (54, 0.18), (6, 0.0))):
        inset = (2 - row) * 55
        middle, half = (left + right) / 2, (right - left) / 2 - inset + 130
        mound = curve(
            [(middle - half, shore + 2), (middle, shore - lift * 2.1 - 6), (middle + half, shore + 2)], 24
        )
        brush.shapes([mound], mix(palette.hill(0.62 + 0.16 * row), haze, fade * 0.7))
        x = left + inset + rng.uniform(0, 60)
        walls, roofs, posts, windows = [], [], [], []
        while x < right - inset:
            size = rng.uniform(0.95, 1.25)
            foot = shore - lift * (1 - ((x - middle) / half) ** 2) - 1
            top = foot - rng.choice((66, 78, 92)) * size
            wide = rng.uniform(54, 72) * size
            walls.append(_box(x - wide * 0.8, top, x + wide * 0.8, foot - 20 * size))
            posts += [
                _box(x + wide * at - 3, foot - 22 * size, x + wide * at + 3, foot + 8)
                for at in (-0.72, -0.24, 0.24, 0.72)
            ]
            roofs.append(_gable(x, top + 8, wide, 34 * size))
            row_of = (-0.5, -0.06, 0.38)
            windows += [
                _box(x + wide * at, top + 18 * size, x + wide * (at + 0.14), top + 31 * size) for at in row_of
            ]
            x += wide * rng.uniform(2.0, 2.7)
        brush.shapes(posts, mix(roof, haze, fade))
        brush.shapes(walls, mix(wood, haze, fade + 0.1))
        brush.shapes(windows, rgb(palette.gleam), 0.85)
        brush.shapes(roofs, mix(roof, haze, fade))


def _gable(x: float, y: float, half: float, rise: float) -> list[Point]:
    """The long side of a tiled roof: a ridge with lifted ends above straight eaves."""
    ridge = curve(
        [(x - half * 0.72, y - rise * 1.06), (x, y - rise * 0.9), (x + half * 0.72, y - rise * 1.06)], 8
    )
    return [*ridge, (x + half * 1.04, y + rise * 0.08), (x - half * 1.04, y + rise * 0.08)]


def draw_arch_bridge(brush: Brush, palette: Palette, shore: float) -> None:
    """A city bridge across the river: a level road hung from three arches."""
    colour = mix(palette.hill(0.85), rgb(palette.roof), 0.45)
    deck = shore - 62
    brush.shapes([_box(-20, deck, 1820, deck + 13)], colour)
    spans = ((-190, 330), (330, 1470), (1470, 1990))
    lines, hangers = [], []
    for left, right in spans:
        rise = (right - left) * 0.4
        path = curve([(left, deck + 8), ((left + right) / 2, deck - rise), (right, deck + 8)], 40)
        lines.append(ribbon(path, 15, 15))
        hangers += [_box(x - 1.6, y, x + 1.6, deck) for x, y in path[3:-3:2]]
    brush.shapes(hangers, colour, 0.75)
    brush.shapes(lines, colour)
    brush.shapes([_box(x - 26, deck + 10, x + 26, shore + 3) for x in (330, 1470)], colour)
    brush.shapes([_box(-20, deck - 9, 1820, deck - 6)], colour, 0.8)
