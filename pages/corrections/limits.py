"""How many reports are taken: from one connection, and from everybody together."""

from ipaddress import IPv6Address, ip_address, ip_network

from axes.helpers import get_client_ip_address
from django.http import HttpRequest

from ..throttle import allow

HOUR, DAY = 60 * 60, 24 * 60 * 60
PER_HOUR, PER_DAY = 5, 20
ALL_PER_HOUR = 200  # beyond it nobody could read them
HOME_NETWORK = 64  # bits of an IPv6 address that one subscriber has


def taken(request: HttpRequest) -> bool:
    """Whether one more report is taken from this connection; counts it. The address is kept in the cache only, hashed."""
    source = source_of(request)
    return (
        allow(f"corrections.hour.{source}", PER_HOUR, HOUR)
        and allow(f"corrections.day.{source}", PER_DAY, DAY)
        and allow("corrections.all", ALL_PER_HOUR, HOUR)
    )


def source_of(request: HttpRequest) -> str:
    """The connection's address, behind proxies as ``PROXY_COUNT`` says; of IPv6 the subscriber's network."""
    told = get_client_ip_address(request) or ""
    try:
        address = ip_address(told)
    except ValueError:
        return told
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or ip_network(f"{address}/{HOME_NETWORK}", strict=False)
    return str(address)
