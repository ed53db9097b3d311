"""Many published summaries with photos, past the workflow, for measurements."""

import io
from itertools import count

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.models import Page

from media.models import CustomImage
from pages.blocks import BodyBlock
from reports.models import SummaryPhoto, YearEndSummaryPage

from .pages import make_site

_numbers = count(1)
PIXELS = (1600, 1200)


def photo_like(number: int) -> CustomImage:
    """A stored picture whose bytes weigh what a photo's do."""
    noise = Image.effect_noise((PIXELS[0] // 4, PIXELS[1] // 4), 50 + number % 7)
    content = io.BytesIO()
    noise.resize(PIXELS, Image.Resampling.BICUBIC).convert("RGB").save(content, "JPEG", quality=85)
    file = ContentFile(content.getvalue(), f"photo-{number}.jpg")
    return CustomImage.objects.create(title=f"照片{number}", description="画面", file=file)


def copies(images: list[CustomImage], number: int) -> list[CustomImage]:
    """*number* rows of the library that share the files of *images*."""
    fields = ("title", "description", "file", "width", "height", "file_size", "file_hash", "collection_id")
    rows = [
        CustomImage(**{name: getattr(images[n % len(images)], name) for name in fields})
        for n in range(number)
    ]
    return CustomImage.objects.bulk_create(rows)


def many_summaries(county, number: int, year: int, body: list[dict], images: list[CustomImage]) -> None:
    """Publish *number* sites of *county*, each with a summary of *year*; all *images* are shared out among them."""
    each = len(images) // number
    photos = []
    for n in range(number):
        unique = next(_numbers)
        site = make_site(county, title=f"{county.name}第{unique}社区")
        page = YearEndSummaryPage(
            title=f"{county.name}第{unique}社区{year}年度基层妇联改革示范点建设工作总结",
            year=year,
            body=BodyBlock().to_python(body),
            live=False,
        )
        site.add_child(instance=page)
        Page.objects.filter(pk__in=[site.pk, page.pk]).update(live=True)
        photos += [
            SummaryPhoto(
                page=page,
                image=image,
                caption=f"第{k}张照片：执委们商量路灯",
                description="画面",
                sort_order=k,
            )
            for k, image in enumerate(images[n * each : (n + 1) * each], start=1)
        ]
    SummaryPhoto.objects.bulk_create(photos)
