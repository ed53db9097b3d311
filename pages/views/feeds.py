"""Atom feeds by address, with the answer "not modified" from two queries."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from .. import chrome, queries
from ..feeds import CountyFeed, PagesFeed, WorkFeed
from ..versions import version_of
from ..works.kinds import BY_SLUG

FIFTEEN_MINUTES = 15 * 60


@require_safe
def feed_view(request: HttpRequest) -> HttpResponse:
    """The newest pages of the whole site."""
    return _answer(request, "", PagesFeed)


@require_safe
def county_feed_view(request: HttpRequest, code: str) -> HttpResponse:
    """The newest pages of one county."""
    county = get_object_or_404(queries.counties(), code=code)
    return _answer(request, county.path, lambda: CountyFeed(county))


@require_safe
def work_feed_view(request: HttpRequest, slug: str) -> HttpResponse:
    """The newest pages about one featured work."""
    kind = BY_SLUG.get(slug)
    if kind is None:
        raise Http404
    return _answer(request, "", lambda: WorkFeed(kind))


def _answer(request: HttpRequest, path: str, make: Callable[[], PagesFeed]) -> HttpResponse:
    version, identity = version_of(path), chrome.identity(request)
    etag = version.etag(request.path, identity.site_name, identity.organiser, identity.feed_note)

    @cache_control(public=True, max_age=FIFTEEN_MINUTES)
    @condition(etag_func=lambda _request: etag, last_modified_func=lambda _request: version.changed)
    def answer(request: HttpRequest) -> HttpResponse:
        return make()(request)

    return answer(request)
