"""The drawn pictures: the same every time, of the promised size, never two alike."""

from io import BytesIO

import pytest
from PIL import Image

from cms.demo import pictures
from cms.demo.description import describe
from cms.demo.drawing.palettes import PALETTES
from cms.demo.scene import KINDS, plan

SMALL = (360, 240)


def test_the_default_picture_is_a_jpeg_large_enough_for_every_rendition():
    picture = Image.open(BytesIO(pictures.draw(1)))
    assert (picture.format, picture.mode, picture.size) == ("JPEG", "RGB", (1800, 1200))


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_arguments_give_the_same_bytes(kind):
    assert pictures.draw(5, "river", SMALL, kind) == pictures.draw(5, "river", SMALL, kind)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("palette", PALETTES)
def test_every_kind_can_be_drawn_in_every_light(kind, palette):
    assert Image.open(BytesIO(pictures.draw(11, palette, SMALL, kind))).size == SMALL


def test_different_seeds_differ():
    assert len({pictures.draw(seed, "dawn", SMALL, "river") for seed in range(12)}) == 12


def test_a_picture_carries_no_metadata():
    assert not Image.open(BytesIO(pictures.draw(3, size=SMALL))).getexif()


def test_another_proportion_is_drawn_to_its_edges():
    picture = Image.open(BytesIO(pictures.draw(4, "morning", (400, 400), "river")))
    assert picture.size == (400, 400)
    assert picture.getpixel((200, 390)) != picture.getpixel((200, 5))


def test_an_unknown_palette_or_kind_is_refused():
    with pytest.raises(KeyError):
        pictures.draw(1, "neon", SMALL)
    with pytest.raises(ValueError, match="no such kind"):
        pictures.draw(1, "dawn", SMALL, "portrait")


@pytest.mark.parametrize(
    ("kind", "word"),
    [("bridge", "风雨桥"), ("city", "大桥"), ("terraces", "梯田"), ("bamboo", "翠竹"), ("blossom", "洋紫荆")],
)
def test_the_description_names_what_is_drawn(kind, word):
    assert word in describe(2, "river", kind)
    assert word not in describe(2, "river", "river")


def test_the_description_agrees_with_the_plan():
    for seed in range(60):
        scene, text = plan(seed), describe(seed)
        assert ("圆月" in text) == (scene.palette == "lavender")
        assert ("壮锦纹" in text) == bool(scene.band)
        assert ("篷船" in text) == bool(scene.boats)
        assert ("鸟" in text) == bool(scene.birds)
