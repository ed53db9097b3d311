"""Registration only."""

from django.http import Http404, HttpRequest
from django.urls import URLPattern, path
from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter

from . import admin_api, bulk_actions, views
from .access import may_download
from .models import CustomDocument

# Before Wagtail's own hook, which would show a login or password form and so admit that the document exists.
FIRST, LAST = -100, 100


@hooks.register("before_serve_document", order=FIRST)
def guard_document(document: CustomDocument, request: HttpRequest) -> None:
    """Answer 404 to whoever may not have the document: nobody learns that it is there."""
    if not may_download(request.user, document):
        raise Http404("No such document.")


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLPattern]:
    return [path("images/<int:image_id>/original/", views.original, name="media_original")]


@hooks.register("construct_admin_api", order=LAST)
def replace_api_endpoints(router: WagtailAPIRouter) -> None:
    router.register_endpoint("images", admin_api.ImagesEndpoint)
    router.register_endpoint("documents", admin_api.DocumentsEndpoint)


for action in bulk_actions.ACTIONS:
    hooks.register("register_bulk_action", action, order=LAST)
