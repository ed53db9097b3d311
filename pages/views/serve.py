from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Site
from wagtail.views import serve

from .. import queries


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """Serve the published page at *path*, found by its whole address; say so (410) if it was withdrawn.

    Wagtail would first load site and home page to find their address, which it knows from its cache.
    """
    roots = Site.get_site_root_paths()
    if len(roots) == 1:
        page = queries.page_at(f"{roots[0].root_path}{path}")
        if page is None:
            if queries.was_public(f"{roots[0].root_path}{path}"):
                return render(request, "410.html", status=HTTPStatus.GONE)
            raise Http404
        request._wagtail_route_for_request = page.route(request, [])
    return serve(request, path)
