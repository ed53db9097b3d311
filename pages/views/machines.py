"""Sitemap, robots.txt, web manifest, and the icons that browsers ask for at fixed addresses."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from .. import chrome, sitemap
from ..versions import version_of

AN_HOUR, A_DAY = 60 * 60, 24 * 60 * 60
XML = "application/xml; charset=utf-8"
NOT_FOR_ROBOTS = ("/admin/", "/_util/", "/corrections/")


@require_safe
def sitemap_view(request: HttpRequest, number: int | None = None) -> HttpResponse:
    """The whole sitemap, or its index when it has several parts; with *number* one of these."""
    version = version_of()

    @cache_control(public=True, max_age=AN_HOUR)
    @condition(
        etag_func=lambda _request: version.etag(request.path),
        last_modified_func=lambda _request: version.changed,
    )
    def answer(_request: HttpRequest) -> HttpResponse:
        parts = sitemap.parts() if number is None else 1
        text = sitemap.index(parts) if parts > 1 else sitemap.part(1 if number is None else number)
        if text is None:
            raise Http404
        return HttpResponse(text, content_type=XML)

    return answer(request)


@require_safe
@cache_control(public=True, max_age=A_DAY)
def robots_view(request: HttpRequest) -> HttpResponse:
    """Everything is for robots but the admin and forms."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_ROBOTS), ""]
    lines.append(f"Sitemap: {settings.SITE_URL}{reverse('sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@cache_control(public=True, max_age=A_DAY)
def manifest_view(request: HttpRequest) -> HttpResponse:
    """What a phone needs to keep the site among its programs."""
    identity = chrome.identity(request)
    icons = [("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any"),
             ("icon-maskable-512.png", "512x512", "maskable")]  # fmt: skip
    manifest = {
        "name": identity.site_name,
        "short_name": "示范点",
        "description": identity.tagline,
        "lang": "zh-Hans",
        "start_url": "/",
        "scope": "/",
        "display": "browser",
        "background_color": "#FFFCFA",
        "theme_color": "#A21C5B",
        "icons": [
            {"src": static(f"img/{name}"), "sizes": sizes, "type": "image/png", "purpose": purpose}
            for name, sizes, purpose in icons
        ],
    }
    return JsonResponse(
        manifest, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False}
    )


@require_safe
@cache_control(public=True, max_age=A_DAY)
def icon_view(request: HttpRequest, name: str) -> HttpResponse:
    """Lead from a fixed address to the picture *name*, whose own address changes with its content."""
    return redirect(static(f"img/{name}"))
