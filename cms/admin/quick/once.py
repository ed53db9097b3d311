"""One opened form makes one page, however often it is sent: a double tap, a reload, a line that broke.

The form carries a random number, and the page that comes of it has that number as its ``translation_key``. The
database holds those unique, so that of two requests at once, in whatever processes, only one makes a page.
"""

import uuid

from django.http import QueryDict
from wagtail.models import Page

FIELD = "once"


def key_of(data: QueryDict) -> uuid.UUID:
    """Return the number that the form was sent with; a new one for a form without."""
    try:
        return uuid.UUID(data.get(FIELD, ""))
    except ValueError:
        return uuid.uuid4()


def page_made(key: uuid.UUID, parent: Page) -> Page | None:
    """Return the page that was made under *parent* from the form with *key*.

    Elsewhere it is not looked for: calendars tell the numbers of published events, of other counties too.
    """
    found = Page.objects.child_of(parent).filter(translation_key=key).first()
    return found.specific if found else None


def is_taken(key: uuid.UUID) -> bool:
    """Whether a page anywhere has the number *key*; only a forged form can have one of elsewhere."""
    return Page.objects.filter(translation_key=key).exists()
