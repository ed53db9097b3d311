"""Filling in the form as readers do: what it had, what they type, and how long they take."""

import time

import pytest
from django.test import Client

from pages.corrections import stamp

TEXT = "第二段“再在”写反了，应该是“在再”。"
A_MINUTE = 60


def stamp_made(page_id: int, ago: int) -> str:
    """A stamp as the form had it *ago* seconds ago."""
    then = time.time() - ago
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: then)
        return stamp.make(page_id)


def send(page, ago: int = A_MINUTE, client: Client | None = None, address: str = "203.0.113.9", **typed):
    """Send the form about *page*; *typed* in place of what is right."""
    values = {"kind": "typo", "text": TEXT, "contact": "", "website": "", "stamp": stamp_made(page.pk, ago)}
    return (client or Client()).post(f"/corrections/{page.pk}/", values | typed, REMOTE_ADDR=address)
