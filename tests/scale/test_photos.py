"""Five photos of 12 megapixels: from drop to saved draft and to the reader, beside Wagtail's stock way.

Run with ``-m scale -s``; prints seconds. The figures stand in ``docs/photos.md``.
"""

import time
from contextlib import contextmanager
from io import BytesIO

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template import Context, Template
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.images.models import Image as StockImage

from media import renditions
from media.models import CustomImage
from reports.models import ReportingYear
from tests.background import work
from tests.cms.forms import summary_data
from tests.factories.pages import make_site, make_summary
from tests.flow import publish

pytestmark = [pytest.mark.django_db, pytest.mark.scale]
PHOTOS, TWELVE = 5, (4032, 3024)
STOCK = (
    "{% load wagtailimages_tags %}{% for image in images %}"
    "{% picture image format-{webp,jpeg} max-{800x800,1600x1200,2400x2400} %}"
    "{% picture image format-{webp,jpeg} fill-720x480 %}{% endfor %}"
)


def phone_photo() -> bytes:
    """Some four megabytes, as phones make them, each other than the last."""
    content = BytesIO()
    noise = Image.effect_noise((TWELVE[0] // 3, TWELVE[1] // 3), 60)
    noise.resize(TWELVE, Image.Resampling.BICUBIC).convert("RGB").save(content, "JPEG", quality=90)
    return content.getvalue()


@contextmanager
def timed(what: str):
    began = time.perf_counter()
    yield
    print(f"{what:60} {time.perf_counter() - began:6.2f} s")


def test_five_photos_beside_the_stock_way(city_centre, people):
    cache.clear()
    ReportingYear.open(2020)
    photos = [phone_photo() for _ in range(PHOTOS)]
    page = make_summary(publish(make_site(city_centre), people), 2020, photos=0)
    desk = people.client(people.editor(city_centre.code))
    print(f"\n{PHOTOS} photos, {sum(map(len, photos)) / PHOTOS / 1e6:.1f} MB each on average")
    images = []
    with timed("uploaded and cleaned, one after the other"):
        for number, photo in enumerate(photos):
            file = SimpleUploadedFile(f"{number}.jpg", photo)
            answer = desk.post("/admin/photos/upload/", {"page": page.pk, "file": file})
            images.append(CustomImage.objects.get(pk=answer.json()["image"]["id"]))
    rows = [page.photos.model(image=image, caption="说明", description="描述") for image in images]
    with timed("saved as a draft"):
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert desk.post(url, summary_data(page, photos=rows)).status_code == 302
    with timed("all sizes made in the background"):
        work()
    assert all(renditions.is_prepared(CustomImage.objects.get(pk=image.pk)) for image in images)
    publish(page, people)
    with timed("first reader"):
        assert Client().get(page.url).content.count(b"<picture") >= PHOTOS
    with timed("stock: stored as they came"):
        stock = [
            StockImage.objects.create(title=str(number), file=ContentFile(photo, f"{number}.jpg"))
            for number, photo in enumerate(photos)
        ]
    with timed("stock: first reader, {% picture %} in the same sizes"):
        Template(STOCK).render(Context({"images": stock}))
