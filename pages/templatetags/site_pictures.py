"""Template tags for pictures: each use of a picture has one name, one set of renditions and one way to be drawn.

The renditions are those of ``media.renditions``; ``prefetch_renditions(*specs("card"))`` there makes a list of
cards cost no query per card.
"""

from functools import cache
from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.images.models import Filter, Picture
from wagtail.images.shortcuts import get_renditions_or_not_found

from media.renditions import specs

# How wide a picture is shown, where the style sheet does not need the whole column.
DEFAULT_SIZES = {
    "card": "(min-width: 64em) 352px, (min-width: 40em) 46vw, 92vw",
    "lead": "(min-width: 60em) 540px, 92vw",
    "gallery": "(min-width: 60em) 540px, (min-width: 40em) 46vw, 92vw",
}

register = template.Library()


@register.simple_tag
def site_picture(
    image: Any, use: str = "card", sizes: str = "", alt: str | None = None, lazy: bool = True
) -> SafeString:
    """Draw *image* as a ``<picture>`` in WebP and JPEG; empty when there is no picture or its file is gone.

    *use* is a name of ``media.renditions``. *alt* defaults to the picture's description. Pictures that are seen
    at once (``lazy=False``) are fetched first.
    """
    renditions = _renditions(image, use)
    if not renditions:
        return SafeString("")
    loading = {"loading": "lazy", "decoding": "async"} if lazy else {"fetchpriority": "high"}
    text = image.description if alt is None else alt
    attrs = {"alt": text or "", "sizes": sizes or DEFAULT_SIZES[use], **loading}
    return Picture(renditions, attrs).__html__()


@register.simple_tag
def picture_file(image: Any, use: str = "full") -> Any:
    """Return the largest JPEG of *image* for *use*, with ``url``, ``width`` and ``height``, or an empty string."""
    jpegs = [rendition for spec, rendition in _renditions(image, use).items() if "format-jpeg" in spec]
    return jpegs[-1] if jpegs else ""


@cache
def _filters(use: str) -> tuple[Filter, ...]:
    return tuple(Filter(spec=spec) for spec in specs(use))


def _renditions(image: Any, use: str) -> dict[str, Any]:
    if not image:
        return {}
    renditions = get_renditions_or_not_found(image, _filters(use))
    missing = any(not rendition.width for rendition in renditions.values())
    return {} if missing else renditions
