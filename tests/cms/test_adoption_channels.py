"""采用渠道 in the admin: points and use are the department's; what a row uses is not deleted, not even by superusers."""

import pytest
from django.urls import reverse

from reports.models import AdoptionChannel
from tests.english import english, main_part
from tests.factories.adoptions import channel, make_adoption

pytestmark = pytest.mark.django_db
DATA = {"name": "市级简报", "points": "4", "sort_order": "25", "active": "on"}


def address(action: str, *args: int) -> str:
    return reverse(f"adoption-channels_modeladmin_{action}", args=args)


@pytest.fixture
def city(people):
    return people.client(people.moderator())


def test_a_channel_is_added_changed_and_hidden(city):
    response = city.post(address("create"), DATA, follow=True)
    assert "市级简报" in main_part(response)
    made = channel("市级简报")
    hidden = {name: value for name, value in DATA.items() if name != "active"}
    city.post(address("edit", made.pk), hidden | {"points": "0"})
    made.refresh_from_db()
    assert (made.points, made.active) == (0, False)
    shown = {
        field["label"]: field["value"] for field in city.get(address("inspect", made.pk)).context["fields"]
    }
    assert shown == {"渠道名称": "市级简报", "每篇分值": "0", "排序": "25", "可以选用": "否"}


@pytest.mark.parametrize(
    ("changes", "where", "message"),
    [
        ({"name": "媒体"}, "name", "已经有这个渠道了。"),
        ({"name": " "}, "name", "此项为必填项。"),
        ({"points": "-1"}, "points", "请确保此值大于或等于 0。"),
        ({"points": "1001"}, "points", "请确保此值小于或等于 1000。"),
    ],
    ids=["twice", "no name", "below zero", "too many"],
)
def test_what_is_refused(city, changes, where, message):
    response = city.post(address("create"), DATA | changes)
    assert list(response.context["form"].errors) == [where]
    assert english(main_part(response), ("zulianbu",)) == set()
    assert AdoptionChannel.objects.count() == 4


def test_the_department_deletes_none(city):
    unused = channel("全国级")
    home = reverse("wagtailadmin_home")
    assert city.post(address("delete", unused.pk)).url == home
    assert address("delete", unused.pk) not in main_part(city.get(address("index")))
    assert AdoptionChannel.objects.count() == 4


def test_a_superuser_deletes_one_that_nothing_uses(people, city_centre):
    make_adoption(city_centre)
    make_adoption(city_centre)
    admin = people.client(people.admin())
    kept = admin.post(address("delete", channel().pk))
    assert "有 2 条记录用着“媒体”，不能删除。" in main_part(kept)
    assert english(main_part(kept)) == set()
    assert admin.post(address("delete", channel("全国级").pk)).url == address("index")
    assert set(AdoptionChannel.objects.values_list("name", flat=True)) == {
        "市级公众号“柳州女性”",
        "自治区级",
        "媒体",
    }
