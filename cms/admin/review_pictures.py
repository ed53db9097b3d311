"""The pictures of what is under review, with what the public will not see: whose face, and who agreed."""

from dataclasses import dataclass

from wagtail.models import Page

from media.models import CustomImage
from pages.checks.subject import Subject

THUMBNAIL = "max-165x165"


@dataclass(frozen=True)
class PictureRow:
    """One picture of a page with the words that readers get."""

    image: CustomImage
    description: str
    photographer: str

    @property
    def missing(self) -> bool:
        """Whether people can be recognised and nobody wrote down that they agreed."""
        return (self.image.people_shown or self.image.minors_shown) and not self.image.consent_held

    @property
    def consent(self) -> str:
        """What the library says of the people in it."""
        if not (self.image.people_shown or self.image.minors_shown):
            return "登记为没有可辨认的人"
        shown = "有未成年人" if self.image.minors_shown else "有可辨认的人"
        return f"{shown}，{'已取得同意' if self.image.consent_held else '没有登记同意'}"


def pictures_of(page: Page) -> list[PictureRow]:
    """Return the pictures of *page*, as it is in memory, each once, in the order of the page; two queries."""
    subject, rows = Subject(page), {}
    ids = {picture.image_id for picture in subject.reading.pictures}
    images = {
        image.pk: image for image in CustomImage.objects.filter(pk__in=ids).prefetch_renditions(THUMBNAIL)
    }
    for picture in subject.reading.pictures:
        if (image := images.get(picture.image_id)) and image.pk not in rows:
            photographer = getattr(picture.place.row, "photographer", "") or image.photographer
            rows[image.pk] = PictureRow(image, picture.description or image.description, photographer)
    return list(rows.values())
