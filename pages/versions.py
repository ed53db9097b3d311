"""When what is public last changed: what feeds, sitemap and interface answer "not modified" by."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.conf import settings
from django.db.models import Count, Max
from wagtail.models import Page, PageLogEntry

RELEASE = 1  # to be raised with what machines are told of a page


@dataclass(frozen=True)
class Version:
    """*word* is another one whenever anything public changed; *changed* is when that was, ``None`` if never."""

    word: str
    changed: datetime | None

    def etag(self, *about: object) -> str:
        """An entity tag for what *about* names, such as the address of an answer."""
        parts = (self.word, *about)
        return f'"{sha256("|".join(map(str, parts)).encode()).hexdigest()[:24]}"'


def version_of(path: str = "") -> Version:
    """Return the version of everything public at or below *path* of the tree, from two queries.

    A withdrawal is a change, too: a reader who only says since when he knows must not keep what is gone.
    """
    live = Page.objects.live().filter(path__startswith=path)
    found = live.aggregate(number=Count("pk"), published=Max("last_published_at"))
    gone = PageLogEntry.objects.filter(action="wagtail.unpublish", page__path__startswith=path)
    withdrawn = gone.aggregate(at=Max("timestamp"))["at"]
    times = [moment for moment in (found["published"], withdrawn) if moment]
    parts = (RELEASE, settings.SITE_URL, path, found["number"], *times)
    return Version("|".join(map(str, parts)), max(times, default=None))
