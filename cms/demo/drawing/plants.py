"""What grows in front: bauhinia on a branch, drifting petals, bamboo, rice terraces."""

from __future__ import annotations

import math
from random import Random

from cms.demo.drawing.brush import Brush, Point, curve, ribbon
from cms.demo.drawing.palettes import Palette, mix, rgb


def _turned(points: list[Point], angle: float, size: float, x: float, y: float) -> list[Point]:
    sine, cosine = math.sin(angle), math.cos(angle)
    return [(x + (px * cosine - py * sine) * size, y + (px * sine + py * cosine) * size) for px, py in points]


# One petal pointing up: a long claw, then a broad blade with a blunt tip. Length 1.
_PETAL = [
    *curve([(0, 0), (-0.05, -0.24), (-0.17, -0.44)], 6),
    *curve([(-0.17, -0.44), (-0.38, -0.78), (-0.12, -0.97)], 8),
    *curve([(-0.12, -0.97), (0.0, -1.03), (0.12, -0.97)], 4),
    *curve([(0.12, -0.97), (0.38, -0.78), (0.17, -0.44)], 8),
    *curve([(0.17, -0.44), (0.05, -0.24), (0, 0)], 6),
]
# The leaf that gave the tree its name of sheep's hoof: round, cleft at the tip. Length 1.
_LEAF = [
    *curve([(0, 0), (-0.6, -0.12), (-0.46, -0.66)], 8),
    *curve([(-0.46, -0.66), (-0.36, -1.04), (0, -0.66)], 8),
    *curve([(0, -0.66), (0.36, -1.04), (0.46, -0.66)], 8),
    *curve([(0.46, -0.66), (0.6, -0.12), (0, 0)], 8),
]


def _flower(brush: Brush, palette: Palette, x: float, y: float, size: float, angle: float) -> None:
    petal, heart = (rgb(colour) for colour in palette.blossom)
    angles = [angle + turn * math.tau / 5 + (0.16 if turn in {1, 3} else 0) for turn in range(5)]
    for index, turn in enumerate(angles):
        blade = _turned(_PETAL, turn, size, x, y)
        brush.shapes([blade], mix(petal, heart, 0.3 + 0.09 * (index % 2)))
        inner = _turned([(px * 0.62, py) for px, py in _PETAL], turn, size * 0.84, x, y)
        brush.shapes([inner], mix(petal, heart, 0.14 + 0.06 * (index % 2)), 0.8)
    # The standard, the topmost petal, carries the dark flame that tells a bauhinia from other flowers.
    brush.shapes([_turned([(px * 0.66, py) for px, py in _PETAL], angles[0], size * 0.78, x, y)], heart, 0.78)
    stamens = []
    for index in range(5):
        bend = angle + 2.5 + index * 0.32
        tip = (x + math.sin(bend) * size * 0.52, y - math.cos(bend) * size * 0.52)
        middle = (x + math.sin(bend - 0.4) * size * 0.3, y - math.cos(bend - 0.4) * size * 0.3)
        stamens.append(ribbon(curve([(x, y), middle, tip], 6), size * 0.04, size * 0.028))
        stamens.append(_turned([(-0.5, 0), (0, -0.28), (0.5, 0), (0, 0.28)], bend, size * 0.12, *tip))
    brush.shapes(stamens, mix(petal, (255, 255, 255), 0.7))


