from typing import Any

from django import template
from django.utils.safestring import SafeString
from wagtail.images.models import Picture, SourceImageIOError

from media import renditions
from media.models import CustomImage

register = template.Library()


@register.simple_tag
def photo(image: CustomImage | None, name: str, **attrs: Any) -> Picture | str:
    """Show *image* as ``<picture>`` in a named size: ``{% photo page.lead_image "card" sizes="50vw" %}``.

    Templates name a size and never a filter spec: no reader waits for a rendition that nobody prepared.
    ``alt`` is the image's description unless given; a ``None`` image shows nothing, nor does one whose sizes are not
    made yet while its file cannot be read.
    """
    if image is None:
        return SafeString("")
    attrs = {key.replace("_", "-"): value for key, value in attrs.items() if value is not None}
    try:
        return renditions.picture(image, name, **{"loading": "lazy", "decoding": "async", **attrs})
    except SourceImageIOError:
        return SafeString("")
