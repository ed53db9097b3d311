"""The XML names that the reader knows, in Clark notation."""

_SPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}


def q(name: str) -> str:
    """Return the full name of *name*, which is written with its usual prefix.

    >>> q("v:shape")
    '{urn:schemas-microsoft-com:vml}shape'
    """
    prefix, _, local = name.partition(":")
    return f"{{{_SPACES[prefix]}}}{local}"


VAL = q("w:val")


def child(element, *path: str):
    """Return the element at *path* below *element*, or None."""
    for name in path:
        if element is None:
            return None
        element = element.find(q(name))
    return element


def value(element, *path: str) -> str | None:
    """Return ``w:val`` of the element at *path*, or None."""
    found = child(element, *path)
    return None if found is None else found.get(VAL)


def number(text: str | None, default: int) -> int:
    """Return *text* as a number of at most six digits, or *default*."""
    text = (text or "").strip()
    return (
        int(text)
        if text.removeprefix("-").isascii() and text.removeprefix("-").isdigit() and len(text) < 7
        else default
    )


def switch(properties, name: str) -> bool | None:
    """Return whether the on/off property *name* is on, None if *properties* does not say."""
    found = child(properties, name)
    if found is None:
        return None
    return found.get(VAL, "1").lower() not in {"0", "false", "off", "none"}
