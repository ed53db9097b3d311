"""Asking external addresses, at a real server of this machine, which only these tests may connect to."""

import errno
import socket
import ssl
import time

import pytest

from pages import link_check, public_hosts
from pages.link_check import Outcome, State, check
from pages.public_hosts import PUBLIC, Policy, is_public
from tests.factories.web_server import reply, web_server

HERE = Policy(address=lambda address: address == "127.0.0.1" or is_public(address), ports=None)
ALIVE = Outcome(State.ALIVE)


@pytest.fixture
def web():
    with web_server() as server:
        yield server


@pytest.mark.parametrize("status", [200, 204, 401, 403, 405, 412, 429, 451, 521])
def test_who_answers_is_alive(web, status):
    assert check(web.url("/", status), HERE) == ALIVE


@pytest.mark.parametrize(
    ("status", "outcome"),
    [
        (404, Outcome(State.GONE, "网页不存在（404）")),
        (410, Outcome(State.GONE, "网页已经删除（410）")),
        (500, Outcome(State.FAILED, "网站出错（500）")),
        (503, Outcome(State.FAILED, "网站出错（503）")),
    ],
)
def test_what_is_gone_or_broken(web, status, outcome):
    assert check(web.url("/", status), HERE) == outcome
    assert web.asked == [("HEAD", "/"), ("GET", "/")]


def test_a_page_that_is_there_is_asked_once_and_told_who_asks(web):
    check(web.url("/page", 200), HERE)
    assert web.asked == [("HEAD", "/page")]
    (headers,) = web.headers
    assert "liuzhou-women-demonstration-sites" in headers["user-agent"]
    assert headers["host"] == web.origin.removeprefix("http://")
    assert "cookie" not in headers


@pytest.mark.parametrize("refusal", [400, 403, 404, 405, 501])
def test_a_site_that_refuses_head_is_asked_by_get(web, refusal):
    url = web.url("/", lambda handler: reply(handler, refusal if handler.command == "HEAD" else 200))
    assert check(url, HERE) == ALIVE


def test_a_site_that_hangs_up_on_head_is_asked_by_get(web):
    url = web.url("/", lambda handler: handler.command == "HEAD" or reply(handler, 200))
    assert check(url, HERE) == ALIVE
    assert [method for method, _ in web.asked] == ["HEAD", "GET"]


def test_redirects_are_followed_to_their_end(web):
    web.url("/end", 404)
    web.url("/second?a=1", "end")
    assert check(web.url("/first", "/second?a=1"), HERE).state == State.GONE
    web.url("/end", 200)
    assert check(web.url("/first", "/second?a=1"), HERE) == ALIVE


def test_five_redirects_are_followed_and_no_more(web):
    for number in range(7):
        web.url(f"/{number}", f"/{number + 1}")
    web.url("/7", 200)
    assert check(web.origin + "/2", HERE) == ALIVE
    assert check(web.origin + "/1", HERE) == Outcome(State.FAILED, "跳转次数太多")


def test_a_redirect_to_itself_ends(web):
    assert check(web.url("/", "/"), HERE) == Outcome(State.FAILED, "跳转次数太多")
    assert len(web.asked) == 6


@pytest.mark.parametrize(
    "target", ["http://10.0.0.1/", "//192.168.1.1/", "http://169.254.169.254/latest/", "http://[::1]/"]
)
def test_a_redirect_to_a_private_address_is_not_followed(web, monkeypatch, target):
    opened = []
    real = public_hosts.connect
    monkeypatch.setattr(
        link_check, "connect", lambda places, deadline: opened.append(places) or real(places, deadline)
    )
    assert check(web.url("/", target), HERE) == Outcome(State.NOT_CHECKED, "不是公网地址，没有检查")
    assert [place.target[0] for places in opened for place in places] == ["127.0.0.1"]


@pytest.mark.parametrize("target", ["ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)"])
def test_other_schemes_are_not_followed(web, target):
    assert check(web.url("/", target), HERE).state == State.NOT_CHECKED
    assert check(target).state == State.NOT_CHECKED


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "10.0.0.1", "169.254.169.254", "0x7f.1"])
def test_this_machine_and_its_network_are_refused(web, monkeypatch, host):
    port = web.origin.rpartition(":")[2]
    for policy in (PUBLIC, Policy(ports=None)):
        outcome = check(f"http://{host}:{port}/", policy)
        assert outcome == Outcome(State.NOT_CHECKED, "不是公网地址，没有检查")
    assert check(f"http://{host}/").state == State.NOT_CHECKED
    assert web.asked == []


def resolves(monkeypatch, address: str, port: int | None = None) -> list[str]:
    """Let every name be *address*; return the names that were looked up."""
    asked = []

    def getaddrinfo(host, wanted, **kwargs):
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port or wanted))]

    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", getaddrinfo)
    return asked


def test_a_name_of_a_private_address_is_refused(web, monkeypatch):
    port = int(web.origin.rpartition(":")[2])
    resolves(monkeypatch, "127.0.0.1", port)
    assert check("http://intranet.example.org/") == Outcome(State.NOT_CHECKED, "不是公网地址，没有检查")
    assert web.asked == []


