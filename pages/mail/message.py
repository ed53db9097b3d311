"""Mails as they are sent: subject, plain text and HTML."""

from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse


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


def make(template: str, to: str, subject: str, context: dict[str, Any]) -> Mail:
    """Render both forms of *template*, which extend ``mail/base.html``, with the site's name before the *subject*.

    The base wants of *context*: ``person`` with a ``name``, ``as_of``, and ``home`` with ``home_label``.
    """
    subject = " ".join(subject.split())  # a title may have a line break, a header must not
    context = context | {"subject": subject, "site_name": settings.WAGTAIL_SITE_NAME}
    return Mail(
        to=to,
        subject=f"【{settings.WAGTAIL_SITE_NAME}】{subject}",
        text=render_to_string(f"{template}.txt", context).strip() + "\n",
        html=render_to_string(f"{template}.html", context),
    )


def absolute(name: str, *args: str | int) -> str:
    """The address of the view *name* for mails."""
    return settings.WAGTAILADMIN_BASE_URL + reverse(name, args=args)
