"""Middleware of the site."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from media.exceptions import StorageUnavailable
from media.freezing import FileHeld
from pages.publishing import PublishingRefused
from pages.reach import own_paths

ADMIN = "/admin/"
SHOWN_WITH_SUCCESS = {"wagtailimages:add_multiple", "wagtaildocs:add_multiple"}
STILL_USED = "还有页面、县区或审批记录用到它，不能删除。账号不再使用时请改为停用；图片请先在页面中换掉。"


def policy(pictures: str = "", inline: str = "", static: str = "") -> str:
    """Return a Content-Security-Policy: own origin for everything, *inline* for the admin.

    Pictures may come from *pictures* as well, styles and scripts from *static*.
    """
    own = " ".join(filter(None, ["'self'", inline, static]))
    sources = " ".join(filter(None, ["'self'", "data:", pictures, static]))
    return (
        f"default-src 'self'; img-src {sources}; style-src {own}; script-src {own}; "
        "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
    )


class ContentSecurityPolicyMiddleware:
    """Strict policy for the public site, what Wagtail needs under ``/admin/``; no third party in either."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        origins, static = " ".join(settings.PICTURE_ORIGINS), " ".join(settings.STATIC_ORIGINS)
        self.public = policy(origins, static=static)
        # Wagtail's admin has inline scripts on its edit, users and history pages.
        self.admin = policy(f"blob: {origins}".strip(), "'unsafe-inline'", static)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        chosen = self.admin if request.path.startswith(ADMIN) else self.public
        response.headers.setdefault("Content-Security-Policy", chosen)
        return response


class IdleTimeoutMiddleware:
    """Lets sessions end ``SESSION_COOKIE_AGE`` after their last use, give or take ``REFRESHED_EVERY`` seconds.

    Django's way of doing so writes to the database with every request.
    """

    REFRESHED_EVERY = 5 * 60
    KEY = "refreshed"

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        # Nothing is asked of a session on public pages, which would make them vary by cookie.
        if request.path.startswith(ADMIN) and settings.SESSION_COOKIE_NAME in request.COOKIES:
            now = int(time.time())
            if (
                not request.session.is_empty()
                and now - request.session.get(self.KEY, 0) > self.REFRESHED_EVERY
            ):
                request.session[self.KEY] = now
        return response


class StaffMarkMiddleware:
    """Leaves a mark in the browsers of staff, by which a script shows them the way from a public page to its sheet.

    The public pages stay the same for everybody, and may be cached for everybody. The mark opens nothing: it says below
    which paths of the tree its user works, and every view asks who she is.
    """

    COOKIE = "staff"

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        name = request.resolver_match.view_name if request.resolver_match else ""
        if name == "wagtailadmin_login" and request.method == "POST" and request.user.is_authenticated:
            value = "p" + ".".join(own_paths(request.user))  # an administrator's path is empty
            response.set_cookie(
                self.COOKIE,
                value,
                secure=settings.SESSION_COOKIE_SECURE,
                samesite=settings.SESSION_COOKIE_SAMESITE,
            )
        elif name == "wagtailadmin_logout":
            response.delete_cookie(self.COOKIE, samesite=settings.SESSION_COOKIE_SAMESITE)
        return response


class RefusedPublishingMiddleware:
    """Turns a refusal by the publishing rule, or a store that is away, into a message where the user was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal or a protected deletion under ``/admin/``; leave all other exceptions alone."""
        if isinstance(exception, ProtectedError):
            exception = PublishingRefused(STILL_USED)
        told = PublishingRefused | FileHeld | StorageUnavailable
        if not isinstance(exception, told) or not request.path.startswith(ADMIN):
            return None
        accepts = request.headers.get("accept", "")
        if request.headers.get("x-requested-with") == "XMLHttpRequest" or accepts.startswith(
            "application/json"
        ):
            body = {"success": False, "error_code": "refused", "error_message": str(exception)}
            return JsonResponse(body, status=_status(request, exception))
        messages.error(request, str(exception))
        referer = request.headers.get("referer", "")
        if url_has_allowed_host_and_scheme(referer, {request.get_host()}) and request.method == "POST":
            return redirect(referer)
        return redirect(reverse("wagtailadmin_home"))


def _status(request: HttpRequest, exception: Exception) -> int:
    """Wagtail's page for several uploads shows the message of a 200 only."""
    if not isinstance(exception, StorageUnavailable):
        return 403
    return 200 if request.resolver_match.view_name in SHOWN_WITH_SUCCESS else 503
