"""The five lights: a new page has them all, none is left out, none counts twice."""

import pytest
from wagtail.signals import init_new_page

from tests.factories.works import BY_SLUG, fill, make_work_site, rows

from .bad_input import NOTHING
from .conftest import said

pytestmark = pytest.mark.django_db

LIGHTS = ["亮妇联标识", "亮组织架构", "亮工作职责", "亮执委身份", "亮活动内容"]


def test_a_new_page_starts_with_the_five_lights(city_centre):
    site = make_work_site("lights", city_centre)
    page = BY_SLUG["lights"]()
    init_new_page.send(sender=None, page=page, parent=site)
    assert [row.get_light_display() for row in page.lights.all()] == LIGHTS
    assert page.title == f"{site.title}妇联：亮牌服务"


def test_five_lights_of_which_nobody_says_anything_are_nothing(draft):
    page = draft("lights")
    empty = [{"light": row["light"]} for row in rows("lights", "lights")]
    fill(page, {"body": [], "lights": empty})
    assert said(page.submission_problems())[-1] == NOTHING


def test_picture_of_a_light_needs_a_description(draft, picture):
    page = draft("lights", lights=rows("lights", "lights", image=picture, description=" "))
    words = ["亮牌第 1 行，图片描述：放了照片，请填写图片描述后再提交。"]
    assert said(page.submission_problems()) == words


def test_description_is_taken_over_from_the_library(draft, picture):
    picture.description = "门口的牌子"
    row = BY_SLUG["lights"]._meta.get_field("lights").related_model(image=picture)
    row.clean()
    assert row.description == "门口的牌子"
    own = type(row)(image=picture, description="自己写的")
    own.clean()
    assert own.description == "自己写的"


def test_a_light_is_counted_once(draft):
    page = draft("lights")
    fill(page, {"lights": rows("lights", "lights", at=1, light="emblem", state="lit")})
    assert page.own_figures() == {"lit_lights": 4}
