"""Making the sizes of one picture: its file is read and decoded once, and by one process at a time."""

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

import willow
from django.core.cache import cache
from wagtail.images.models import Filter, SourceImageIOError

from .exceptions import StorageUnavailable

if TYPE_CHECKING:
    from .models import CustomImage, CustomRendition

    Made = dict[Filter, CustomRendition]

ENCODERS = 2
LONGEST_MAKING = 120  # seconds after which a lock counts as left behind by a process that died
LONGEST_WAIT = 20.0  # seconds that others wait for the one who is at it
LOOK_AGAIN = 0.1


class FromDecoded(Filter):
    """A filter that starts from pixels that are decoded already."""

    def __init__(self, spec: str, decoded: willow.image.Image) -> None:
        super().__init__(spec)
        self.decoded = decoded

    @contextmanager
    def get_willow_image(self, image: "CustomImage", source: object = None) -> Iterator[willow.image.Image]:
        yield self.decoded


@contextmanager
def unreadable_without_store() -> Iterator[None]:
    """Let a failing store look like a missing file: Wagtail's and the site's templates then leave the picture out."""
    try:
        yield
    except StorageUnavailable as error:
        raise SourceImageIOError(str(error)) from error


def make_renditions(image: "CustomImage", filters: Sequence[Filter]) -> "Made":
    """Return a stored rendition of *image* for each of *filters*.

    Ten requests for the same missing pictures cost one making: the others wait for it, and make their own only if it
    takes unreasonably long.
    """
    if not filters:
        return {}
    lock = f"media.making.{image.pk}"
    until = time.monotonic() + LONGEST_WAIT
    while not cache.add(lock, True, LONGEST_MAKING):
        if len(found := _stored(image, filters)) == len(filters):
            return found
        if time.monotonic() > until:
            return _make(image, filters)
        time.sleep(LOOK_AGAIN)
    try:
        return _make(image, filters)
    finally:
        cache.delete(lock)


def _make(image: "CustomImage", filters: Sequence[Filter]) -> "Made":
    found = _stored(image, filters)  # whoever had the lock before may have made them
    missing = [one for one in filters if one not in found]
    if missing:
        with image.get_willow_image() as file:
            decoded = file.auto_orient()
            decoded.format_name = file.format_name  # decoded pixels no longer know
        with ThreadPoolExecutor(ENCODERS) as encoders:
            made = list(encoders.map(lambda one: _rendition(image, FromDecoded(one.spec, decoded)), missing))
        try:
            for rendition in made:  # before the transaction: a store may be slow
                rendition.file.save(rendition.file.name, rendition.file.file, save=False)
            image.renditions.model.objects.bulk_create(made, ignore_conflicts=True)
        except BaseException:
            _throw_away(made)  # some may be stored already, and everybody can read them
            raise
        found = _stored(image, filters)
        kept = {rendition.file.name for rendition in found.values()}
        _throw_away([rendition for rendition in made if rendition.file.name not in kept])
    return found


def _throw_away(made: "Sequence[CustomRendition]") -> None:
    for rendition in made:
        if rendition.file and rendition.file._committed:
            rendition.file.delete(save=False)


def _rendition(image: "CustomImage", one: Filter) -> "CustomRendition":
    file = image.generate_rendition_file(one)
    return image.renditions.model(
        image=image, filter_spec=one.spec, focal_point_key=one.get_cache_key(image), file=file
    )


def _stored(image: "CustomImage", filters: Sequence[Filter]) -> "Made":
    rows = image.renditions.model.objects.filter(image=image, filter_spec__in=[one.spec for one in filters])
    by_key = {}
    for row in rows:
        row.image = image  # as it is in memory, without another query
        by_key[row.filter_spec, row.focal_point_key] = row
    return {one: row for one in filters if (row := by_key.get((one.spec, one.get_cache_key(image))))}
