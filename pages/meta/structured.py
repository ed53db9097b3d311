"""Structured data (schema.org, as JSON-LD): what all kinds of pages share, and how it is written into a page."""

import json
from collections.abc import Sequence
from typing import Any

from django.templatetags.static import static
from django.utils.safestring import SafeString, mark_safe

from .. import models
from .pictures import absolute

Thing = dict[str, Any]
REGION, CITY = "广西壮族自治区", "柳州市"
# What would end the script element, or begin another one, within it.
ESCAPES = {
    ord("<"): "\\u003C",
    ord(">"): "\\u003E",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


def as_script(things: Sequence[Thing]) -> SafeString:
    """Return *things* as the inside of a script element of type ``application/ld+json``, whatever words they hold."""
    text = json.dumps({"@context": "https://schema.org", "@graph": list(things)}, ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308


def organisation(identity: "models.SiteIdentity") -> Thing:
    """The organiser of the site, with what is filled in of its contact."""
    found = {
        "@type": "Organization",
        "@id": absolute("/#organiser"),
        "name": identity.organiser,
        "url": absolute("/"),
        "logo": _logo(),
        "telephone": identity.phone,
        "email": identity.email,
        "address": identity.address and postal_address(street=identity.address),
    }
    return filled(found)


def website(identity: "models.SiteIdentity", description: str) -> Thing:
    """The site as a whole, with the address of its search."""
    return {
        "@type": "WebSite",
        "@id": absolute("/#site"),
        "name": identity.site_name,
        "url": absolute("/"),
        "description": description,
        "inLanguage": "zh-Hans",
        "publisher": {"@id": absolute("/#organiser")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": absolute("/search/?q={search_term_string}")},
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumb(crumbs: Sequence[Any], url: str) -> Thing:
    """The way from the home page to the page at *url*, the last of *crumbs*."""
    items = [
        {
            "@type": "ListItem",
            "position": n,
            "name": crumb.title,
            "item": absolute(crumb.url) if crumb.url else url,
        }
        for n, crumb in enumerate(crumbs, 1)
        if crumb.url or n == len(crumbs)
    ]
    for n, item in enumerate(items, 1):
        item["position"] = n
    return {"@type": "BreadcrumbList", "itemListElement": items}


def collection(name: str, url: str, description: str) -> Thing:
    """A list."""
    found = {"@type": "CollectionPage", "name": name, "url": url, "description": description}
    return filled(found | {"inLanguage": "zh-Hans"})


def postal_address(locality: str = CITY, street: str = "") -> Thing:
    """An address in Liuzhou."""
    parts = {"@type": "PostalAddress", "addressCountry": "CN", "addressRegion": REGION}
    return filled(parts | {"addressLocality": locality, "streetAddress": street})


def _logo() -> Thing:
    return {"@type": "ImageObject", "url": absolute(static("img/icon-512.png")), "width": 512, "height": 512}


def filled(thing: Thing) -> Thing:
    """Return *thing* without what is empty."""
    return {name: value for name, value in thing.items() if value not in (None, "", [], {})}
