"""A justified mosaic without inline styles: ratios are rounded to a few classes that the style sheet knows."""

from collections.abc import Iterable
from functools import cache
from itertools import combinations
from math import log
from typing import Any, NamedTuple

from django import template

register = template.Library()

# Width by height in hundredths; the class is mosaic__item--<ratio>. A picture is cropped by 12 % at most.
RATIOS = (56, 75, 100, 133, 150, 178, 225)
# Sum of the ratios of a row of agreeable height: about 340 px on a wide screen.
ROW_RATIO = 3.2
_MOST_TO_ARRANGE = 10


class Item(NamedTuple):
    """One picture in the mosaic."""

    photo: Any
    ratio: int
    number: int


@register.filter
def mosaic_rows(photos: Iterable[Any]) -> list[list[Item]]:
    """Arrange *photos* (objects or struct values with ``image``) in rows of even height, in their order."""
    items = [
        Item(photo, nearest_ratio(_image(photo)), number)
        for number, photo in enumerate((photo for photo in photos if _image(photo)), start=1)
    ]
    rows = []
    for start in range(0, len(items), _MOST_TO_ARRANGE):
        part = items[start : start + _MOST_TO_ARRANGE]
        ends = row_ends(tuple(item.ratio for item in part))
        rows += [part[first:last] for first, last in zip((0, *ends), ends, strict=False)]
    return rows


def nearest_ratio(image: Any) -> int:
    """Return the class of ratio that crops *image* least."""
    ratio = log(image.width / image.height) if image.width and image.height else log(1.5)
    return min(RATIOS, key=lambda known: abs(log(known / 100) - ratio))


@cache
def row_ends(ratios: tuple[int, ...]) -> tuple[int, ...]:
    """Return where each row ends, so that the rows' heights differ least from the agreeable one."""
    count = len(ratios)
    choices = ((*cuts, count) for rows in range(count) for cuts in combinations(range(1, count), rows))
    return min(choices, key=lambda ends: _unevenness(ratios, ends)) if count else ()


def _unevenness(ratios: tuple[int, ...], ends: tuple[int, ...]) -> float:
    sums = [sum(ratios[first:last]) / 100 for first, last in zip((0, *ends), ends, strict=False)]
    return sum(log(total / ROW_RATIO) ** 2 for total in sums) / len(sums)


def _image(photo: Any) -> Any:
    return photo.get("image") if hasattr(photo, "get") else getattr(photo, "image", None)
