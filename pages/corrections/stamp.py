"""When a form was handed out, and for which page: signed, so that a program cannot make one up."""

from django.core import signing

SALT = "pages.corrections"
LEAST_SECONDS, MOST_SECONDS = 3, 24 * 60 * 60


class Stale(Exception):
    """The stamp is too old, of another page, or not ours. A new one must be handed out."""


class TooQuick(Exception):
    """Nobody reads and writes as fast as that. The stamp stays good."""


def make(page_id: int) -> str:
    """A stamp of now."""
    return signing.dumps(page_id, salt=SALT)


def check(stamp: str, page_id: int) -> None:
    """Raise ``Stale`` or ``TooQuick``, unless *stamp* was made for *page_id* long enough ago and not too long."""
    try:
        told = signing.loads(stamp, salt=SALT, max_age=MOST_SECONDS)
    except signing.BadSignature:
        raise Stale from None
    if told != page_id:
        raise Stale
    try:
        signing.loads(stamp, salt=SALT, max_age=LEAST_SECONDS)
    except signing.SignatureExpired:
        return
    raise TooQuick
