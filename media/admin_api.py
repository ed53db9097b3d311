"""Wagtail's admin API under the same endpoint names, but listing what the user may choose or change only."""

from django.db.models import QuerySet
from django.urls import reverse
from rest_framework.fields import Field
from wagtail.api.v2.utils import get_full_url
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.serializers import AdminImageSerializer
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet

from .access import visible_to
from .models import CustomDocument, CustomImage


class OriginalUrlField(Field):
    """Address of the original, which asks for permission; the file itself has none."""

    def get_attribute(self, instance: CustomImage) -> CustomImage:
        return instance

    def to_representation(self, image: CustomImage) -> str:
        return get_full_url(self.context["request"], reverse("media_original", args=[image.pk]))


class ImageSerializer(AdminImageSerializer):
    download_url = OriginalUrlField(read_only=True)


class ImagesEndpoint(ImagesAdminAPIViewSet):
    base_serializer_class = ImageSerializer

    def get_queryset(self) -> QuerySet:
        return super().get_queryset() & visible_to(self.request.user, CustomImage)


class DocumentsEndpoint(DocumentsAdminAPIViewSet):
    def get_queryset(self) -> QuerySet:
        return super().get_queryset() & visible_to(self.request.user, CustomDocument)
