"""One morning's reminders from beginning to end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from pages.mail.message import Mail

from ..hooks import Person
from . import digest, mails, wording
from .collecting import Letter, letters
from .rules import DIGEST, is_digest_day
from .sending import promise
from .situation import Situation, survey


@dataclass(frozen=True)
class Dispatch:
    """A mail to one person: about these reasons, of which those in *keys* were not written down before."""

    person: Person
    subject: str
    keys: list[str]
    mail: Callable[[list[str]], Mail]


def due(situation: Situation) -> tuple[list[Dispatch], list[Dispatch]]:
    """Return the day's reminders and its digests; with empty *keys* where all was written down before."""
    reminders = [_reminder(situation, letter) for letter in letters(situation)]
    return reminders, _digests(situation) if situation.ledgers and is_digest_day(situation.day) else []


def send(situation: Situation, dispatches: list[Dispatch]) -> list[Dispatch]:
    """Put into the background what nobody wrote down before; return that."""
    return [one for one in dispatches if one.keys and promise(one.person, situation.day, one.keys, one.mail)]


def remind(now: datetime) -> list[Dispatch]:
    """Have everything sent that is due at *now*, which is aware, and was not written down yet; return that."""
    situation = survey(now)
    reminders, digests = due(situation)
    return send(situation, [*reminders, *digests])


def _reminder(situation: Situation, letter: Letter) -> Dispatch:
    keys = _left(situation, letter.person, letter.keys)

    def mail(keys: list[str]) -> Mail:
        return mails.of_letter(letter.about(keys), situation.now)

    return Dispatch(letter.person, wording.subject(letter.about(keys or letter.keys)), keys, mail)


def _digests(situation: Situation) -> list[Dispatch]:
    people = [person for person in situation.department if person.email]
    return [_digest(situation, person) for person in people]


def _digest(situation: Situation, person: Person) -> Dispatch:
    def mail(keys: list[str]) -> Mail:
        return digest.mail(situation, person)

    return Dispatch(person, digest.subject(situation), _left(situation, person, [DIGEST]), mail)


def _left(situation: Situation, person: Person, keys: list[str]) -> list[str]:
    return [key for key in keys if (person.pk, key) not in situation.written]
