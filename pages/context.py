"""Context of every public page: menu, organiser, whether this is a demonstration."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from . import chrome, hooks
from .reading import Reading


@dataclass(frozen=True)
class MenuEntry:
    label: str
    url: str
    current: bool


def public_site(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Everything is lazy: the admin's templates, which use none of it, pay nothing."""
    return {
        "site_sections": SimpleLazyObject(lambda: _menu(request)),
        "reading": SimpleLazyObject(lambda: Reading.of(request)),
        "identity": SimpleLazyObject(lambda: chrome.identity(request)),
    }


def _menu(request: HttpRequest) -> list[MenuEntry]:
    entries = [(section.label, section.url()) for section in hooks.site_sections]
    here = request.path
    return [
        MenuEntry(label, url, here == url if url == "/" else here.startswith(url))
        for label, url in entries
        if url
    ]
