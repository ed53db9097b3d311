"""The county map with the small urban districts drawn once more, larger, beside it."""

from collections.abc import Sequence
from typing import Any

from django import template

from pages.templatetags.outline import bounds, label_point, rings

register = template.Library()

# An area narrower and lower than these parts of the whole is too small for its name.
_SMALL_WIDTH, _SMALL_HEIGHT = 0.22, 0.20
_ENLARGEMENT = 2.3


@register.inclusion_tag("components/map.html")
def county_map(shapes: Sequence[Any], viewbox: str) -> dict[str, Any]:
    """Draw *shapes* (code, name, short_name, path, url, count, level) within *viewbox* (``x y width height``).

    A shape may bring ``words`` and ``figure`` of its own in place of its number of sites.

    When several areas are too small for their names, they appear in an inset to the right of the map and the
    view box grows by as much.
    """
    drawn = [shape for shape in shapes if rings(_get(shape, "path"))]
    if not drawn:
        return {"areas": []}
    x, y, width, height = (float(number) for number in viewbox.replace(",", " ").split())
    small = [shape for shape in drawn if _is_small(_get(shape, "path"), width, height)]
    small = small if len(small) > 1 else []
    codes = {_get(shape, "code") for shape in small}
    context = {
        "areas": [_area(shape, labelled=_get(shape, "code") not in codes) for shape in drawn],
        "viewbox": f"{x:g} {y:g} {width:g} {height:g}",
    }
    if small:
        context |= _inset(small, x, y, width, height)
    return context


def _inset(small: list[Any], x: float, y: float, width: float, height: float) -> dict[str, Any]:
    left, top, right, bottom = bounds([_get(shape, "path") for shape in small])
    inset_width, inset_height = (right - left) * _ENLARGEMENT, (bottom - top) * _ENLARGEMENT
    pad, at_x, at_y = width * 0.03, x + width * 0.81, y + height * 0.07
    return {
        "viewbox": f"{x:g} {y:g} {at_x + inset_width + 2 * pad - x:.0f} {height:g}",
        "inset": [_area(shape, labelled=True, origin=(left, top)) for shape in small],
        "inset_frame": [
            f"{n:.0f}" for n in (at_x, at_y - pad, inset_width + 2 * pad, inset_height + 2.4 * pad)
        ],
        "inset_transform": f"translate({at_x + pad - left * _ENLARGEMENT:.1f} "
        f"{at_y + pad * 0.4 - top * _ENLARGEMENT:.1f}) scale({_ENLARGEMENT})",
        "inset_labels": f"translate({at_x + pad:.1f} {at_y + pad * 0.4:.1f})",
        "leader": f"M{(left + right) / 2:.0f} {top:.0f}"
        f"L{at_x + pad * 2:.0f} {at_y + inset_height + 1.4 * pad:.0f}",
    }


def _area(shape: Any, labelled: bool, origin: tuple[float, float] | None = None) -> dict[str, Any]:
    x, y = label_point(_get(shape, "path"))
    if origin:
        x, y = (x - origin[0]) * _ENLARGEMENT, (y - origin[1]) * _ENLARGEMENT
    area = {
        name: _get(shape, name) for name in ("code", "name", "short_name", "path", "url", "count", "level")
    }
    return area | {
        "label": _get(shape, "short_name").removesuffix("区") if origin else _get(shape, "short_name"),
        "labelled": labelled,
        "words": _get(shape, "words") or f"{area['count']} 个示范点",
        "figure": _get(shape, "figure") or (f"{area['count']} 个" if area["count"] else ""),
        "x": f"{x:.1f}",
        "y": f"{y:.1f}",
    }


def _is_small(path: str, width: float, height: float) -> bool:
    left, top, right, bottom = bounds([path])
    return right - left < width * _SMALL_WIDTH and bottom - top < height * _SMALL_HEIGHT


def _get(shape: Any, name: str) -> Any:
    entry = getattr(shape, "entry", shape)
    return getattr(shape, name, None) if hasattr(shape, name) else getattr(entry, name, None)
