"""The panel by which a reader hands a page on: a code for another phone's camera, and the address."""

from typing import Any

from django import template
from wagtail.models import Page

from .. import qr

register = template.Library()


@register.inclusion_tag("components/share.html", takes_context=True)
def share_panel(context: template.Context) -> dict[str, Any]:
    """Draw it for the page of *context*; nothing in a preview and for what has no address."""
    page, request = context.get("page"), context.get("request")
    if not isinstance(page, Page) or not page.pk or getattr(request, "is_preview", False):
        return {}
    address = page.get_full_url(request)
    return {
        "address": address,
        "title": page.title,
        "qr": qr.svg(address, "这一页的二维码") if address else "",
    }
