"""A mail server of this machine that speaks SMTP, keeps what it gets, and fails as a test tells it to."""

import socketserver
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from threading import Lock, Thread


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


class _Session(socketserver.StreamRequestHandler):
    timeout = 10
    mail: SmtpServer

    def handle(self) -> None:
        with self.mail.lock:
            away, self.mail.turns_away = self.mail.turns_away > 0, max(self.mail.turns_away - 1, 0)
        if away:
            self._say("421 try later")
            return
        self._say("220 ready")
        recipients: list[str] = []
        while line := self.rfile.readline():
            command, _, rest = line.decode(errors="replace").strip().partition(" ")
            address = rest.partition("<")[2].partition(">")[0]
            match command.upper():
                case "EHLO":
                    self._say("250-here", "250 AUTH PLAIN LOGIN" if self.mail.wants_login else "250 SMTPUTF8")
                case "AUTH":
                    self._say("535 wrong password")
                case "MAIL":
                    recipients = []
                    self._say("250 ok")
                case "RCPT" if address in self.mail.refuses:
                    self._say("550 no such mailbox")
                case "RCPT":
                    recipients.append(address)
                    self._say("250 ok")
                case "DATA":
                    self._say("354 go on")
                    self._take(recipients)
                    self._say("250 taken")
                case "QUIT":
                    self._say("221 bye")
                    return
                case _:
                    self._say("250 ok")

    def _take(self, recipients: list[str]) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line[1:] if line.startswith(b"..") else line)
        self.mail.before_taking()
        message = message_from_bytes(b"".join(lines), policy=policy.default)
        with self.mail.lock:
            self.mail.taken.append((recipients, message))

    def _say(self, *lines: str) -> None:
        self.wfile.write("".join(f"{line}\r\n" for line in lines).encode())


@contextmanager
def smtp_server() -> Iterator[SmtpServer]:
    """Run the server at a free port of this machine."""
    mail = SmtpServer()
    handler = type("Session", (_Session,), {"mail": mail})
    server = socketserver.ThreadingTCPServer((mail.host, 0), handler)
    server.daemon_threads = True
    mail.port = server.server_address[1]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield mail
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
