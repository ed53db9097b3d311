"""A way to a server that can be made slow, or cut in the middle of what is sent."""

import socketserver
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from select import select
from socket import create_connection, socket
from threading import Event, Thread

HOST = "127.0.0.1"
CHUNK = 64 * 1024


@dataclass
class SlowProxy:
    """``silent`` keeps all answers back; ``cut_after`` bytes of a connection's requests, ``on_cut`` is called."""

    endpoint: str = ""
    silent: bool = False
    cut_after: int | None = None
    on_cut: object = None
    connections: int = 0
    over: Event = field(default_factory=Event)


@contextmanager
def slow_proxy(endpoint: str) -> Iterator[SlowProxy]:
    """Run a proxy before the server at *endpoint*, at a free port of 127.0.0.1."""
    proxy = SlowProxy()
    port = int(endpoint.rpartition(":")[2])

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            proxy.connections += 1
            with suppress(OSError), create_connection((HOST, port)) as server:
                self._carry(self.request, server)

        def _carry(self, client: socket, server: socket) -> None:
            sent = 0
            while not proxy.over.is_set():
                ready, _, _ = select([client, server], [], [], 0.05)
                for one in ready:
                    if one is server and proxy.silent:
                        proxy.over.wait(0.05)
                        continue
                    if not (content := one.recv(CHUNK)):
                        return
                    (client if one is server else server).sendall(content)
                    sent += len(content) if one is client else 0
                if proxy.cut_after is not None and sent > proxy.cut_after:
                    proxy.cut_after = None
                    proxy.on_cut()
                    return

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

    with Server((HOST, 0), Handler) as server:
        proxy.endpoint = f"http://{HOST}:{server.server_address[1]}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield proxy
        finally:
            proxy.over.set()
            server.shutdown()
            thread.join()
