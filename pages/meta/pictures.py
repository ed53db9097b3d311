"""Public sizes of pictures for machines. Only sizes that are there: nobody's request makes one."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from wagtail.images.models import Filter

# Wide enough for a preview or a search result, and no larger than it must be; the first that exists.
WANTED = tuple(
    Filter(spec=f"{size}|format-jpeg") for size in ("max-1600x1200", "max-800x800", "fill-720x480")
)


@dataclass(frozen=True)
class PublicPicture:
    """One picture at its whole address. *alt* is the page's own description, or the library's."""

    url: str
    width: int
    height: int
    alt: str = ""
    caption: str = ""
    photographer: str = ""


def public_picture(image: Any, photo: Any = None) -> PublicPicture | None:
    """Return *image* in its best public size, with the words of *photo*, the page's row, where it has some."""
    if image is None:
        return None
    found = image.find_existing_renditions(*WANTED)
    rendition = next((found[one] for one in WANTED if one in found), None)
    if rendition is None:
        return None

    def words(name: str) -> str:
        return getattr(photo, name, "") or getattr(image, name)

    return PublicPicture(
        absolute(rendition.url),
        rendition.width,
        rendition.height,
        words("description"),
        words("caption"),
        words("photographer"),
    )


def absolute(url: str) -> str:
    """Return *url* with the site's address, unless it has one."""
    return settings.SITE_URL + url if url.startswith("/") else url