def draw_branch(brush: Brush, rng: Random, palette: Palette, right: bool) -> None:
    """A flowering branch that comes in from an upper corner."""
    way, edge = (-1, 1830.0) if right else (1, -30.0)
    bark = mix(rgb(palette.roof), palette.hill(0.9), 0.35)
    start, bend = (edge, rng.uniform(30, 110)), (edge + way * 330, rng.uniform(20, 80))
    tip = (edge + way * rng.uniform(600, 730), rng.uniform(230, 310))
    main = curve([start, bend, tip], 24)
    twigs, ends = [main], []
    for at in (8, 13, 18):
        x, y = main[at]
        reach = rng.uniform(110, 190)
        drop = rng.uniform(40, 120) * (-0.55 if at == 13 else 1)
        end = (x + way * reach, y + drop)
        twigs.append(curve([(x, y), (x + way * reach * 0.6, y + drop * 0.15), end], 12))
        ends.append(end)
    brush.shapes([ribbon(main, 17, 4)] + [ribbon(twig, 8, 3) for twig in twigs[1:]], bark)
    leaves, paler = [], []
    for index in range(9):
        path = twigs[index % 4]
        x, y = path[rng.randrange(len(path) // 3, len(path))]
        leaf = _turned(_LEAF, math.pi + rng.uniform(-1.1, 1.1), rng.uniform(76, 112), x, y + 2)
        (leaves if index % 3 else paler).append(leaf)
    green = mix((82, 128, 92), palette.hill(0.75), 0.22)
    brush.shapes(paler, mix(green, rgb(palette.mist), 0.32))
    brush.shapes(leaves, green)
    spots = [*ends[:2], tip, main[12]]
    for x, y in spots:
        _flower(
            brush,
            palette,
            x + rng.uniform(-14, 14),
            y + rng.uniform(-8, 18),
            rng.uniform(66, 98),
            rng.uniform(-0.7, 0.7),
        )
    buds = [
        _turned(_PETAL, math.pi + rng.uniform(-0.5, 0.5), rng.uniform(26, 36), x + way * 46, y + 30)
        for x, y in ends
    ]
    brush.shapes(buds, mix(*(rgb(colour) for colour in palette.blossom), 0.5))


def draw_petals(brush: Brush, rng: Random, palette: Palette, count: int) -> None:
    """Petals on the wind."""
    petal, heart = (rgb(colour) for colour in palette.blossom)
    for _ in range(count):
        squeeze = rng.uniform(0.6, 1)
        shape = [(px, py * squeeze) for px, py in _PETAL]
        x, y = rng.uniform(80, 1720), rng.uniform(160, 940)
        brush.shapes(
            [_turned(shape, rng.uniform(0, 6.28), rng.uniform(19, 36), x, y)],
            mix(petal, heart, rng.uniform(0.1, 0.38)),
            0.92,
        )


def draw_bamboo(brush: Brush, rng: Random, palette: Palette, right: bool) -> None:
    """A clump of bamboo on the near bank, at one side."""
    way, foot = (-1, 1800.0) if right else (1, 0.0)
    near = mix(palette.hill(1.0), rgb(palette.roof), 0.35)
    for depth, colour in ((0, mix(near, palette.hill(0.6), 0.45)), (1, near)):
        stalks: list[list[Point]] = []
        for index in range(7):
            x = foot + way * rng.uniform(-50, 190 - depth * 50)
            tall = rng.uniform(430, 700) * (0.82 + 0.18 * depth)
            lean = way * rng.uniform(30, 320) * (0.5 + index / 9)
            path = curve(
                [(x, 1210), (x + lean * 0.1, 1210 - tall), (x + lean, 1210 - tall * rng.uniform(0.8, 0.98))],
                26,
            )
            stalks.append(ribbon(path, 8, 1.5))
            for px, py in path[11:]:
                for _ in range(2):
                    angle = math.pi / 2 + rng.uniform(-1.15, 1.15)
                    blade = [(0, 0), (0.4, 0.055), (1, 0), (0.4, -0.055)]
                    stalks.append(_turned(blade, angle, rng.uniform(46, 92), px, py))
        brush.shapes(stalks, colour, larger=2)
    bank = curve([(foot - way * 60, 1085), (foot + way * 330, 1090), (foot + way * 640, 1215)], 20)
    brush.shapes([[*bank, (foot - way * 60, 1215)]], near)


def draw_terraces(brush: Brush, rng: Random, palette: Palette, top: float) -> None:
    """Rice terraces from `top` to the lower edge: steps that bend round each spur, some of them flooded."""
    crop, flooded = (rgb(colour) for colour in palette.field)
    soil = mix(palette.hill(0.95), crop, 0.25)
    spurs = _spurs(rng)
    flank = rng.choice((-1, 1)) * rng.uniform(60, 105)
    y, gap, index, offset = top, 13.0, 0, rng.randrange(3)
    while y < brush.height + 150:
        share = min(1.0, (y - top) / (brush.height - top))
        line = []
        for x in range(-12, 1825, 12):
            swell = sum(tall * math.exp(-(((x - at) / wide) ** 2)) for at, wide, tall in spurs)
            rise = flank * math.sin((x / 900 - 1) * 1.3) * (1 - 0.5 * share)
            sway = (3 + 6 * share) * math.sin(x * 0.011 + index * 1.7)
            line.append((float(x), y - swell * (0.5 + 0.5 * share) - rise + sway))
        wet = (index + offset) % 3 == 0 or rng.random() < 0.16
        field = mix(flooded, crop, rng.uniform(0, 0.14)) if wet else mix(crop, flooded, rng.uniform(0, 0.4))
        field = mix(mix(field, rgb(palette.mist), 0.42), field, min(1, share * 1.6))
        step = 3 + 7 * share
        brush.shapes([[*line, *_lowered(line[::-1], gap * 2 + 230)]], field, larger=2)
        if wet:  # the flooded fields mirror the sky in long pale strips
            brush.shapes(_strips(rng, line, gap, step), rgb(palette.gleam), 0.6, larger=2)
        brush.shapes([[*line, *_lowered(line[::-1], step)]], mix(soil, field, 0.45 - 0.3 * share), larger=2)
        brush.shapes(
            [[*_lowered(line, -1.6 - share), *line[::-1]]], mix(crop, rgb(palette.gleam), 0.55), larger=2
        )
        if index % 3 == 2 and share < 0.75:
            brush.shapes(
                _trees(rng, line, 0.5 + share), mix(soil, rgb(palette.mist), 0.3 * (1 - share)), larger=2
            )
        y += gap
        gap *= rng.uniform(1.11, 1.18)
        index += 1
        spurs = [
            (at + rng.uniform(-16, 16), wide * rng.uniform(0.97, 1.04), tall) for at, wide, tall in spurs
        ]


def _trees(rng: Random, line: list[Point], size: float) -> list[list[Point]]:
    """Two or three round-headed trees on a bund."""
    shapes = []
    start = rng.randrange(8, len(line) - 14)
    for index in range(rng.choice((2, 3))):
        x, y = line[start + index * 3]
        tall, wide = rng.uniform(28, 58) * size, rng.uniform(14, 22) * size
        shapes.append(
            [(x - 2 * size, y + 2), (x + 2 * size, y + 2), (x + size, y - tall), (x - size, y - tall)]
        )
        head = [(math.cos(a * 0.3), math.sin(a * 0.3)) for a in range(21)]
        shapes.append([(x + px * wide, y - tall + py * wide * 1.15) for px, py in head])
    return shapes


def _spurs(rng: Random) -> list[tuple[float, float, float]]:
    first = rng.uniform(120, 420)
    places = [first, first + rng.uniform(520, 700), first + rng.uniform(1150, 1400)]
    return [(at, rng.uniform(190, 330), rng.uniform(60, 170)) for at in places]


def _lowered(line: list[Point], by: float) -> list[Point]:
    return [(x, y + by) for x, y in line]


def _strips(rng: Random, line: list[Point], gap: float, step: float) -> list[list[Point]]:
    strips = []
    for _ in range(4):
        start, count = rng.randrange(0, len(line) - 26), rng.randrange(9, 24)
        part = line[start : start + count]
        lift = step + (gap - step) * rng.uniform(0.25, 0.8)
        thick = max(1.5, (gap - step) * 0.16)
        last = len(part) - 1
        bulge = [thick * math.sin(math.pi * at / last) for at in range(count)]
        upper = [(x, y + lift - b) for (x, y), b in zip(part, bulge, strict=True)]
        lower = [(x, y + lift + b) for (x, y), b in zip(part, bulge, strict=True)]
        strips.append(upper + lower[::-1])
    return strips