def test_the_name_is_looked_up_once_and_told_to_the_site(web, monkeypatch):
    port = int(web.origin.rpartition(":")[2])
    asked = resolves(monkeypatch, "127.0.0.1", port)
    web.url("/", 500)
    assert check("http://user:secret@Example.org/#part", HERE).state == State.FAILED
    assert asked == ["example.org"]
    assert [headers["host"] for headers in web.headers] == ["example.org", "example.org"]
    assert "authorization" not in web.headers[0]


def test_chinese_in_addresses(web, monkeypatch):
    port = int(web.origin.rpartition(":")[2])
    asked = resolves(monkeypatch, "127.0.0.1", port)
    web.url("/%E5%85%AC%E5%91%8A?q=%E5%A6%87%E5%A5%B3&x=%20", 200)
    assert check("http://柳州.中国/公告?q=妇女&x=%20", HERE) == ALIVE
    assert asked == ["xn--6rt67t.xn--fiqs8s"]

    def unencoded(handler):
        handler.send_response(302)
        handler.wfile.write(b"".join(handler._headers_buffer) + "Location: /公告\r\n\r\n".encode())
        handler._headers_buffer.clear()

    web.url("/%E5%85%AC%E5%91%8A", 404)
    assert check(web.url("/old", unencoded), HERE).state == State.GONE


def test_a_body_is_not_waited_for(web):
    def slow(handler):
        if handler.command == "HEAD":
            return reply(handler, 405)
        handler.send_response(200)
        handler.send_header("Content-Length", "1000000")
        handler.end_headers()
        return web.over.wait(30)

    begun = time.monotonic()
    assert check(web.url("/", slow), HERE) == ALIVE
    assert time.monotonic() - begun < 5


def silent(web):
    return lambda handler: web.over.wait(30)


def trickling(web):
    def answer(handler):
        handler.send_response(200)
        handler.flush_headers()
        while not web.over.wait(0.02):
            handler.wfile.write(b"X-More: 1\r\n")

    return answer


@pytest.mark.parametrize("answer", [silent, trickling])
def test_an_answer_that_takes_too_long(web, monkeypatch, answer):
    monkeypatch.setattr(link_check, "TIME_LIMIT", 1.0)
    begun = time.monotonic()
    assert check(web.url("/", answer(web)), HERE) == Outcome(State.FAILED, "连接超时")
    assert time.monotonic() - begun < 5
    assert [method for method, _ in web.asked] == ["HEAD", "GET"]


def test_nobody_listens():
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{bound.getsockname()[1]}/"
        assert check(url, HERE) == Outcome(State.FAILED, "网站拒绝连接")


def test_an_answer_that_is_none(web):
    url = web.url("/", lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n"))
    assert check(url, HERE) == Outcome(State.FAILED, "网站没有正常回应")


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (socket.EAI_NONAME, Outcome(State.FAILED, "找不到这个网站")),
        (socket.EAI_AGAIN, Outcome(State.NOT_CHECKED, "暂时查不到域名，没有检查")),
        (socket.EAI_FAIL, Outcome(State.NOT_CHECKED, "暂时查不到域名，没有检查")),
    ],
)
def test_names_that_are_not_found(monkeypatch, error, outcome):
    def getaddrinfo(*args, **kwargs):
        raise socket.gaierror(error, "no")

    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", getaddrinfo)
    assert check("https://nowhere.example.org/") == outcome


def test_a_machine_without_a_way_out_says_nothing_about_the_link(monkeypatch):
    def no_way(*args):
        raise OSError(errno.ENETUNREACH, "Network is unreachable")

    monkeypatch.setattr(link_check, "connect", no_way)
    assert check("http://8.8.8.8/") == Outcome(State.NOT_CHECKED, "服务器不能连接外网，没有检查")


def test_encryption_is_asked_for_by_name_and_one_that_fails_says_nothing(web, monkeypatch):
    """The server speaks no TLS: the client's first message is what counts."""
    asked = []
    real = ssl.SSLContext.wrap_socket

    def wrap_socket(self, connection, **kwargs):
        asked.append((kwargs["server_hostname"], self.check_hostname, self.verify_mode))
        return real(self, connection, **kwargs)

    monkeypatch.setattr(ssl.SSLContext, "wrap_socket", wrap_socket)
    resolves(monkeypatch, "127.0.0.1", int(web.origin.rpartition(":")[2]))
    outcome = check("https://example.org/", HERE)
    assert outcome == Outcome(State.NOT_CHECKED, "安全证书或加密方式无法确认，没有检查")
    assert asked == [("example.org", True, ssl.CERT_REQUIRED)]


@pytest.mark.parametrize(
    "url",
    ["http://", "http:///path", "http://[::1", "http://example.org:99999/", "http://a..b/", "http://.a/"],
)
def test_addresses_that_are_none(url):
    assert check(url) == Outcome(State.FAILED, "网址写法不对")
