"""The one set of renditions that the public site uses, made before the first reader comes.

Every name stands for one size, each in WebP and, for what does not know WebP, JPEG. ``lead`` on a phone is
``gallery``: both belong to one ``srcset`` and no size is made twice.
"""

from collections.abc import Iterable

from wagtail.images.models import Filter, Picture

from .models import CustomImage, CustomRendition

SIZES = {
    "card": ("fill-720x480",),
    "lead": ("max-800x800", "max-1600x1200"),
    "gallery": ("max-800x800",),
    "full": ("max-2400x2400",),
}
FORMATS = ("webp", "jpeg")


def specs(*names: str) -> list[str]:
    """Return the filter specs of the named renditions (without names: all), for ``prefetch_renditions()``."""
    sizes = dict.fromkeys(size for name in names or SIZES for size in SIZES[name])
    return [f"{size}|format-{format}" for size in sizes for format in FORMATS]


def prepare(image: CustomImage, names: Iterable[str] = ()) -> dict[str, CustomRendition]:
    """Make the missing renditions of *image* and return all, by spec; takes seconds for a large photo."""
    return image.get_renditions(*specs(*names))


def is_prepared(image: CustomImage) -> bool:
    """Return whether ``prepare(image)`` would have nothing to make."""
    return len(image.find_existing_renditions(*map(Filter, specs()))) == len(specs())


def withdraw(image: CustomImage) -> int:
    """Delete all renditions of *image*, so that no address of it that anybody knows answers any more.

    What is made afterwards has new addresses. Returns how many were deleted.
    """
    renditions = list(image.renditions.all())
    for rendition in renditions:
        rendition.delete()
    return len(renditions)


def picture(image: CustomImage, name: str, **attrs: str) -> Picture:
    """Return the ``<picture>`` of *image* in the named size, with width and height; see ``{% photo %}``."""
    return Picture(image.get_renditions(*specs(name)), attrs)
