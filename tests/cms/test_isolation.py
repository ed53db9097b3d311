"""What another county has not published is not opened, listed, searched or chosen by anybody else's staff."""

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import ReferenceIndex

from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import decide, fresh, publish, submit
from tests.media.samples import PDF

pytestmark = pytest.mark.django_db
PAGE, IMAGE, DOCUMENT = "内部草稿甲", "内部照片乙", "内部文件丙"


@pytest.fixture
def secret(city_centre):
    """An unpublished page of 城中区 with pictures and a document in its collection."""
    page = make_summary(make_site(city_centre, title=f"{PAGE}示范点"), title=f"{PAGE}总结")
    image = make_picture(city_centre.collection, title=IMAGE)
    document = get_document_model().objects.create(
        title=DOCUMENT, file=ContentFile(PDF, "plan.pdf"), collection=city_centre.collection
    )
    return page, image, document


@pytest.fixture
def stranger(people):
    return people.client(people.editor("450226"))


def page_urls(page) -> list[str]:
    revision = page.latest_revision_id
    named = {
        "explore": reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        "chooser": reverse("wagtailadmin_choose_page_child", args=[page.get_parent().pk]),
        "search chooser": reverse("wagtailadmin_choose_page_search") + f"?q={PAGE}",
        "search": reverse("wagtailadmin_pages:search") + f"?q={PAGE}",
        "review": reverse("cms_review", args=[page.pk]),
        "compare": reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"]),
        "revision": reverse("wagtailadmin_pages:revisions_view", args=[page.pk, revision]),
        "revert": reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision]),
        "api": reverse("wagtailadmin_api:pages:detail", args=[page.pk]),
        "api list": reverse("wagtailadmin_api:pages:listing") + f"?search={PAGE}",
        "home": reverse("wagtailadmin_home"),
    }
    for name in [
        "edit",
        "view_draft",
        "history",
        "workflow_history",
        "copy",
        "move",
        "delete",
        "unpublish",
        "usage",
    ]:
        named[name] = reverse(f"wagtailadmin_pages:{name}", args=[page.pk])
    return list(named.values())


def file_urls(image, document) -> list[str]:
    return [
        reverse("wagtailimages:index") + f"?q={IMAGE}",
        reverse("wagtailimages:edit", args=[image.pk]),
        reverse("wagtailimages:delete", args=[image.pk]),
        reverse("wagtailimages:image_usage", args=[image.pk]),
        reverse("wagtailimages:url_generator", args=[image.pk]),
        reverse("wagtailimages:preview", args=[image.pk, "max-100x100"]),
        reverse("wagtailimages_chooser:choose") + f"?q={IMAGE}",
        reverse("wagtailimages_chooser:choose_results") + f"?q={IMAGE}",
        reverse("wagtailimages_chooser:chosen", args=[image.pk]),
        reverse("wagtailimages_chooser:chosen_multiple") + f"?id={image.pk}",
        reverse("media_original", args=[image.pk]),
        reverse("wagtaildocs:index") + f"?q={DOCUMENT}",
        reverse("wagtaildocs:edit", args=[document.pk]),
        reverse("wagtaildocs:delete", args=[document.pk]),
        reverse("wagtaildocs:document_usage", args=[document.pk]),
        reverse("wagtaildocs_chooser:choose") + f"?q={DOCUMENT}",
        reverse("wagtaildocs_chooser:chosen", args=[document.pk]),
        reverse("wagtailadmin_api:images:detail", args=[image.pk]),
        reverse("wagtailadmin_api:images:listing"),
        reverse("wagtailadmin_api:documents:detail", args=[document.pk]),
        reverse("wagtailadmin_api:documents:listing"),
        document.url,
    ]


def body(response) -> str:
    """What the response says, without the words of the search itself."""
    if response.streaming or (
        "text" not in response["content-type"] and "json" not in response["content-type"]
    ):
        return f"<{response['content-type']}>"
    return response.content.decode()


@pytest.mark.parametrize("state", ["draft", "with the lead", "with the city"])
def test_nothing_of_it_reaches_another_countys_editor(secret, stranger, people, state):
    page, image, document = secret
    if state != "draft":
        submit(page, people.editor("450202"))
    if state == "with the city":
        decide(page, people.lead("450202"))
    for url in [*page_urls(page), *file_urls(image, document)]:
        response = stranger.get(url)
        said = (
            body(response)
            .replace(f'value="{PAGE}"', "")
            .replace(f'value="{IMAGE}"', "")
            .replace(f'value="{DOCUMENT}"', "")
        )
        for word in (f"{PAGE}总结", f"{PAGE}示范点", "照片0", "说明0"):
            assert word not in said, url
        listed = response.status_code == 200 and "?q=" in url
        assert IMAGE not in said or (listed and said.count(IMAGE) <= 2), url
        assert response.status_code in (200, 302, 403, 404), url
        assert not said.startswith("<image"), url


@pytest.mark.parametrize("name", ["edit", "view_draft", "copy", "delete"])
def test_its_views_are_refused(secret, stranger, name):
    response = stranger.get(reverse(f"wagtailadmin_pages:{name}", args=[secret[0].pk]))
    assert (response.status_code, response.headers.get("location")) == (302, reverse("wagtailadmin_home"))


def test_own_editor_does_reach_all_of_it(secret, people):
    """The addresses are right: what the stranger is refused, the county's own editor gets."""
    page, image, document = secret
    own = people.client(people.editor("450202"))
    for url in [
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[page.pk]),
        reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
        reverse("wagtailimages:edit", args=[image.pk]),
        reverse("wagtailimages_chooser:chosen", args=[image.pk]),
        reverse("wagtaildocs:edit", args=[document.pk]),
        document.url,
    ]:
        assert own.get(url).status_code == 200, url
    assert PAGE in own.get(reverse("wagtailadmin_explore", args=[page.get_parent().pk])).content.decode()


def test_the_public_gets_neither_draft_nor_document(secret):
    page, _image, document = secret
    client = Client()
    assert client.get(f"/chengzhong/{page.get_parent().slug}/{page.slug}/").status_code == 404
    assert client.get(document.url).status_code == 404


def test_document_is_public_while_a_published_page_shows_it(secret, city_centre, people):
    _page, _image, document = secret
    client = Client()
    site = publish(make_site(city_centre), people)
    summary = make_summary(site)
    summary.body.append(("document", {"document": document, "title": ""}))
    summary.save_revision()
    assert client.get(document.url).status_code == 404
    live = publish(summary, people)
    ReferenceIndex.create_or_update_for_object(live)
    assert client.get(document.url).status_code == 200
    fresh(live).unpublish()
    assert client.get(document.url).status_code == 404


def test_a_forged_picture_is_not_accepted(secret, sanjiang, people):
    """An id typed into the request is judged like one that was chosen."""
    _page, image, _document = secret
    own = make_summary(make_site(sanjiang))
    editor = people.editor("450226")
    form_class = type(own).get_edit_handler().get_form_class()
    changed = fresh(own).get_latest_revision_as_object()
    photos = list(changed.photos.all())
    photos[0].image = image
    changed.photos.set(photos)
    assert [file.pk for file in form_class.foreign_files(changed, editor, before=own)] == [image.pk]
