"""Photos sent from a page's own form, one a request: stored in the county's library, offered again if it has them."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.images.widgets import AdminImageChooser
from wagtail.models import Page

from media.exceptions import StorageUnavailable
from pages.reach import is_own

from ..county import County
from .uploads import photo_form, same_pictures

REFUSED, KNOWN, AWAY = 422, 409, 503


@never_cache
@require_POST
def upload(request: HttpRequest) -> JsonResponse:
    """Store the file ``file`` for the page ``page`` (the parent, for one that is not saved yet).

    200 with what the form shows of a picture; 422 with ``message`` if it was refused; 409 with ``message`` and
    ``existing`` if the library has the same picture, unless ``again`` is sent; 503 with ``message`` if it is good but
    cannot be stored now.
    """
    page = get_object_or_404(Page, pk=_number(request.POST.get("page", "")))
    if not _may_write(request.user, page):
        return JsonResponse({"message": "您不能给这个页面上传照片。"}, status=403)
    file = request.FILES.get("file")
    if file is None:
        return JsonResponse({"message": "没有收到文件，请重新选择。"}, status=REFUSED)
    form = photo_form(file, request.user, County.of(page), request.POST)
    if not form.is_valid():
        reasons = dict.fromkeys(error for errors in form.errors.values() for error in errors)
        away = StorageUnavailable.MESSAGE in reasons
        return JsonResponse({"message": " ".join(reasons)}, status=AWAY if away else REFUSED)
    if not request.POST.get("again") and (
        known := same_pictures(form.cleaned_data["file"], request.user).first()
    ):
        message = f"图片库里已经有这张照片：“{known.title}”。"
        return JsonResponse({"message": message, "existing": _shown(known)}, status=KNOWN)
    try:
        stored = _stored(form, County.of(page))
    except StorageUnavailable as error:
        return JsonResponse({"message": str(error)}, status=AWAY)
    return JsonResponse({"image": _shown(stored)})


def _number(typed: str) -> int:
    return int(typed) if typed.isdecimal() else 0


def _may_write(user: AbstractBaseUser, page: Page) -> bool:
    if not is_own(user, page):
        return False
    permissions = page.permissions_for_user(user)
    return permissions.can_edit() or permissions.can_add_subpage()


def _stored(form: Any, county: County | None) -> Any:
    """Store the picture; one that the organisation department adds at its step is the county's like the page."""
    image = form.save()
    if county and image.collection_id != county.collection_id:
        image.collection_id = county.collection_id
        image.save(update_fields=["collection"])
    return image


def _shown(image: Any) -> dict[str, Any]:
    """What the picture's row in the form needs, and the words that the library has for it."""
    return AdminImageChooser().get_value_data_from_instance(image) | {
        "caption": image.caption,
        "description": image.description,
        "photographer": image.photographer,
    }
