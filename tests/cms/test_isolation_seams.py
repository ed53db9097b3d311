"""Titles, file names and people of another county do not come out by forged ids or by lists of filters."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Page

from cms.admin.isolation.policies import Need, need_of
from tests.cms.forms import summary_data
from tests.cms.url_table_visits import words
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import decide, fresh, publish, submit
from tests.media.samples import PDF

pytestmark = pytest.mark.django_db
SECRET = "qx7zk9"


@pytest.fixture
def author(people):
    """An editor of 城中区."""
    return people.editor("450202", "qx7zk9-editor")


@pytest.fixture
def secret(city_centre, author):
    """A draft of 城中区; its name is in no public place."""
    return make_site(city_centre, title="草稿Qx7zk9", owner=author)


@pytest.fixture
def own(sanjiang):
    """A summary of 三江."""
    return make_summary(make_site(sanjiang, title="三江社区"))


@pytest.fixture
def stranger(people):
    """A browser of 三江's editor."""
    return people.client(people.editor("450226"))


@pytest.fixture
def renamed(city_centre, people, author):
    """A published page of 城中区 whose draft has another title already."""
    page = publish(make_site(city_centre, title="公开示范点"), people)
    page.title = "公开示范点Qx7zk9"
    page.save_revision(user=author, log_action=True)
    Page.objects.filter(pk=city_centre.page_id).update(live=True)
    return fresh(page)


def page_url(name: str, *args) -> str:
    return reverse(f"wagtailadmin_pages:{name}", args=args)


# -- what an address names ---------------------------------------------------------------------------------


def test_move_confirmation_names_neither_a_foreign_page_nor_a_foreign_destination(stranger, secret, own):
    for one, other in [(secret.pk, own.get_parent().pk), (own.pk, secret.pk)]:
        response = stranger.get(page_url("move_confirm", one, other))
        assert response.url == reverse("wagtailadmin_home")
        assert SECRET not in words(response)


def test_question_before_cancelling_is_for_the_own_county(stranger, secret, author):
    submit(secret, author)
    response = stranger.get(page_url("confirm_workflow_cancellation", secret.pk))
    assert response.url == reverse("wagtailadmin_home")


def test_parts_of_another_page_are_not_there(people, own, city_centre):
    """A lead of both pages' counties would still get the form of the wrong submission."""
    foreign = make_summary(make_site(city_centre))
    submit(foreign, people.editor("450202"))
    submit(own, people.editor("450226"))
    state = fresh(foreign).current_workflow_task_state
    lead = people.client(people.lead("450226"))
    for url in [
        page_url("workflow_action", own.pk, "approve", state.pk),
        page_url("workflow_history_detail", own.pk, state.workflow_state_id),
        page_url("revisions_view", own.pk, foreign.latest_revision_id),
    ]:
        assert lead.get(url).url == reverse("wagtailadmin_home"), url
    assert (
        lead.get(
            page_url("workflow_action", own.pk, "approve", fresh(own).current_workflow_task_state.pk)
        ).status_code
        == 200
    )


@pytest.mark.parametrize("name", ["copy", "move"])
def test_a_foreign_destination_is_not_named(stranger, secret, own, name):
    own.slug = "same"
    own.save()
    make_summary(secret, slug="same")
    data = {"new_title": "副本", "new_slug": "same", "new_parent_page": secret.pk}
    response = stranger.post(page_url(name, own.pk), data)
    assert response.url == reverse("wagtailadmin_home")
    assert SECRET not in words(response)


@pytest.mark.parametrize("action", ["delete", "move", "publish", "unpublish"])
def test_bulk_actions_name_own_pages_only(stranger, secret, own, action):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    for query in (f"?id={secret.pk}", f"?id=all&childOf={secret.get_parent().pk}"):
        response = stranger.get(url + query)
        assert response.status_code == 404
    both = stranger.get(f"{url}?id={secret.pk}&id={own.pk}")
    assert own.title in words(both)
    assert SECRET not in words(both)


def test_bulk_move_does_not_name_a_foreign_destination(stranger, secret, own):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])
    response = stranger.post(f"{url}?id={own.pk}", {"chooser": secret.pk})
    assert response.url == reverse("wagtailadmin_home")


