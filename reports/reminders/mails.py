"""The mails of this package, put together from the templates in ``reports/mail``."""

from datetime import datetime
from typing import Any

from pages.mail.message import Mail
from pages.mail.message import make as make_mail

from ..hooks import Person
from ..status import LIUZHOU
from . import links, wording
from .collecting import Letter


def of_letter(letter: Letter, now: datetime) -> Mail:
    """The reminder of *letter*, which tells how things stood at *now*."""
    context = {
        "sections": wording.sections(letter),
        "because": wording.because(letter),
        "hands_in": letter.missing > 0,
        "decides": letter.waiting > 0,
    }
    return make("reminder", letter.person, wording.subject(letter), context, now)


def make(template: str, person: Person, subject: str, context: dict[str, Any], now: datetime) -> Mail:
    """Render both forms of *template* for *person*."""
    context = context | {
        "person": person,
        "as_of": now.astimezone(LIUZHOU),
        "home": links.of_ledger(),
        "home_label": "打开报送台账",
    }
    return make_mail(f"reports/mail/{template}", person.email, subject, context)
