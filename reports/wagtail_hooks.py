"""Registration only."""

from django.urls import include, path
from wagtail import hooks

from .guidance.menu import guidance_item


@hooks.register("register_admin_urls")
def guidance_urls():
    return [path("guidance/", include("reports.guidance.urls"))]


hooks.register("register_admin_menu_item", guidance_item)
