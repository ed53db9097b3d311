"""What each kind of page is, in the words of schema.org."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from .. import models
from .pictures import PublicPicture, absolute
from .structured import Thing, collection, filled, organisation, postal_address, website

MOST_HEADLINE = 110
CITY = "柳州市"


def of_page(page: Page, told: Mapping[str, Any]) -> list[Thing]:
    """What *page* is. *told* has ``url``, ``description``, ``identity``, ``county``, ``site`` and ``pictures``."""
    if isinstance(page, models.HomePage):
        return [organisation(told["identity"]), website(told["identity"], told["description"])]
    if isinstance(page, models.CountyPage):
        return [_county(page, told)]
    if isinstance(page, models.SitePage):
        return [_place(page, told)]
    if isinstance(page, models.EventPage | models.OnSiteMeetingPage):
        return [_event(page, told), *_gallery(page, told)]
    if isinstance(page, models.StoryIndexPage | models.NoticeIndexPage):
        return [collection(page.title, told["url"], told["description"])]
    return [_article(page, told), *_gallery(page, told)]


def _article(page: Page, told: Mapping[str, Any]) -> Thing:
    found = {
        "@type": "Article",
        "headline": page.title[:MOST_HEADLINE],
        "description": told["description"],
        "url": told["url"],
        "mainEntityOfPage": told["url"],
        "image": [picture.url for picture in told["pictures"]],
        "datePublished": _moment(page.first_published_at),
        "dateModified": _moment(page.last_published_at),
        "author": _unit(told),
        "publisher": organisation(told["identity"]),
        "articleSection": page.short_type_name,
        "inLanguage": "zh-Hans",
    }
    return filled(found)


def _event(page: Page, told: Mapping[str, Any]) -> Thing:
    timed = isinstance(page, models.EventPage)
    locality = CITY + (told["county"].title if told["county"] else "")
    place = page.place_text or (told["site"].title if told["site"] else "") or locality
    found = {
        "@type": "Event",
        "name": page.title,
        "description": told["description"],
        "url": told["url"],
        "startDate": _moment(page.starts_at) if timed else page.held_on and page.held_on.isoformat(),
        "endDate": _moment(page.ends_at) if timed else None,
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {"@type": "Place", "name": place, "address": postal_address(locality)},
        "image": [picture.url for picture in told["pictures"]],
        "organizer": _unit(told),
        "inLanguage": "zh-Hans",
    }
    return filled(found)


def _gallery(page: Page, told: Mapping[str, Any]) -> list[Thing]:
    unit = _unit(told)["name"]
    images = [_image(picture, unit) for picture in told["pictures"]]
    return (
        [{"@type": "ImageGallery", "name": page.title, "url": told["url"], "image": images}] if images else []
    )


def _image(picture: PublicPicture, unit: str) -> Thing:
    found = {
        "@type": "ImageObject",
        "contentUrl": picture.url,
        "width": picture.width,
        "height": picture.height,
        "caption": picture.caption or picture.alt,
        "description": picture.alt,
        "creditText": picture.photographer or unit,
        "creator": {"@type": "Person", "name": picture.photographer} if picture.photographer else None,
    }
    return filled(found)


def _county(page: Page, told: Mapping[str, Any]) -> Thing:
    found = {
        "@type": "Organization",
        "name": f"{page.title}妇联",
        "url": told["url"],
        "description": told["description"],
        "telephone": page.office_phone,
        "address": postal_address(CITY + page.title, page.office_address),
        "image": [picture.url for picture in told["pictures"]],
        "parentOrganization": organisation(told["identity"]),
    }
    return filled(found)


def _place(page: Page, told: Mapping[str, Any]) -> Thing:
    locality = CITY + (told["county"].title if told["county"] else "") + page.township
    found = {
        "@type": "Place",
        "name": page.title,
        "url": told["url"],
        "description": told["description"],
        "slogan": page.brand_slogan,
        "address": postal_address(locality, page.address),
        "image": [picture.url for picture in told["pictures"]],
    }
    return filled(found)


def _unit(told: Mapping[str, Any]) -> Thing:
    """Who published a page: the county's federation, or the city's."""
    county = told["county"]
    if county is None:
        return {"@type": "Organization", "name": told["identity"].organiser, "url": absolute("/")}
    url = absolute(county.get_url() or "/") if county.live else None
    return filled({"@type": "Organization", "name": f"{county.title}妇联", "url": url})


def _moment(moment) -> str | None:
    return timezone.localtime(moment).isoformat(timespec="seconds") if moment else None
