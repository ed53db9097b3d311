"""The county map as SVG shapes, from the outlines in ``data/liuzhou-counties.geojson``."""

import itertools
import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data" / "liuzhou-counties.geojson"
WIDTH = 600
_SQUEEZE = math.cos(math.radians(24.8))  # a degree of longitude is that much shorter than one of latitude


@dataclass(frozen=True)
class Shape:
    """One county: SVG path and the place of its label, in units of the view box."""

    code: str
    name: str
    path: str
    label_x: float
    label_y: float


@cache
def shapes() -> tuple[str, list[Shape]]:
    """Return the view box and the shapes of the ten counties; read once a process."""
    features = json.loads(DATA.read_text(encoding="utf-8"))["features"]
    points = [point for feature in features for ring in _rings(feature) for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    scale = WIDTH / ((east - west) * _SQUEEZE)

    def place(point) -> tuple[float, float]:
        return round((point[0] - west) * _SQUEEZE * scale, 1), round((north - point[1]) * scale, 1)

    found = []
    for feature in features:
        path = "".join(
            "M" + "L".join("{:g} {:g}".format(*place(p)) for p in ring) + "Z" for ring in _rings(feature)
        )
        x, y = _centre([place(p) for p in max(_rings(feature), key=len)])
        found.append(Shape(feature["id"], feature["properties"]["name"], path, x, y))
    return f"0 0 {WIDTH} {round((north - south) * scale)}", found


def _rings(feature) -> list:
    geometry = feature["geometry"]
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for polygon in polygons for ring in polygon]


def _centre(ring: list[tuple[float, float]]) -> tuple[float, float]:
    """Centroid of a closed ring (shoelace formula): labels sit in the middle of the area, not of the outline."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in itertools.pairwise(ring):
        cross = x0 * y1 - x1 * y0
        area += cross
        x += (x0 + x1) * cross
        y += (y0 + y1) * cross
    return round(x / (3 * area), 1), round(y / (3 * area), 1)
