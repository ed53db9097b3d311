"""Asking an address as somebody, and judging the answer."""

import re
from urllib.parse import unquote

from django.conf import settings
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, get_resolver, reverse

ENTERED = {200, 204, 304, 400, 422}  # 400, 422: the view looked at the request and missed something in it
REFUSED = {401, 403, 404, 405, 410}
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def routes() -> set[str]:
    """Return the routes of all patterns of the project, as Django joins them."""
    return set(_routes(get_resolver().url_patterns))


def _routes(patterns, prefix: str = ""):
    for pattern in patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from _routes(pattern.url_patterns, route)


def ask(client: Client, method: str, address: str, form: str = "") -> HttpResponse:
    """Send the request, and undo what it did."""
    client.raise_request_exception = False
    session = client.cookies.get(settings.SESSION_COOKIE_NAME)
    session = session.value if session else None
    with transaction.atomic():
        data = form if method == "POST" else ""
        response = client.generic(method, address, data, content_type="application/x-www-form-urlencoded")
        transaction.set_rollback(True)
    client.cookies.clear()
    if session:
        client.cookies[settings.SESSION_COOKIE_NAME] = session
    return response


def is_allowed(response: HttpResponse, crashes: bool = False) -> bool:
    """Whether the answer is what was asked for; *crashes* says that the view fails where it is entered.

    A refusal is an error of the kind 40x, or a redirect to the login or to the admin's home, where Wagtail
    sends whoever lacks a permission.
    """
    if response.status_code in (301, 302):
        return not (response.url == reverse("wagtailadmin_home") or "/login/?next=" in response.url)
    if crashes and response.status_code == 500:
        return True
    assert response.status_code in ENTERED | REFUSED, (
        response.status_code,
        response.request["PATH_INFO"],
        response.request["REQUEST_METHOD"],
    )
    return response.status_code in ENTERED


def words(response: HttpResponse) -> str:
    """Return all that the answer says: body, headers and messages that the next page would show."""
    said = [str(value) for value in response.headers.values()]
    said += [str(message) for message in getattr(response.wsgi_request, "_messages", [])]
    if not response.streaming and response["content-type"].startswith(("text", "application/json")):
        said.append(response.content.decode())
    said = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), " ".join(said))
    return unquote(said).lower()
