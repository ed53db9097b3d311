"""What the database knows about words: equivalents, counties, names of sites. From the cache, for a minute."""

from dataclasses import dataclass, field

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from .. import models
from .folding import fold
from .words import county_stem

CACHE_KEY = "pages.search.knowledge"
CACHE_SECONDS = 60


@dataclass(frozen=True)
class CountyName:
    """A county as it is filtered by and as people write it."""

    code: str
    title: str
    short_name: str
    path: str

    @property
    def stem(self) -> str:
        """Its proper name alone."""
        return fold(county_stem(self.title))


@dataclass(frozen=True)
class Knowledge:
    """Folded terms with what stands for them, and the counties in the order of their codes."""

    counties: tuple[CountyName, ...]
    alternatives: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def county_called(self, word: str) -> CountyName | None:
        """Return the county that *word* names: by its full, short or proper name."""
        for county in self.counties:
            if word in (fold(county.title), fold(county.short_name), county.stem, f"{county.stem}县"):
                return county
        return None


def current() -> Knowledge:
    """Return what is known now; mostly without a query."""
    known = cache.get(CACHE_KEY)
    if known is None:
        known = _read()
        cache.set(CACHE_KEY, known, CACHE_SECONDS)
    return known


def _read() -> Knowledge:
    rows = models.CountyPage.objects.order_by("code").only("code", "title", "path")
    counties = tuple(CountyName(row.code, row.title, row.short_name, row.path) for row in rows)
    found: dict[str, tuple[str, ...]] = {}
    for name in models.SitePage.objects.live().values_list("title", flat=True):
        found[fold(name)] = (fold(name),)
    for county in counties:
        names = (fold(county.title), f"{county.stem}县")
        if county.title.endswith("自治县"):
            found |= dict.fromkeys(names, names)
    for row in models.SearchEquivalent.objects.all():
        group = tuple(fold(term) for term in row.group)
        found |= dict.fromkeys(group, group)
    return Knowledge(counties, found)


def _forget(**kwargs) -> None:
    """Drop what is kept: now for this process, and once it is stored for one that read in between."""
    cache.delete(CACHE_KEY)
    transaction.on_commit(lambda: cache.delete(CACHE_KEY))


def connect() -> None:
    """Listen to changes of what is known; called once when the application starts."""
    for model in (models.SearchEquivalent, models.CountyPage, models.SitePage):
        for signal in (post_save, post_delete):
            signal.connect(_forget, sender=model, dispatch_uid=f"pages.search.forget.{model.__name__}")
