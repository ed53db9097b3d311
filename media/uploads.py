"""Wagtail keeps a photo aside when only its other fields are wrong; that copy is cleaned as well."""

from typing import Any

from django.db.models.signals import pre_save
from django.dispatch import receiver
from wagtail.models import UploadedFile

from .cleaning import clean_photo
from .models import CustomImage


@receiver(pre_save, sender=UploadedFile)
def clean_before_keeping(sender: type, instance: UploadedFile, **kwargs: Any) -> None:
    """Clean a photo that waits for its form; a file that is not stored yet only."""
    is_photo = instance.for_content_type.model_class() is CustomImage
    if is_photo and instance.file and not instance.file._committed:
        instance.file = clean_photo(instance.file.file, instance.file.name)
