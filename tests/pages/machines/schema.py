"""A small validator: what schema.org and Google's rules for rich results require of the types that we use."""

import re
from datetime import date, datetime
from typing import Any

# Required properties, and what their values may be: types of things, or the names of checks below.
RULES: dict[str, dict[str, tuple[str, ...]]] = {
    "Organization": {"name": ("text",)},
    "WebSite": {"name": ("text",), "url": ("url",), "potentialAction": ("SearchAction",)},
    "SearchAction": {"target": ("EntryPoint",), "query-input": ("text",)},
    "EntryPoint": {"urlTemplate": ("text",)},
    "CollectionPage": {"name": ("text",), "url": ("url",)},
    "Article": {
        "headline": ("headline",), "datePublished": ("moment",), "dateModified": ("moment",),
        "author": ("Organization", "Person"), "publisher": ("Organization",), "mainEntityOfPage": ("url",),
    },
    "Event": {
        "name": ("text",), "startDate": ("moment", "day"), "location": ("Place",), "eventStatus": ("url",),
        "eventAttendanceMode": ("url",), "organizer": ("Organization",), "description": ("text",),
    },
    "Place": {"name": ("text",), "address": ("PostalAddress",)},
    "PostalAddress": {"addressCountry": ("text",), "addressRegion": ("text",), "addressLocality": ("text",)},
    "ImageGallery": {"name": ("text",), "url": ("url",), "image": ("ImageObject",)},
    "ImageObject": {"width": ("number",), "height": ("number",)},
    "BreadcrumbList": {"itemListElement": ("ListItem",)},
    "ListItem": {"position": ("number",), "name": ("text",), "item": ("url",)},
    "Person": {"name": ("text",)},
}  # fmt: skip
# Optional ones that are checked where they are there.
OPTIONAL = {
    "image": ("url", "ImageObject"), "logo": ("ImageObject",), "url": ("url",), "endDate": ("moment", "day"),
    "description": ("text",), "creator": ("Person",), "contentUrl": ("url",), "creditText": ("text",),
    "address": ("PostalAddress",), "parentOrganization": ("Organization",), "telephone": ("text",),
}  # fmt: skip


def problems(thing: Any, where: str = "") -> list[str]:
    """What is wrong with *thing* and all within it; nothing, if it is valid."""
    kind = thing.get("@type")
    if kind not in RULES:
        return [f"{where}: unknown type {kind}"]
    where = f"{where}/{kind}"
    found = [f"{where}: no {name}" for name in RULES[kind] if name not in thing]
    for name, value in thing.items():
        allowed = RULES[kind].get(name) or OPTIONAL.get(name)
        if value in ("", [], {}, None):
            found.append(f"{where}.{name} is empty")
        elif allowed:
            for one in value if isinstance(value, list) else [value]:
                found += _wrong(one, allowed, f"{where}.{name}")
    if kind == "ImageObject" and not {"contentUrl", "url"} & set(thing):
        found.append(f"{where}: no address")
    if kind == "ImageObject" and "contentUrl" in thing and not {"creditText", "creator"} & set(thing):
        found.append(f"{where}: nobody credited")
    if kind == "BreadcrumbList":
        positions = [item["position"] for item in thing["itemListElement"]]
        if positions != list(range(1, len(positions) + 1)) or len(positions) < 2:
            found.append(f"{where}: positions {positions}")
    if kind == "Event" and thing.get("endDate", thing.get("startDate", "")) < thing.get("startDate", ""):
        found.append(f"{where}: ends before it begins")
    return found


def _wrong(value: Any, allowed: tuple[str, ...], where: str) -> list[str]:
    if isinstance(value, dict):
        if set(value) == {"@id"}:
            return []
        return problems(value, where) if value.get("@type") in allowed else [f"{where}: {value.get('@type')}"]
    return [] if any(CHECKS[name](value) for name in allowed if name in CHECKS) else [f"{where}: {value!r}"]


def _is_moment(value: Any) -> bool:
    return bool(re.search(r"T.*[+-]\d\d:\d\d$", str(value))) and bool(datetime.fromisoformat(value))


def _is_day(value: Any) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", str(value))) and bool(date.fromisoformat(value))


CHECKS = {
    "text": lambda value: isinstance(value, str) and bool(value.strip()),
    "headline": lambda value: isinstance(value, str) and 0 < len(value) <= 110,
    "url": lambda value: bool(re.match(r"https?://[^/]+/", str(value))),
    "number": lambda value: type(value) is int and value > 0,
    "moment": _is_moment,
    "day": _is_day,
}
