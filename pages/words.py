"""The federation's list of words to avoid: what a new installation starts with, and the list in force."""

import tomllib
from pathlib import Path
from typing import Any

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save

from .models.words import WordToAvoid

STARTING = Path(__file__).parent / "data" / "words-to-avoid.toml"
KEY, SECONDS = "pages.words.current", 60


def ensure_words() -> None:
    """Fill an empty list with the starting words; what the department took away does not come back. Idempotent."""
    if not WordToAvoid.objects.exists():
        WordToAvoid.objects.bulk_create(
            WordToAvoid(**entry | {"unless": "、".join(entry.get("unless", []))})
            for entry in starting_words()
        )
        cache.delete(KEY)


def starting_words() -> list[dict[str, Any]]:
    """Return the starting words: ``word``, ``reason``, ``better`` and perhaps ``unless``."""
    return tomllib.loads(STARTING.read_text(encoding="utf-8"))["words"]


def current_words() -> tuple[tuple[str, str, str, tuple[str, ...]], ...]:
    """Return word, reason, better and exceptions of the list in force.

    Read through the cache, so that a check costs no query; other processes see a change within a minute.
    """
    words = cache.get(KEY)
    if words is None:
        rows = WordToAvoid.objects.filter(active=True)
        words = tuple((row.word, row.reason, row.better, row.exceptions) for row in rows)
        cache.set(KEY, words, SECONDS)
    return words


def _changed(**kwargs: Any) -> None:
    cache.delete(KEY)


def connect() -> None:
    """Forget the list when it changes; called once when the application starts."""
    for signal in (post_save, post_delete):
        signal.connect(_changed, sender=WordToAvoid, dispatch_uid="pages.words")
