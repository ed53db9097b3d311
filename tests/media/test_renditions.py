"""Renditions: one set, made beforehand, at addresses that nobody can guess."""

import re

import pytest
from django.core.files.base import ContentFile
from django.template import Context, Template

from media import renditions
from media.models import CustomImage

from .metadata import metadata_in
from .samples import drawn, photo

pytestmark = pytest.mark.django_db


def shown(image: CustomImage, tag: str) -> str:
    return Template("{% load media_tags %}" + tag).render(Context({"image": image}))


def test_address_tells_nothing_of_the_original(image):
    urls = [image.get_rendition(spec).url for spec in ("max-165x165", "max-800x600")]
    for url in urls:
        assert re.fullmatch(r"/media/images/([0-9a-f]{2})/\1[0-9a-f]{30}\.jpg", url)
    assert urls[0] != urls[1]


def test_same_photo_again_has_other_addresses(image):
    twin = CustomImage.objects.create(
        title="议事会", file=ContentFile(drawn(size=(1200, 900), colour="teal"), name="议事会 合影.jpg")
    )
    assert twin.file_hash == image.file_hash
    assert twin.get_rendition("max-165x165").url != image.get_rendition("max-165x165").url


def test_rendition_lies_in_the_public_folder_and_the_original_in_the_private(image, upload_folder):
    rendition = image.get_rendition("max-165x165")
    assert (upload_folder / "public" / rendition.file.name).is_file()
    assert (upload_folder / "private" / image.file.name).is_file()
    assert not (upload_folder / "public" / image.file.name).exists()
    assert (upload_folder / "private" / image.file.name).stat().st_mode & 0o077 == 0
    with pytest.raises(NotImplementedError):
        _ = image.file.url


def test_original_is_never_copied_to_the_public_folder(image, upload_folder):
    rendition = image.get_rendition("original")
    assert (rendition.width, rendition.height) == (1200, 900)
    assert rendition.url == f"/admin/images/{image.pk}/original/"
    assert image.get_rendition("original").url == rendition.url
    assert not image.renditions.exists()
    assert not (upload_folder / "public").exists()


def test_prepare_makes_the_whole_set_without_metadata():
    image = CustomImage.objects.create(title="x", file=photo("phone-gps-rotated.jpg"))
    assert not renditions.is_prepared(image)
    made = renditions.prepare(image)
    assert set(made) == set(renditions.specs())
    sizes = {spec.split("|")[0]: (made[spec].width, made[spec].height) for spec in made}
    assert sizes == {
        "fill-720x480": (720, 480),
        "max-800x800": (800, 600),
        "max-1600x1200": (1600, 1200),
        "max-2400x2400": (2400, 1800),
    }
    for rendition in image.renditions.all():
        assert metadata_in(rendition.file.read()) == []
        rendition.file.close()
    assert renditions.is_prepared(CustomImage.objects.get(pk=image.pk))


def test_prepared_photo_is_shown_without_making_anything(image):
    renditions.prepare(image)
    count = image.renditions.count()
    for name in renditions.SIZES:
        shown(CustomImage.objects.get(pk=image.pk), f'{{% photo image "{name}" %}}')
    assert image.renditions.count() == count


def test_picture_names_formats_sizes_and_alternative_text(image):
    image.description = '读"报"'
    html = shown(
        image, '{% photo image "lead" sizes="50vw" fetchpriority="high" loading=None class="cover" %}'
    )
    assert html.count("<source") == 1
    assert 'type="image/webp"' in html
    assert 'sizes="50vw"' in html
    fallback = html[html.index("<img") :]
    assert re.search(r' src="/media/images/\S+\.jpg"', fallback)
    assert 'width="800"' in fallback
    assert 'height="600"' in fallback
    assert 'alt="读&quot;报&quot;"' in html
    assert 'fetchpriority="high"' in html
    assert 'class="cover"' in html
    assert "800w" in html
    assert 'alt="另一句"' in shown(image, '{% photo image "card" alt="另一句" %}')
    assert shown(None, '{% photo image "card" %}') == ""


def test_list_of_photos_needs_two_queries(django_assert_num_queries):
    for colour in ("red", "green", "blue"):
        picture = CustomImage.objects.create(
            title=colour, file=ContentFile(drawn(size=(900, 600), colour=colour), name="a.jpg")
        )
        renditions.prepare(picture, ["card"])
    with django_assert_num_queries(2):  # the photos; their renditions
        for picture in CustomImage.objects.prefetch_renditions(*renditions.specs("card")):
            shown(picture, '{% photo image "card" %}')


def test_withdrawn_photo_is_gone_and_comes_back_elsewhere(
    image, upload_folder, django_capture_on_commit_callbacks
):
    before = {rendition.url for rendition in renditions.prepare(image).values()}
    with django_capture_on_commit_callbacks(execute=True):
        assert renditions.withdraw(image) == len(before)
    assert not [path for path in (upload_folder / "public").rglob("*") if path.is_file()]
    fresh = CustomImage.objects.get(pk=image.pk)
    assert before.isdisjoint(rendition.url for rendition in renditions.prepare(fresh).values())
