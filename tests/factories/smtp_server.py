"""A mail server of this machine (aiosmtpd) that keeps what it gets, and fails as a test tells it to."""

from asyncio import to_thread
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from socket import socket
from threading import Lock

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session


@dataclass
class SmtpServer:
    """What came, and how the server behaves: how many connections it turns away, whom it refuses, what it waits for."""

    host: str = "127.0.0.1"
    port: int = 0
    turns_away: int = 0
    refuses: set[str] = field(default_factory=set)
    wants_login: bool = False
    before_taking: Callable[[], None] = lambda: None
    taken: list[tuple[list[str], EmailMessage]] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    @property
    def addresses(self) -> list[str]:
        """Whom the mails that were taken are for, one for each mail and recipient."""
        return sorted(address for recipients, _ in self.taken for address in recipients)

    def to(self, address: str) -> list[EmailMessage]:
        """The mails that were taken for *address*, oldest first."""
        return [message for recipients, message in self.taken if address in recipients]

    def forget(self) -> None:
        """Empty the box."""
        self.taken.clear()


def subject(message: EmailMessage) -> str:
    """The subject of *message*, which long ones have on the line below the header's name."""
    return message["Subject"].strip()


def parts(message: EmailMessage) -> tuple[str, str]:
    """Plain text and HTML of *message*."""
    return (
        message.get_body(("plain",)).get_content().replace("\r\n", "\n"),
        message.get_body(("html",)).get_content(),
    )


class _Handler:
    """aiosmtpd asks it at each step; what it answers goes to the client."""

    def __init__(self, mail: SmtpServer) -> None:
        self.mail = mail

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, name: str, answers: list[str]
    ) -> list[str]:
        with self.mail.lock:
            away, self.mail.turns_away = self.mail.turns_away > 0, max(self.mail.turns_away - 1, 0)
        if away:
            session.is_away = True
            return ["421 try later"]
        session.host_name = name
        return [answer for answer in answers if self.mail.wants_login or "AUTH" not in answer]

    async def handle_HELO(self, server: SMTP, session: Session, envelope: Envelope, name: str) -> str:
        """What a client tries when it has been turned away with EHLO."""
        session.host_name = name
        return "421 try later" if hasattr(session, "is_away") else "250 here"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.mail.refuses:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        await to_thread(self.mail.before_taking)
        message = message_from_bytes(envelope.content, policy=policy.default)
        with self.mail.lock:
            self.mail.taken.append((envelope.rcpt_tos, message))
        return "250 OK"


def _nobody_may_enter(*_: object) -> AuthResult:
    return AuthResult(success=False, handled=False)


@contextmanager
def smtp_server() -> Iterator[SmtpServer]:
    """Run the server at a free port of this machine."""
    mail = SmtpServer()
    with socket() as free:
        free.bind((mail.host, 0))
        mail.port = free.getsockname()[1]
    controller = Controller(
        _Handler(mail), mail.host, mail.port, authenticator=_nobody_may_enter, auth_require_tls=False
    )
    controller.start()
    try:
        yield mail
    finally:
        controller.stop()
