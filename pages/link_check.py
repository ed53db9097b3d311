"""Asking an address outside this site whether there still is something."""

import http.client
import socket
import ssl
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import Enum
from threading import Timer
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from .public_hosts import NO_WAY, PUBLIC, NotPublic, Place, Policy, connect, resolve

TIME_LIMIT = 10.0  # seconds, for the whole of a check
MOST_REDIRECTS = 5
USUAL_PORTS = {"http": 80, "https": 443}
HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; liuzhou-women-demonstration-sites; link check)",
    "Accept": "*/*",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
REDIRECTS = {301, 302, 303, 307, 308}
GONE = {404: "网页不存在（404）", 410: "网页已经删除（410）"}
# A shield in use before many public sites in China: a browser without its cookie is told to run a script.
SHIELDS = {521}
# The name servers were not reached or did not know, which is no answer about the host.
UNRESOLVED = {socket.EAI_AGAIN, socket.EAI_FAIL}
_PATH = "/%:@!$&'()*+,;=~-._"


class State(Enum):
    """What a check found."""

    ALIVE = "alive"
    GONE = "gone"
    FAILED = "failed"
    NOT_CHECKED = "not checked"


@dataclass(frozen=True)
class Outcome:
    """What a check found, and what to tell people about it."""

    state: State
    detail: str = ""


def check(url: str, policy: Policy = PUBLIC) -> Outcome:
    """Ask for *url*, following redirects, within ``TIME_LIMIT``; never raises for what the network does.

    Nothing is sent to a host that *policy* does not allow: that, a network without a way out and a certificate that
    cannot be verified say nothing about the link and are "not checked". No content is read.
    """
    deadline = time.monotonic() + TIME_LIMIT
    try:
        return _followed(url, deadline, policy)
    except NotPublic:
        return Outcome(State.NOT_CHECKED, "不是公网地址，没有检查")
    except ssl.SSLError as error:
        return (
            _failed("连接超时") if _is_late(error, deadline) else _not_checked("安全证书或加密方式无法确认")
        )
    except socket.gaierror as error:
        return _not_checked("暂时查不到域名") if error.errno in UNRESOLVED else _failed("找不到这个网站")
    except OSError as error:
        return _unconnected(error, deadline)
    except http.client.HTTPException as error:
        return _failed("连接超时" if _is_late(error, deadline) else "网站没有正常回应")
    except ValueError:  # of urlsplit and of encoding a host: no browser could open it either
        return _failed("网址写法不对")


def _followed(url: str, deadline: float, policy: Policy) -> Outcome:
    for _ in range(MOST_REDIRECTS + 1):
        parts = urlsplit(url)
        if parts.scheme not in USUAL_PORTS:
            return _not_checked("不是网页地址")
        if not parts.hostname:
            raise ValueError(url)
        status, location = _answer(parts, deadline, policy)
        if status not in REDIRECTS or not location:
            return _judged(status)
        url = urljoin(url, location)
    return _failed("跳转次数太多")


def _answer(parts: SplitResult, deadline: float, policy: Policy) -> tuple[int, str]:
    """Status and target of a redirect, by HEAD; as GET says if HEAD is not answered well: many sites refuse it."""
    host = parts.hostname if ":" in parts.hostname else parts.hostname.encode("idna").decode("ascii")
    port = USUAL_PORTS[parts.scheme] if parts.port is None else parts.port
    places = resolve(host, port, policy)
    halfway = (time.monotonic() + deadline) / 2
    try:
        status, location = _ask("HEAD", parts, host, places, halfway)
    except (http.client.HTTPException, ConnectionResetError, TimeoutError):
        status, location = 0, ""
    if 200 <= status < 400:
        return status, location
    return _ask("GET", parts, host, places, deadline)


def _ask(method: str, parts: SplitResult, host: str, places: list[Place], deadline: float) -> tuple[int, str]:
    stream = connect(places, deadline)
    if parts.scheme == "https":
        stream = ssl.create_default_context().wrap_socket(
            stream, server_hostname=host, do_handshake_on_connect=False
        )
    with stream, _in_time(stream, deadline):
        if isinstance(stream, ssl.SSLSocket):
            stream.do_handshake()
        connection = http.client.HTTPConnection(host)
        connection.sock, connection.auto_open = stream, 0  # never a connection of its own
        connection.request(method, _target(parts), headers=HEADERS | {"Host": _host_header(parts, host)})
        with connection.getresponse() as response:
            if time.monotonic() >= deadline:  # cut in the middle of the headers
                raise TimeoutError
            return response.status, _location(response)


@contextmanager
def _in_time(connection: socket.socket, deadline: float):
    """Cut *connection* at the deadline, also when the other side sends a byte from time to time."""

    def cut() -> None:
        with suppress(OSError):
            socket.socket.shutdown(connection, socket.SHUT_RDWR)

    connection.settimeout(max(deadline - time.monotonic(), 0.01))
    timer = Timer(max(deadline - time.monotonic(), 0), cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _host_header(parts: SplitResult, host: str) -> str:
    name = f"[{host}]" if ":" in host else host
    return name if parts.port in (None, USUAL_PORTS[parts.scheme]) else f"{name}:{parts.port}"


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_PATH)
    return f"{path}?{quote(parts.query, safe=_PATH + '?')}" if parts.query else path


def _location(response: http.client.HTTPResponse) -> str:
    """The redirect's target; Chinese that was sent as it is, against the standard, is read as browsers do."""
    raw = (response.getheader("Location") or "").encode("latin-1", "replace")
    return raw.decode("utf-8", "replace").strip()


def _judged(status: int) -> Outcome:
    """A server that refuses this robot is there; one that says that the page is missing or broken is believed."""
    if status in GONE:
        return Outcome(State.GONE, GONE[status])
    if status >= 500 and status not in SHIELDS:
        return _failed(f"网站出错（{status}）")
    return Outcome(State.ALIVE)


def _unconnected(error: OSError, deadline: float) -> Outcome:
    if error.errno in NO_WAY:
        return _not_checked("服务器不能连接外网")
    if isinstance(error, TimeoutError) or _is_late(error, deadline):
        return _failed("连接超时")
    return _failed("网站拒绝连接" if isinstance(error, ConnectionRefusedError) else "连接不上")


def _is_late(error: Exception, deadline: float) -> bool:
    return isinstance(error, TimeoutError) or time.monotonic() >= deadline


def _failed(detail: str) -> Outcome:
    return Outcome(State.FAILED, detail)


def _not_checked(why: str) -> Outcome:
    return Outcome(State.NOT_CHECKED, f"{why}，没有检查")
