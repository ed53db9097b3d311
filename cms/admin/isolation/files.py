"""Which objects a chooser may show by title, thumbnail or address to the viewer."""

from typing import Any

from wagtail.models import Page

from media.access import MediaFile, is_staff_of
from pages.reach import linkable

from ...county import County
from .viewer import viewer


def is_hidden(instance: Any) -> bool:
    """Whether *instance* is another county's: an unpublished page, or a file that the viewer may not choose.

    The city's pictures on a county's page are shown to that county.
    """
    user = viewer()
    if user is None:
        return False
    if isinstance(instance, Page):
        return not linkable(user, Page.objects.filter(pk=instance.pk)).exists()
    if isinstance(instance, MediaFile):
        return (
            not is_staff_of(user, instance)
            and County.objects.filter(collection=instance.collection_id).exists()
        )
    return False
