"""Connecting to hosts of the public internet only, whatever name or redirect leads to another one."""

import errno
import ipaddress
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass

# This machine has no way to that kind of address, which says nothing about the host.
NO_WAY = {errno.ENETUNREACH, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}
MOST_ADDRESSES = 4


class NotPublic(Exception):
    """The host, or its port, is none that this site connects to."""


def is_public(address: str) -> bool:
    """Whether *address*, numeric, belongs to the public internet; tunnels count as what they lead to."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inside = ip.ipv4_mapped or ip.sixtofour
        if inside is not None:
            return is_public(str(inside))
        if ip.is_site_local or ip.teredo is not None:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


@dataclass(frozen=True)
class Policy:
    """Which addresses and ports may be connected to."""

    address: Callable[[str], bool] = is_public
    ports: frozenset[int] | None = frozenset({80, 443})


PUBLIC = Policy()


@dataclass(frozen=True)
class Place:
    """One numeric address, as sockets take it."""

    family: int
    kind: int
    protocol: int
    target: tuple


def resolve(host: str, port: int, policy: Policy = PUBLIC) -> list[Place]:
    """Return where *host* can be connected to; raises ``NotPublic`` if *policy* forbids the port or any address.

    Names are looked up here and never again: what is connected to is what was judged. Raises ``socket.gaierror``
    if there is no such host.
    """
    if policy.ports is not None and port not in policy.ports:
        raise NotPublic(f"port {port}")
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    if refused := [target[0] for *_, target in found if not policy.address(target[0])]:
        raise NotPublic(refused[0])
    return [Place(family, kind, protocol, target) for family, kind, protocol, _, target in found]


def connect(places: list[Place], deadline: float) -> socket.socket:
    """Return a socket that is connected to one of *places*, by the time *deadline* of ``time.monotonic``.

    Raises ``OSError`` if none of them can be reached.
    """
    places, errors = places[:MOST_ADDRESSES], []
    for number, place in enumerate(places):
        share = (deadline - time.monotonic()) / (len(places) - number)
        try:
            return _connected(place, share)
        except OSError as error:
            errors.append(error)
    raise next((error for error in errors if error.errno not in NO_WAY), errors[0])


def _connected(place: Place, seconds: float) -> socket.socket:
    if seconds <= 0:
        raise TimeoutError
    connection = socket.socket(place.family, place.kind, place.protocol)
    try:
        connection.settimeout(seconds)
        connection.connect(place.target)
    except BaseException:
        connection.close()
        raise
    return connection
