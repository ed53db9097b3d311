"""What RFC 4287 demands of a feed, as far as ours can break it."""

import re

from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
IRI = re.compile(r"(https?://[^/\s]+/|urn:uuid:[0-9a-f-]{36}$)")


def parsed(content: bytes) -> etree._Element:
    """The feed in *content*, which must be valid."""
    feed = etree.fromstring(content)
    assert problems(feed) == []
    return feed


def problems(feed: etree._Element) -> list[str]:
    """What is wrong with *feed*; nothing, if it is valid."""
    found = [] if feed.tag == f"{ATOM}feed" else ["no feed"]
    authors = feed.findall(f"{ATOM}author")
    ids = [one.text for one in feed.iter(f"{ATOM}id")]
    if len(ids) != len(set(ids)):
        found.append("an id twice")
    for one in [feed, *feed.findall(f"{ATOM}entry")]:
        for name in ("id", "title", "updated"):
            if len(one.findall(ATOM + name)) != 1:
                found.append(f"{name}: not exactly one")
        if not IRI.match(one.findtext(f"{ATOM}id", "")):
            found.append("id is no IRI")
        for name in ("updated", "published"):
            found += [name for moment in one.findall(ATOM + name) if not MOMENT.fullmatch(moment.text or "")]
        links = [(link.get("rel"), link.get("type"), link.get("href")) for link in one.findall(f"{ATOM}link")]
        if [rel for rel, _, _ in links].count("alternate") != 1:
            found.append("not one alternate link")
        found += ["relative link" for *_, href in links if not IRI.match(href or "")]
        if not (authors or one.findall(f"{ATOM}author")):
            found.append("no author")
        found += [
            "author without name" for a in one.findall(f"{ATOM}author") if not a.findtext(f"{ATOM}name")
        ]
    if "self" not in [link.get("rel") for link in feed.findall(f"{ATOM}link")]:
        found.append("no link to itself")
    return found


def entries(content: bytes) -> dict[str, etree._Element]:
    """The entries of a valid feed by their titles."""
    return {one.findtext(f"{ATOM}title"): one for one in parsed(content).findall(f"{ATOM}entry")}
