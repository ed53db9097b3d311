"""The head of a public page, for machines: ``{% metadata %}``, once, in the base template."""

from typing import Any

from django import template
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse

from ..contexts import is_preview
from ..meta import structured, things
from ..meta.description import describe
from ..meta.pictures import PublicPicture, absolute, public_picture
from ..models import BasePage, HomePage

SHARE = ("img/share.png", 1200, 630)

register = template.Library()


@register.inclusion_tag("components/meta.html", takes_context=True)
def metadata(context: template.Context) -> dict[str, Any]:
    """Description, canonical address, preview of a shared link, feeds and structured data.

    Reads what the template's context has anyway. A draft gets its words alone, for those who review it; a page that is
    no page, such as 404, gets nothing.
    """
    values = context.flatten()
    page = values.get("page") if isinstance(values.get("page"), BasePage) else None
    request = values.get("request")
    if request is None or not (page or values.get("canonical_url")):
        return {}
    site_name = values["identity"].site_name
    title = site_name if isinstance(page, HomePage) else values.get("document_title")
    if is_preview(request):
        return {"description": describe(page, values), "title": title}
    url = values.get("canonical_url") or absolute(page.get_url() or "/")
    pictures = [] if page is None else _pictures(page, values)
    description = describe(page, values)
    told = {
        "url": url,
        "description": description,
        "identity": values["identity"],
        "county": values.get("county"),
        "site": values.get("site"),
        "pictures": pictures,
    }
    found = _things(page, values, told)
    return {
        "url": url,
        "description": description,
        "title": title,
        "site_name": site_name,
        "page": page,
        "is_article": found[0]["@type"] == "Article",
        "picture": pictures[0] if pictures else default_picture(site_name),
        "feeds": _feeds(values),
        "structured": structured.as_script(found),
    }


def default_picture(name: str) -> PublicPicture:
    """What stands for a page without pictures."""
    path, width, height = SHARE
    return PublicPicture(absolute(static(path)), width, height, name)


def _pictures(page: BasePage, values: dict[str, Any]) -> list[PublicPicture]:
    lead = public_picture(getattr(page, "lead_image", None))
    gallery = values.get("gallery") or []
    return [one for one in [lead, *(public_picture(photo.image, photo) for photo in gallery)] if one]


def _things(page: BasePage | None, values: dict[str, Any], told: dict[str, Any]) -> list[structured.Thing]:
    if page is None:
        name = values.get("heading") or values["identity"].site_name
        found = [structured.collection(name, told["url"], told["description"])]
    else:
        found = things.of_page(page, told)
    crumbs = values.get("breadcrumbs") or []
    return [*found, structured.breadcrumb(crumbs, told["url"])] if len(crumbs) > 1 else found


def _feeds(values: dict[str, Any]) -> list[tuple[str, str]]:
    """Title and address of the feeds that belong to what is shown: all, the county's, the work's."""
    found = [(values["identity"].site_name, reverse("feed"))]
    county, kind = values.get("county"), values.get("kind")
    if county is not None and not isinstance(county, str):
        code = getattr(county, "code", "") or county.countypage.code
        found.append((county.title, reverse("feed_county", args=[code])))
    if slug := getattr(kind, "slug", ""):
        found.append((kind.short_name, reverse("feed_work", args=[slug])))
    return [(title, settings.SITE_URL + url) for title, url in found]