def test_bulk_actions_on_accounts_are_for_administrators(stranger, people, author):
    url = reverse("wagtail_bulk_action", args=["auth", "user", "delete"]) + f"?id={author.pk}"
    for client in (stranger, people.client(people.moderator())):
        assert client.get(url).url == reverse("wagtailadmin_home")
    assert people.client(people.admin()).get(url).status_code == 200


@pytest.mark.parametrize("twin", ["", "_results"])
@pytest.mark.parametrize(
    "name", ["reports:workflow", "reports:workflow_tasks", "reports:site_history", "reports:aging_pages"]
)
def test_reports_over_all_counties_are_not_for_counties(stranger, people, name, twin):
    url = reverse(f"wagtailadmin_{name}{twin}")
    assert stranger.get(url).url == reverse("wagtailadmin_home")
    assert people.client(people.admin()).get(url).status_code == 200


def test_lists_of_a_type_and_of_tags_are_not_for_counties(stranger):
    for url in [
        page_url("type_use", "pages", "sitepage"),
        page_url("type_use_results", "pages", "sitepage"),
        reverse("wagtailadmin_tag_autocomplete"),
    ]:
        assert stranger.get(url).url == reverse("wagtailadmin_home")


def test_what_an_upgrade_brings_is_for_administrators_until_it_is_decided():
    assert need_of("wagtailsomething:new") is Need.ADMINISTRATOR
    assert need_of("wagtailadmin_new") is Need.ADMINISTRATOR


# -- the page chooser --------------------------------------------------------------------------------------


def test_chooser_opens_at_no_foreign_draft(stranger, secret, people):
    url = reverse("wagtailadmin_choose_page_child", args=[secret.pk])
    assert stranger.get(url).status_code == 404
    assert people.client(people.editor("450202")).get(url).status_code == 200


def test_chooser_does_not_start_in_a_foreign_draft(stranger, secret):
    """Wagtail starts at the parent that all pages of a type share."""
    make_summary(secret)
    response = stranger.get(reverse("wagtailadmin_choose_page") + "?page_type=reports.YearEndSummaryPage")
    assert response.json()["parent_page_id"] == Page.get_first_root_node().pk
    assert SECRET not in words(response)


def test_a_foreign_draft_cannot_be_chosen_by_its_id(stranger, secret, own, renamed):
    url = reverse("wagtailadmin_choose_page_chosen_multiple")
    assert stranger.get(f"{url}?id={secret.pk}").status_code == 404
    assert stranger.get(f"{url}?id={own.pk}&id={renamed.pk}").status_code == 200


def test_a_live_page_below_an_unpublished_one_is_not_offered(stranger, city_centre, people):
    site = publish(make_site(city_centre, title="将撤下的Qx7zk9"), people)
    publish(make_summary(site, title="示范总结甲"), people)
    url = reverse("wagtailadmin_choose_page_search") + "?q=示范总结"
    Page.objects.filter(pk=city_centre.page_id).update(live=True)
    assert "示范总结甲" in words(stranger.get(url))
    Page.objects.filter(pk=site.pk).update(live=False)
    assert "示范总结甲" not in words(stranger.get(url))


@pytest.mark.parametrize("query", ["choose-page/search/?q=公开示范点", "choose-page/chosen-multiple/?id={0}"])
def test_a_published_page_is_shown_by_its_published_title(stranger, renamed, people, query):
    address = "/admin/" + query.format(renamed.pk)
    assert "公开示范点" in words(stranger.get(address))
    assert SECRET not in words(stranger.get(address))
    assert SECRET in words(people.client(people.editor("450202")).get(address))


@pytest.mark.parametrize("suffix", ["", "?from=mail"])
def test_an_address_becomes_a_link_by_the_published_title(stranger, renamed, suffix):
    data = {"external-link-chooser-url": renamed.full_url + suffix, "external-link-chooser-link_text": ""}
    response = stranger.post(reverse("wagtailadmin_choose_page_external_link"), data)
    assert response.json()["step"] == "external_link_chosen"
    assert SECRET not in words(response)
    assert ("adminTitle" in response.json()["result"]) == (not suffix)


