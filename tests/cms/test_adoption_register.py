"""采用登记 in the admin: who enters, and what the form does."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from reports.models import Adoption, AdoptionChannel
from tests.english import english, main_part
from tests.factories.adoptions import channel, make_adoption, public_site
from tests.factories.pages import make_summary
from tests.flow import publish

pytestmark = pytest.mark.django_db
ACTIONS = ["index", "create", "ranking"]
ROW_ACTIONS = ["edit", "inspect", "delete", "history"]


def address(action: str, *args: int) -> str:
    return reverse(f"adoptions_modeladmin_{action}", args=args)


@pytest.fixture
def city(people):
    return people.client(people.moderator())


@pytest.fixture
def summary(city_centre, people):
    return publish(make_summary(public_site(city_centre, people), title="文昌社区年度总结"), people)


def data(**fields) -> dict[str, object]:
    """What a browser sends of the form."""
    values = {
        "page": "",
        "title": "外来的信息",
        "county": "",
        "channel": channel().pk,
        "adopted_on": "2020-05-01",
    }
    return values | {"points": "", "appeared": "", "link": "", "remark": ""} | fields


def errors(response) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)


# -- who ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["editor", "lead"])
def test_counties_neither_see_nor_enter(people, city_centre, role):
    row = make_adoption(city_centre, title="城中区的采用")
    client = people.client(getattr(people, role)("450202"))
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert address("index") not in home
    assert "registers" not in home
    addresses = [address(action) for action in ACTIONS]
    addresses += [address(action, row.pk) for action in ROW_ACTIONS]
    addresses += [address(action, row.pk + 1) for action in ROW_ACTIONS]  # nor learn which rows there are
    addresses += [
        f"{address(action)}?export={kind}" for action in ("index", "ranking") for kind in ("xlsx", "csv")
    ]
    for url in addresses:
        for response in (client.get(url), client.post(url, data())):
            assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert list(Adoption.objects.all()) == [row]


def test_a_county_is_not_told_of_rows_by_its_own_page(people, summary, city_centre):
    make_adoption(city_centre, page=summary, title="上了公众号")
    editor = people.client(people.editor("450202"))
    for view in ("usage", "delete"):
        response = editor.get(reverse(f"wagtailadmin_pages:{view}", args=[summary.pk]))
        assert "上了公众号" not in response.content.decode()
        assert "采用" not in response.content.decode()


@pytest.mark.parametrize(
    ("permission", "entered"),
    [
        ("view", {"index", "ranking", "inspect", "history"}),
        ("add", {"create"}),
        ("change", {"edit"}),
        ("delete", {"delete"}),
    ],
)
def test_each_permission_opens_exactly_its_views(people, city_centre, django_user_model, permission, entered):
    user = django_user_model.objects.create_user("one", password="x")
    codes = ["access_admin", f"{permission}_adoption"]
    user.user_permissions.set(Permission.objects.filter(codename__in=codes))
    client, row = people.client(user), make_adoption(city_centre)
    found = {action for action in ACTIONS if client.get(address(action)).status_code == 200}
    found |= {action for action in ROW_ACTIONS if client.get(address(action, row.pk)).status_code == 200}
    assert found == entered
    exported = client.get(address("index"), {"export": "csv"})
    assert (exported.status_code == 200) == (permission == "view")


@pytest.mark.parametrize("role", ["moderator", "admin"])
def test_menu_of_department_and_superuser(people, role):
    menu = people.client(getattr(people, role)()).get(reverse("wagtailadmin_home")).content.decode()
    for name in ("adoptions", "adoption-channels", "words"):
        assert reverse(f"{name}_modeladmin_index") in menu


def test_a_row_that_is_not_there(city):
    assert [city.get(address(action, 10**30)).status_code for action in ROW_ACTIONS] == [404] * 4


# -- the form -------------------------------------------------------------------------------------------------


def test_recorded_with_a_page_only(city, people, summary, city_centre):
    response = city.post(address("create"), data(page=summary.pk, title=""), follow=True)
    assert "文昌社区年度总结" in main_part(response)
    row = Adoption.objects.get()
    assert (row.county, row.site.title, row.points) == (city_centre.page, "文昌社区", channel().points)
    assert row.recorded_by == people.moderator()
    assert timezone.localdate(row.recorded_at) == timezone.localdate()


def test_changed_by_a_colleague_it_keeps_who_recorded_it(city, people, city_centre):
    row = make_adoption(city_centre, recorded_by=people.moderator("zulianbu2"))
    city.post(address("edit", row.pk), data(county=row.county_id, title="改过", points=9))
    row.refresh_from_db()
    assert (row.title, row.points, row.recorded_by) == ("改过", 9, people.moderator("zulianbu2"))


def test_another_channel_brings_its_points_unless_others_are_typed(city, city_centre):
    row = make_adoption(city_centre)
    same = data(county=row.county_id, title=row.title, points=row.points)
    city.post(address("edit", row.pk), same | {"channel": channel("全国级").pk})
    row.refresh_from_db()
    assert row.points == channel("全国级").points
    city.post(address("edit", row.pk), same | {"channel": channel("自治区级").pk, "points": 1})
    row.refresh_from_db()
    assert row.points == 1


def test_what_is_refused_is_said_in_the_form(city, summary, sanjiang):
    response = city.post(address("create"), data(page=summary.pk, county=sanjiang.page_id))
    message = errors(response)["county"][0]
    assert "城中区" in message
    assert message in main_part(response)
    assert errors(city.post(address("create"), {})) == {
        "channel": ["此项为必填项。"],
        "adopted_on": ["此项为必填项。"],
        "county": ["请选择县区。"],
        "title": ["请填写标题，或者选择本站的内容。"],
    }
    bad = data(page=10**12, county="x", channel="x", adopted_on="2020-02-30", points="-1", link="没有网址")
    assert set(errors(city.post(address("create"), bad))) == {
        "page", "county", "channel", "adopted_on", "points", "link",
    }  # fmt: skip
    assert not Adoption.objects.exists()


def test_the_same_twice_is_refused_in_the_form(city, summary):
    city.post(address("create"), data(page=summary.pk))
    response = city.post(address("create"), data(page=summary.pk))
    assert errors(response) == {"page": ["这篇内容这一天在这个渠道已经登记过了，不能重复登记。"]}
    assert Adoption.objects.count() == 1


def test_a_hidden_channel_is_offered_only_to_its_own_rows(city, city_centre):
    row = make_adoption(city_centre)
    AdoptionChannel.objects.filter(pk=row.channel_id).update(active=False)
    post = data(county=city_centre.page_id)
    assert list(errors(city.post(address("create"), post))) == ["channel"]
    assert city.post(address("edit", row.pk), post | {"remark": "补记"}).status_code == 302


def test_deleted(city, city_centre):
    row = make_adoption(city_centre)
    assert "确认删除" in main_part(city.get(address("delete", row.pk)))
    assert Adoption.objects.exists()
    city.post(address("delete", row.pk))
    assert not Adoption.objects.exists()


def test_no_english_is_seen(city, summary):
    city.post(address("create"), data(page=summary.pk, link="https://example.org/a"))
    row = Adoption.objects.get(page=summary.pk)
    city.post(address("edit", row.pk), data(page=summary.pk, title="改过"))
    row.recorded_by = None
    row.save()
    pages = [city.get(address(action)) for action in ACTIONS]
    pages += [city.get(address(action, row.pk)) for action in ROW_ACTIONS]
    pages += [city.get(address("index"), {"q": "没有这样的标题"}), city.post(address("create"), {})]
    assert [page.status_code for page in pages] == [200] * len(pages)
    assert [
        found
        for page in pages
        if (found := english(main_part(page), ("zulianbu", "https", "example", "org")))
    ] == []


def test_inspection_shows_exactly_these(city, summary):
    city.post(address("create"), data(page=summary.pk, points=0, link="https://example.org/a"))
    shown = city.get(address("inspect", Adoption.objects.get().pk)).context["fields"]
    assert [field["label"] for field in shown] == [
        "标题", "本站的内容", "县区", "示范点", "采用渠道", "采用日期", "分值", "刊登位置", "网址", "备注",
        "登记人", "登记时间",
    ]  # fmt: skip
    values = {field["label"]: field["value"] for field in shown}
    assert (values["分值"], values["采用日期"], values["备注"]) == ("0", "2020-05-01", "—")
    assert values["登记人"] == "zulianbu"
