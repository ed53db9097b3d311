"""The admin's searches find Chinese words, for everybody what her county may see and no more."""

import json

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model

from tests.factories.pages import make_site
from tests.factories.pictures import make_picture
from tests.media.samples import PDF

pytestmark = pytest.mark.django_db
FILES = (
    "wagtailimages:index", "wagtailimages_chooser:choose_results", "wagtaildocs:index", "wagtaildocs_chooser:choose_results",
)  # fmt: skip
WORDS = ("夜校", "夜校课", "夜", "yexiao", "yx", "夜校課")


@pytest.fixture
def drafts(city_centre, sanjiang):
    """A draft of each of two counties."""
    return make_site(city_centre, "江滨夜校课堂"), make_site(sanjiang, "鼓楼夜校课堂")


def found(client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("word", WORDS)
def test_page_search_and_chooser(drafts, people, word):
    client = people.client(people.editor("450202"))
    for name in ("wagtailadmin_pages:search", "wagtailadmin_choose_page_search"):
        html = found(client, f"{reverse(name)}?q={word}")
        assert "江滨夜校课堂" in html, name
        assert "鼓楼夜校课堂" not in html, name


def test_the_explorer_finds_below(drafts, city_centre, people):
    client = people.client(people.editor("450202"))
    url = reverse("wagtailadmin_explore", args=[city_centre.page.pk])
    assert "江滨夜校课堂" in found(client, f"{url}?q=夜校")
    assert "江滨夜校课堂" not in found(client, f"{url}?q=晚课")


@pytest.mark.parametrize("word", ["绣花", "xiuhua", "xh"])
def test_pictures_and_documents(city_centre, sanjiang, people, word):
    for county, title in [(city_centre, "江滨绣花课"), (sanjiang, "鼓楼绣花课")]:
        make_picture(county.collection, title=title)
        get_document_model().objects.create(
            title=title, file=ContentFile(PDF, "a.pdf"), collection=county.collection
        )
    client = people.client(people.editor("450202"))
    for name in (
        "wagtailimages:index",
        "wagtailimages_chooser:choose_results",
        "wagtaildocs:index",
        "wagtaildocs_chooser:choose_results",
    ):
        html = found(client, f"{reverse(name)}?q={word}")
        assert "江滨绣花课" in html, name
        assert "鼓楼绣花课" not in html, name


def test_captions_of_pictures_are_found(city_centre, people):
    make_picture(city_centre.collection, title="照片甲", caption="村口的刺绣摊")
    client = people.client(people.editor("450202"))
    assert "照片甲" in found(client, f"{reverse('wagtailimages:index')}?q=刺绣")


def test_the_admins_api_counts_what_it_lists(drafts, people):
    client = people.client(people.editor("450202"))
    answer = json.loads(found(client, reverse("wagtailadmin_api:pages:listing") + "?search=夜校"))
    assert [one["title"] for one in answer["items"]] == ["江滨夜校课堂"]
    assert answer["meta"]["total_count"] == 1