# -- forms -------------------------------------------------------------------------------------------------


@pytest.fixture
def files(city_centre):
    """A picture and a document of 城中区."""
    document = get_document_model().objects.create(
        title="文件Qx7zk9", file=ContentFile(PDF, "qx7zk9plan.pdf"), collection=city_centre.collection
    )
    return make_picture(city_centre.collection, title="照片Qx7zk9", description="描述Qx7zk9"), document


def edit(client, page, text: str, photos=None, name: str = "edit", **extra):
    data = summary_data(page, text, photos, **extra)
    return client.post(page_url(name, page.pk), data)


def with_photo(page, image) -> list:
    rows = list(page.photos.all())
    rows[0].image = image
    return rows


def page_link(page) -> str:
    return f'<p><a linktype="page" id="{page.pk}">链接</a></p>'


@pytest.mark.parametrize("title", ["总结", ""])
def test_a_refused_form_does_not_show_what_a_forged_id_names(stranger, own, secret, files, title):
    """Refused for the ids, or before anybody looked at them, for the empty title."""
    image, document = files
    text = page_link(secret) + f'<p><a linktype="document" id="{document.pk}">文件</a></p>'
    response = edit(stranger, own, text, with_photo(own, image), title=title)
    assert response.status_code == 200
    said = words(response)
    assert "其他县区未公开的内容" in said
    assert SECRET not in said


def test_a_forged_id_reaches_no_preview(stranger, own, secret, files):
    image, _document = files
    for text, photos in [("<p>文</p>", with_photo(own, image)), (page_link(secret), None)]:
        response = edit(stranger, own, text, photos, name="preview_on_edit")
        assert response.json()["is_valid"] is False


def test_a_link_to_a_foreign_draft_is_refused(stranger, own, secret):
    before = own.latest_revision_id
    response = edit(stranger, own, page_link(secret))
    assert f"不能链接到编号为 {secret.pk} 的页面" in words(response)
    assert fresh(own).latest_revision_id == before


def test_links_to_own_drafts_and_to_published_pages_are_accepted(stranger, own, renamed):
    text = page_link(own.get_parent()) + page_link(renamed)
    assert edit(stranger, own, text).status_code == 302


def test_a_link_that_was_there_before_does_not_lock_its_editor_out(stranger, own, secret):
    own.body = [("paragraph", page_link(secret))]
    own.save_revision()
    assert edit(stranger, own, page_link(secret)).status_code == 302
    assert SECRET not in words(stranger.get(page_url("edit", own.pk)))


# -- people ------------------------------------------------------------------------------------------------


def test_filters_name_own_people_and_the_city_only(stranger, sanjiang, secret, own, renamed, people):
    mine = make_site(sanjiang, owner=people.editor("450226"))
    mine.save_revision(user=people.lead("450226"), log_action=True)
    names = ["editor-450226", "lead-450226"]
    for url in [reverse("wagtailadmin_explore", args=[sanjiang.page_id]), page_url("search")]:
        said = words(stranger.get(url))
        assert SECRET not in said, url
        if "search" not in url:
            assert [name for name in names if name in said] == names
    city = words(
        people.client(people.moderator()).get(reverse("wagtailadmin_explore", args=[sanjiang.page_id]))
    )
    assert "qx7zk9-editor" in city


def test_menu_of_reports_has_what_may_be_opened(people):
    def labels(user) -> str:
        return words(people.client(user).get(reverse("wagtailadmin_home")))

    history = reverse("wagtailadmin_reports:site_history")
    workflow = reverse("wagtailadmin_reports:workflow")
    assert workflow in labels(people.moderator())
    assert history not in labels(people.moderator())
    assert history in labels(people.admin())
    assert workflow not in labels(people.editor("450226"))


def test_a_reviewers_comment_stays_in_its_county(stranger, secret, author, people):
    submit(secret, author)
    decide(secret, people.lead("450202"), "reject", "理由Qx7zk9")
    for url in [page_url("history", secret.pk), page_url("edit", secret.pk), reverse("wagtailadmin_home")]:
        assert SECRET not in words(stranger.get(url))
