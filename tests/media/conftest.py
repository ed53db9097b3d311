"""Two counties with their collections, an editor each, and upload folders of the test's own."""

from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from wagtail.models import Collection, GroupCollectionPermission

from media.models import CustomDocument, CustomImage

from .samples import PDF, drawn


@pytest.fixture(autouse=True)
def upload_folder(settings, tmp_path):
    """A folder for this test's uploads; both storages read ``MEDIA_ROOT``."""
    settings.MEDIA_ROOT = str(tmp_path)
    for alias in ("default", "renditions"):
        for cached in ("base_location", "location"):
            storages[alias].__dict__.pop(cached, None)
    cache.clear()  # Wagtail remembers renditions by image id, and ids come again in the next test
    return tmp_path


@pytest.fixture
def image(db):
    return CustomImage.objects.create(
        title="议事会", file=ContentFile(drawn(size=(1200, 900), colour="teal"), name="议事会 合影.jpg")
    )


@pytest.fixture
def document(db):
    return CustomDocument.objects.create(title="实施方案", file=ContentFile(PDF, name="实施方案.pdf"))


@pytest.fixture
def counties(db):
    """``here`` and ``there``: collection, editor, image and document each."""
    return SimpleNamespace(here=make_county("甲县", "red"), there=make_county("乙县", "blue"))


def make_county(name: str, colour: str) -> SimpleNamespace:
    collection = Collection.get_first_root_node().add_child(name=name)
    group = Group.objects.create(name=f"编辑·{name}")
    for codename in [
        "add_image",
        "change_image",
        "choose_image",
        "add_document",
        "change_document",
        "choose_document",
    ]:
        permission = Permission.objects.get(
            codename=codename, content_type__app_label__in=["wagtailimages", "wagtaildocs"]
        )
        GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    editor = get_user_model().objects.create_user(username=f"editor-{colour}", password="x")
    editor.groups.add(group)
    image = CustomImage.objects.create(
        title=f"{name}的草稿照片",
        file=ContentFile(drawn(size=(300, 200), colour=colour), name="photo.jpg"),
        collection=collection,
    )
    document = CustomDocument.objects.create(
        title=f"{name}的草稿文件",
        file=ContentFile(PDF + name.encode(), name=f"{colour}.pdf"),
        collection=collection,
    )
    return SimpleNamespace(collection=collection, editor=editor, image=image, document=document)


@pytest.fixture
def administrator(db):
    return get_user_model().objects.create_superuser(username="admin-media", password="x")
