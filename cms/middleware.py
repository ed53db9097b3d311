"""Middleware of the site."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from media.freezing import FileHeld
from pages.publishing import PublishingRefused

ADMIN = "/admin/"
PUBLIC_POLICY = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; "
    "base-uri 'self'; form-action 'self'; frame-ancestors 'self'"
)
# Wagtail's admin has inline scripts on its edit, users and history pages.
ADMIN_POLICY = (
    PUBLIC_POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
    .replace("img-src 'self' data:", "img-src 'self' data: blob:")
)


class ContentSecurityPolicyMiddleware:
    """Strict policy for the public site, what Wagtail needs under ``/admin/``; no third party in either."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = ADMIN_POLICY if request.path.startswith(ADMIN) else PUBLIC_POLICY
        response.headers.setdefault("Content-Security-Policy", policy)
        return response


class RefusedPublishingMiddleware:
    """Turns a refusal by the publishing rule into a message where the user was, instead of a bare 403."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a ``PublishingRefused`` or ``FileHeld`` raised under ``/admin/``; leave all other exceptions alone."""
        if not isinstance(exception, PublishingRefused | FileHeld) or not request.path.startswith(ADMIN):
            return None
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            return JsonResponse({"error": str(exception)}, status=403)
        messages.error(request, str(exception))
        referer = request.headers.get("referer", "")
        if url_has_allowed_host_and_scheme(referer, {request.get_host()}) and request.method == "POST":
            return redirect(referer)
        return redirect(reverse("wagtailadmin_home"))
