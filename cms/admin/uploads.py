"""The form of the picture library, filled in from what came with a file that was sent from elsewhere."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import BinaryIO

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.uploadedfile import UploadedFile
from django.db.models import QuerySet
from wagtail.images import get_image_model
from wagtail.images.forms import BaseImageForm, get_image_form
from wagtail.permissions import policy_registry
from wagtail.utils.file import hash_filelike

from ..county import County

MOST_TITLE = 80
ABOUT = ("photographer", "people_shown", "minors_shown", "consent_held")


def photo_form(
    file: UploadedFile,
    user: AbstractBaseUser,
    county: County | None,
    data: Mapping[str, str],
    caption: str = "",
    description: str = "",
) -> BaseImageForm:
    """Return the form that takes *file* into the library of *county*, with what *data* says about people in it."""
    model = get_image_model()
    values = {
        "title": (caption or PurePath(file.name).stem)[:MOST_TITLE] or "照片",
        "caption": caption,
        "description": description,
        **{name: data[name] for name in ABOUT if data.get(name)},
    }
    if county:
        values["collection"] = county.collection_id
    return get_image_form(model)(values, {"file": file}, instance=model(uploaded_by_user=user), user=user)


def same_pictures(file: BinaryIO, user: AbstractBaseUser) -> QuerySet:
    """Return the pictures of the same bytes as *file*, as it was cleaned, that *user* may put on a page, newest first."""
    mine = policy_registry.get_by_type(get_image_model()).instances_user_has_permission_for(user, "choose")
    file.seek(0)
    known = mine.filter(file_hash=hash_filelike(file)).order_by("-pk")
    file.seek(0)
    return known
