"""Only hosts of the public internet are connected to, and only at the addresses that were judged."""

import errno
import socket
import time

import pytest

from pages import public_hosts
from pages.public_hosts import NotPublic, Place, Policy, connect, is_public, resolve


@pytest.mark.parametrize("address", ["8.8.8.8", "223.5.5.5", "2400:3200::1", "::ffff:8.8.8.8"])
def test_public_addresses(address):
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.1.2.3", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255", "192.0.2.1",
        "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "2002:7f00:1::", "2002:a00:1::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "no address", "",
    ],
)  # fmt: skip
def test_addresses_that_are_not(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "::1", "10.0.0.1", "169.254.169.254", "0x7f.1", "2130706433", "127.1", "0"]
)
def test_hosts_that_are_written_as_numbers(host):
    with pytest.raises(NotPublic):
        resolve(host, 80)


def answers(monkeypatch, *addresses: str) -> list[tuple]:
    """Let every name have *addresses*; return what was looked up."""
    asked = []

    def getaddrinfo(host, port, **kwargs):
        asked.append((host, port))
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(public_hosts.socket, "getaddrinfo", getaddrinfo)
    return asked


@pytest.mark.parametrize("addresses", [("192.168.0.7",), ("8.8.8.8", "10.0.0.1"), ("10.0.0.1", "8.8.8.8")])
def test_a_name_with_any_other_address_is_refused(monkeypatch, addresses):
    answers(monkeypatch, *addresses)
    with pytest.raises(NotPublic):
        resolve("intranet.example.org", 80)


def test_a_public_name_is_looked_up_once(monkeypatch):
    asked = answers(monkeypatch, "8.8.8.8", "8.8.4.4")
    places = resolve("example.org", 443)
    assert [place.target for place in places] == [("8.8.8.8", 443), ("8.8.4.4", 443)]
    assert asked == [("example.org", 443)]


@pytest.mark.parametrize("port", [22, 25, 6379, 8080])
def test_other_ports_are_refused_before_looking_up(monkeypatch, port):
    asked = answers(monkeypatch, "8.8.8.8")
    with pytest.raises(NotPublic):
        resolve("example.org", port)
    assert asked == []
    assert resolve("example.org", port, Policy(ports=None))


def place(port: int, address: str = "127.0.0.1") -> Place:
    return Place(socket.AF_INET, socket.SOCK_STREAM, 6, (address, port))


@pytest.fixture
def listener():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server


@pytest.fixture
def closed_port() -> int:
    """A port that nobody listens at, kept from others by being bound."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()[1]


def soon() -> float:
    return time.monotonic() + 5


def test_the_next_address_is_tried(listener, closed_port):
    with connect([place(closed_port), place(listener.getsockname()[1])], soon()) as connection:
        assert connection.getpeername() == listener.getsockname()


def test_the_reason_is_that_of_an_address_with_a_way_to_it(monkeypatch, closed_port):
    real = socket.socket.connect

    def without_a_way(self, target):
        if target[0] == "8.8.8.8":
            raise OSError(errno.ENETUNREACH, "no way")
        return real(self, target)

    monkeypatch.setattr(public_hosts.socket.socket, "connect", without_a_way)
    with pytest.raises(ConnectionRefusedError):
        connect([place(80, "8.8.8.8"), place(closed_port)], soon())
    with pytest.raises(OSError, match="no way"):
        connect([place(80, "8.8.8.8")], soon())


def test_nothing_is_tried_after_the_deadline(listener):
    with pytest.raises(TimeoutError):
        connect([place(listener.getsockname()[1])], time.monotonic())
