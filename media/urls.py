"""Addresses of documents: Wagtail's, but served by this package's view."""

from django.urls import include, path, re_path
from wagtail.documents import urls as document_urls

from . import views

urlpatterns = [
    re_path(r"^documents/(\d+)/(.*)$", views.document, name="wagtaildocs_serve"),
    path("documents/", include(document_urls)),
]
