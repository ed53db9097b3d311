"""The list of words to avoid: what it starts with, and what of it is in use."""

import tomllib
from pathlib import Path

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from .models import WordToAvoid

STARTING = Path(__file__).parent / "data" / "words-to-avoid.toml"
CACHE_KEY = "pages.words.current"
CACHE_SECONDS = 60

# Word, reason, better wording (may be empty), longer words in which it is fine.
Word = tuple[str, str, str, tuple[str, ...]]


def starting_words() -> list[WordToAvoid]:
    """Return the words that a new installation starts with, not yet stored."""
    tables = tomllib.loads(STARTING.read_text(encoding="utf-8"))["words"]
    return [
        WordToAvoid(
            word=table["word"],
            reason=table["reason"],
            better=table.get("better", ""),
            unless="、".join(table.get("unless", [])),
        )
        for table in tables
    ]


def ensure_words() -> None:
    """Fill the list if it is empty; otherwise it is the department's, and what it deleted or hid stays so."""
    if not WordToAvoid.objects.exists():
        WordToAvoid.objects.bulk_create(starting_words())
        _forget()


def current_words() -> tuple[Word, ...]:
    """Return the words in use, in the order of the list; from the cache, so that it mostly costs no query."""
    words = cache.get(CACHE_KEY)
    if words is None:
        words = tuple(
            (row.word, row.reason, row.better, row.exceptions)
            for row in WordToAvoid.objects.filter(active=True)
        )
        cache.set(CACHE_KEY, words, CACHE_SECONDS)
    return words


def _forget(**kwargs) -> None:
    """Drop what is kept: now for this process, and once it is stored for one that read in between."""
    cache.delete(CACHE_KEY)
    transaction.on_commit(lambda: cache.delete(CACHE_KEY))


def connect() -> None:
    """Listen to changes of the list; called once when the application starts."""
    for signal in (post_save, post_delete):
        signal.connect(_forget, sender=WordToAvoid, dispatch_uid="pages.words.forget")
