"""Mails as they are sent: subject, plain text and HTML."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string

from ..status import LIUZHOU
from . import links, wording
from .collecting import Letter


@dataclass(frozen=True)
class Mail:
    """One mail to one person, made of what JSON can hold."""

    to: str
    subject: str
    text: str
    html: str

    def as_json(self) -> dict[str, str]:
        """For a row of background work."""
        return asdict(self)

    def send(self) -> None:
        """Hand it to the mail server; raises what the backend raises."""
        message = EmailMultiAlternatives(
            self.subject,
            self.text,
            settings.DEFAULT_FROM_EMAIL,
            [self.to],
            headers={"Auto-Submitted": "auto-generated"},
        )
        message.attach_alternative(self.html, "text/html")
        message.send()


def of_letter(letter: Letter, now: datetime) -> Mail:
    """The reminder of *letter*, which tells how things stood at *now*."""
    context = {
        "sections": wording.sections(letter),
        "because": wording.because(letter),
        "hands_in": letter.missing > 0,
        "decides": letter.waiting > 0,
    }
    return make("reminder", letter.person, wording.subject(letter), context, now)


def make(template: str, person, subject: str, context: dict[str, Any], now: datetime) -> Mail:
    """Render both forms of *template* for *person*."""
    context = context | {
        "person": person,
        "subject": subject,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "as_of": now.astimezone(LIUZHOU),
        "home": links.of_ledger(),
    }
    return Mail(
        to=person.email,
        subject=f"【{settings.WAGTAIL_SITE_NAME}】{subject}",
        text=render_to_string(f"reports/mail/{template}.txt", context).strip() + "\n",
        html=render_to_string(f"reports/mail/{template}.html", context),
    )
