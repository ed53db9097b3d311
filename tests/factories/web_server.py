"""A web server of this machine that answers as a test tells it to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class WebServer:
    """What is asked of the server, and how it answers: a status, a redirect's target, or a function."""

    origin: str = ""
    answers: dict[str, int | str | Answer] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    over: Event = field(default_factory=Event)

    def url(self, path: str, answer: int | str | Answer) -> str:
        """Answer so at *path*; return its address."""
        self.answers[path] = answer
        return self.origin + path


@contextmanager
def web_server() -> Iterator[WebServer]:
    """Run the server at a free port of 127.0.0.1; ``over`` is set when the test is, for answers that wait."""
    web = WebServer()

    class Handler(BaseHTTPRequestHandler):
        timeout = 10

        def answer(self) -> None:
            web.asked.append((self.command, self.path))
            web.headers.append({name.lower(): value for name, value in self.headers.items()})
            answer = web.answers[self.path]
            if callable(answer):
                answer(self)
            elif isinstance(answer, str):
                reply(self, 302, Location=answer)
            else:
                reply(self, answer)

        do_GET = do_HEAD = answer

        def log_message(self, *args) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    web.origin = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield web
    finally:
        web.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def reply(handler: BaseHTTPRequestHandler, status: int, **headers: str) -> None:
    """Answer with *status* and *headers*, without a body."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", "0")
    handler.end_headers()
