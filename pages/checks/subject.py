"""The page that checks look at, with what they all need worked out once."""

from dataclasses import replace
from functools import cached_property

from wagtail.models import Page

from media.models import CustomDocument, CustomImage

from . import links
from .reading import Reading, Text, read


class Subject:
    """One content of a page, as it is in memory. What is fetched from the database is fetched once, on demand."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def reading(self) -> Reading:
        """What readers would see."""
        return read(self.page)

    @cached_property
    def texts(self) -> list[Text]:
        """All texts, the titles that documents have on the page among them."""
        titles = []
        for document in self.reading.documents:
            stored = self.documents.get(document.document_id)
            if title := document.title or (stored.title if stored else ""):
                titles.append(Text(title, document.place))
        return [*self.reading.texts, *self._words_of_pictures(), *titles]

    @cached_property
    def images(self) -> dict[int, CustomImage]:
        """The stored pictures that the page shows, by id."""
        ids = {picture.image_id for picture in self.reading.pictures}
        return CustomImage.objects.in_bulk(ids) if ids else {}

    @cached_property
    def documents(self) -> dict[int, CustomDocument]:
        """The stored documents that the page offers, by id."""
        ids = {document.document_id for document in self.reading.documents}
        return CustomDocument.objects.in_bulk(ids) if ids else {}

    @cached_property
    def targets(self) -> links.Targets:
        """What is known of the pages and addresses that the page links to."""
        return links.targets_of(self.reading.links)

    @cached_property
    def office_numbers(self) -> set[str]:
        """Digits of the telephone number of the county's office, which may stand anywhere."""
        county = self.page if hasattr(self.page, "office_phone") else self.page.county_page
        return {"".join(filter(str.isdigit, county.office_phone))} if county else set()

    def _words_of_pictures(self) -> list[Text]:
        """The library's words of each picture: cards show them, and the page where it has none of its own."""
        own, found = {text.text for text in self.reading.texts}, []
        for picture in self.reading.pictures:
            if image := self.images.get(picture.image_id):
                place = replace(picture.place, label=f"{picture.place.label}（图片库里的文字）")
                words = dict.fromkeys((image.caption, image.description, image.photographer))
                found += [Text(one, place) for one in words if one and one not in own]
        return found
