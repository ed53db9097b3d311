"""A county sees nothing of another county's pictures and documents, whichever address it tries."""

import json

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

KINDS = ["image", "document"]


def text_of(response) -> str:
    """Return what the response says; JSON writes Chinese as escapes."""
    if "json" in response["Content-Type"]:
        return json.dumps(response.json(), ensure_ascii=False)
    return response.content.decode()


@pytest.fixture(autouse=True)
def as_editor(client, counties):
    client.force_login(counties.here.editor)


@pytest.mark.parametrize("kind", KINDS)
def test_admin_api_lists_own_files_only(client, counties, kind):
    url = f"/admin/api/main/{kind}s/"
    listing = client.get(url).json()
    assert [item["id"] for item in listing["items"]] == [getattr(counties.here, kind).pk]
    assert client.get(f"{url}{getattr(counties.here, kind).pk}/").status_code == 200
    assert client.get(f"{url}{getattr(counties.there, kind).pk}/").status_code == 404
    assert client.get(url, {"search": "乙县"}).json()["meta"]["total_count"] == 0


def test_admin_api_gives_the_original_by_the_guarded_address(client, counties):
    item = client.get("/admin/api/main/images/").json()["items"][0]
    assert item["meta"]["download_url"].endswith(f"/admin/images/{counties.here.image.pk}/original/")


def test_admin_api_is_for_staff(client):
    client.logout()
    assert client.get("/admin/api/main/images/").status_code in (302, 403)


@pytest.mark.parametrize(
    "name", ["wagtailimages_chooser:choose", "wagtailimages_chooser:choose_results", "wagtailimages:index"]
)
def test_image_lists(client, name):
    page = text_of(client.get(reverse(name)))
    assert "甲县的草稿照片" in page
    assert "乙县" not in page


@pytest.mark.parametrize(
    "name", ["wagtaildocs_chooser:choose", "wagtaildocs_chooser:choose_results", "wagtaildocs:index"]
)
def test_document_lists(client, name):
    page = text_of(client.get(reverse(name)))
    assert "甲县的草稿文件" in page
    assert "乙县" not in page


ADDRESSES = [
    "wagtailimages:edit",
    "wagtailimages:delete",
    "wagtailimages:image_usage",
    "wagtailimages_chooser:chosen",
    "wagtailimages_chooser:select_format",
    "media_original",
    "wagtaildocs:edit",
    "wagtaildocs:delete",
    "wagtaildocs:document_usage",
    "wagtaildocs_chooser:chosen",
]


@pytest.mark.parametrize("name", ADDRESSES)
def test_addresses_of_a_file_are_open_to_its_county_only(client, counties, name):
    kind = "document" if name.startswith("wagtaildocs") else "image"
    own, foreign = (
        reverse(name, args=[getattr(county, kind).pk]) for county in (counties.here, counties.there)
    )
    assert client.get(own).status_code == 200
    assert client.get(foreign).status_code in (302, 403)
    assert "乙县" not in text_of(client.get(foreign, follow=True))


def test_no_signed_addresses_for_any_size_are_given_out(client, counties):
    """They would make a public copy of any draft in any size; the view that serves them is not mounted."""
    address = reverse("wagtailimages:url_generator", args=[counties.here.image.pk])
    assert client.get(address).status_code in (302, 404)


def test_preview_of_another_countys_photo(client, counties):
    preview = reverse("wagtailimages:preview", args=[counties.there.image.pk, "original"])
    assert client.get(preview).status_code in (302, 403)


@pytest.mark.parametrize("kind", KINDS)
def test_several_chosen_at_once(client, counties, kind):
    name = "wagtailimages_chooser" if kind == "image" else "wagtaildocs_chooser"
    ids = [getattr(county, kind).pk for county in (counties.here, counties.there)]
    answer = text_of(client.get(reverse(f"{name}:chosen_multiple"), {"id": ids}))
    assert "甲县" in answer
    assert "乙县" not in answer


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("action", ["delete", "add_to_collection"])
def test_bulk_action_neither_shows_nor_touches_another_countys_file(client, counties, kind, action):
    own, foreign = getattr(counties.here, kind), getattr(counties.there, kind)
    url = reverse("wagtail_bulk_action", args=["media", f"custom{kind}", action])
    page = text_of(client.get(url, {"id": [own.pk, foreign.pk]}))
    assert own.title in page
    assert foreign.title not in page
    assert client.get(url, {"id": foreign.pk}).status_code == 404
    data = {"collection": counties.here.collection.pk}
    client.post(f"{url}?id={foreign.pk}", data)
    foreign.refresh_from_db()
    assert foreign.collection == counties.there.collection


@pytest.mark.parametrize("kind", KINDS)
def test_tags_which_all_counties_share_are_not_offered(client, counties, kind):
    url = reverse("wagtail_bulk_action", args=["media", f"custom{kind}", "add_tags"])
    assert client.get(url, {"id": getattr(counties.here, kind).pk}).status_code == 404
    index = "wagtailimages:index" if kind == "image" else "wagtaildocs:index"
    assert "add_tags" not in text_of(client.get(reverse(index)))
    edit = "wagtailimages:edit" if kind == "image" else "wagtaildocs:edit"
    form = client.get(reverse(edit, args=[getattr(counties.here, kind).pk])).context["form"]
    assert "tags" not in form.fields


def test_collections_of_other_counties_are_not_offered(client, counties):
    for name in ("wagtailimages:add_multiple", "wagtaildocs:add_multiple", "wagtailimages:index"):
        assert "乙县" not in text_of(client.get(reverse(name)))


def test_twin_of_another_countys_photo_is_not_mentioned(client, counties):
    from .samples import drawn, upload

    data = {
        "title": "同一张",
        "files[]": upload("photo.jpg", drawn(size=(300, 200), colour="blue")),
        "collection": counties.here.collection.pk,
    }
    answer = client.post(reverse("wagtailimages:add_multiple"), data).json()
    assert answer["success"]
    assert answer["duplicate"] is False
