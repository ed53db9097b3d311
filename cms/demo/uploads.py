"""Putting drawn pictures through the same form that an editor's upload goes through."""

from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model
from wagtail.images.forms import get_image_form

from .content import Photo
from .pictures import draw

SIZE = (1500, 1000)


class Pictures:
    """Draws ahead in other processes and uploads on demand."""

    def __init__(self, pool: ProcessPoolExecutor) -> None:
        self._pool = pool
        self._drawn: dict[Photo, Future[bytes]] = {}
        self._uploaded: dict[int, Any] = {}

    def begin(self, photos: Iterable[Photo]) -> None:
        """Start drawing *photos*."""
        for photo in photos:
            self._drawn[photo] = self._pool.submit(draw, photo.seed, photo.palette, SIZE, photo.kind)

    def upload(self, photo: Photo, collection, user):
        """Upload *photo* into *collection* as *user* would; raises ``ValueError`` if the form refuses it."""
        file = SimpleUploadedFile(f"demo-{photo.seed}.jpg", self._drawn.pop(photo).result(), "image/jpeg")
        model = get_image_model()
        data = {
            "title": photo.caption,
            "caption": photo.caption,
            "description": photo.description,
            "collection": collection.pk,
        }
        form = get_image_form(model)(data, {"file": file}, instance=model(uploaded_by_user=user), user=user)
        if not form.is_valid():
            raise ValueError(f"{file.name}: {form.errors.as_json()}")
        self._uploaded[photo.seed] = form.save()
        return self._uploaded[photo.seed]

    def uploaded(self, seed: int):
        """The picture of *seed*, uploaded before; raises ``KeyError`` for one that was not."""
        return self._uploaded[seed]


@contextmanager
def pictures(photos: Iterable[Photo]) -> Iterator[Pictures]:
    """A ``Pictures`` that has begun to draw *photos* on two processors."""
    # Fresh processes: a fork would share this one's database connection.
    with ProcessPoolExecutor(max_workers=2, mp_context=get_context("spawn")) as pool:
        found = Pictures(pool)
        found.begin(photos)
        yield found
