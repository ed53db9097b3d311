"""What pictures need before readers see them: a description, enough pixels, consent where minors are shown."""

from collections.abc import Iterator

from media.models import CustomImage

from ..photo_rules import RELATION
from .findings import Finding, Severity
from .reading import Picture
from .subject import Subject

SMALLEST = 1200
SMALL = "“{}”长边只有 {} 像素，少于 {:,} 像素，放大会模糊，最好换成原图。"
NO_DESCRIPTION = "“{}”没有图片描述，看不见图片的读者不知道画上有什么，请填写。"
MINORS = "“{}”画面中有未成年人，没有登记已取得监护人同意，请核对。"
GONE = "选用的图片已经不在图片库里，请重新选择。"


def pictures(subject: Subject) -> Iterator[Finding]:
    """Findings about every picture that the page shows."""
    for picture in subject.reading.pictures:
        image = subject.images.get(picture.image_id)
        if image is None:
            yield Finding("picture_gone", Severity.BLOCKING, picture.place.problem(GONE))
            continue
        yield from _findings(picture, image)


def _findings(picture: Picture, image: CustomImage) -> Iterator[Finding]:
    place = picture.place
    if not picture.decorative and place.field != RELATION:  # a page's own photos have rules of their own
        described = image.description if picture.description is None else picture.description
        if not described.strip():
            message = NO_DESCRIPTION.format(image.title)
            yield Finding("description", Severity.BLOCKING, place.problem(message))
    if not picture.decorative and max(image.width, image.height) < SMALLEST:
        message = SMALL.format(image.title, max(image.width, image.height), SMALLEST)
        yield Finding("small_picture", Severity.WARNING, place.problem(message))
    if image.minors_shown and not image.consent_held:
        yield Finding("minors", Severity.WARNING, place.problem(MINORS.format(image.title)))
