"""Where to write the name of an outlined area: plain geometry on the ``d`` attribute of SVG paths."""

import re
from functools import cache
from math import hypot

Point = tuple[float, float]
Box = tuple[float, float, float, float]

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_STEPS = 14


@cache
def rings(path: str) -> tuple[tuple[Point, ...], ...]:
    """Return the closed rings of *path*, which consists of absolute M, L and Z only; else nothing."""
    if re.search(r"[^MLZ\d\s,.\-]", path):
        return ()
    found = []
    for part in path.split("M")[1:]:
        numbers = [float(number) for number in _NUMBER.findall(part)]
        found.append(tuple(zip(numbers[::2], numbers[1::2], strict=False)))
    return tuple(found)


def bounds(paths: list[str]) -> Box:
    """Return left, top, right and bottom of all *paths* together."""
    points = [point for path in paths for ring in rings(path) for point in ring]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


@cache
def label_point(path: str) -> Point:
    """Return the point of the area that is farthest from its border, to a small part of its size."""
    left, top, right, bottom = bounds([path])
    candidates = [
        (left + (right - left) * (i + 0.5) / _STEPS, top + (bottom - top) * (j + 0.5) / _STEPS)
        for i in range(_STEPS)
        for j in range(_STEPS)
    ]
    return max(candidates, key=lambda point: _depth(path, point))


def _depth(path: str, point: Point) -> float:
    x, y = point
    inside, nearest = False, float("inf")
    for ring in rings(path):
        for (ax, ay), (bx, by) in zip(ring, ring[1:] + ring[:1], strict=True):
            if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
                inside = not inside
            nearest = min(nearest, _distance(x, y, ax, ay, bx, by))
    return nearest if inside else -nearest


def _distance(x: float, y: float, ax: float, ay: float, bx: float, by: float) -> float:
    # A name is wider than it is high, so room to the left and right counts for less.
    ax, bx, ay, by = (ax - x) * 0.6, (bx - x) * 0.6, ay - y, by - y
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    along = max(0.0, min(1.0, -(ax * dx + ay * dy) / length)) if length else 0.0
    return hypot(ax + along * dx, ay + along * dy)
