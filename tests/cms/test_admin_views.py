"""The create and edit views: drafts survive a refusal, taking back has its time, nobody publishes by a button."""

import pytest
from django.urls import reverse
from wagtail.models import WorkflowState

from reports.models import YearEndSummaryPage
from tests.cms.forms import summary_data
from tests.factories.pages import make_site, make_summary
from tests.flow import decide, fresh, step, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def summary(city_centre):
    return make_summary(make_site(city_centre))


@pytest.fixture
def editor(people):
    return people.editor("450202")


@pytest.fixture
def client(people, editor):
    return people.client(editor)


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def messages_of(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def latest(page):
    return fresh(page).get_latest_revision_as_object()


def test_good_submission_goes_to_the_lead(client, summary):
    response = client.post(edit_url(summary), summary_data(summary, **{"action-submit": "1"}))
    assert response.status_code == 302
    assert step(summary) == "县区审定"


@pytest.mark.parametrize(
    ("text", "photos", "message"),
    [
        ("<p>" + "字" * 2001 + "</p>", 3, "现有 2,001 字，超过 2,000 字的上限"),
        ("<p>短。</p>", 2, "需要 3 至 5 张照片，现有 2 张"),
        ("", 3, "还没有正文"),
    ],
)
def test_refused_submission_says_why_and_is_kept_as_a_draft(client, summary, text, photos, message):
    rows = list(summary.photos.all())[:photos]
    data = summary_data(summary, text, rows, title="改过的标题", **{"action-submit": "1"})
    for row in list(summary.photos.all())[photos:]:
        number = len(rows)
        data |= {
            f"photos-{number}-id": row.pk,
            f"photos-{number}-DELETE": "on",
            "photos-TOTAL_FORMS": number + 1,
        }
        data |= {
            f"photos-{number}-image": row.image_id,
            f"photos-{number}-ORDER": "",
            "photos-INITIAL_FORMS": number + 1,
        }
    response = client.post(edit_url(summary), data, follow=True)
    assert message in messages_of(response)
    assert "已存为草稿" in messages_of(response)
    kept = latest(summary)
    assert kept.title == "改过的标题"
    assert kept.photos.count() == photos
    assert kept.count_characters() == len(text.replace("<p>", "").replace("</p>", ""))
    assert not WorkflowState.objects.exists()


def test_refused_submission_of_a_new_page_keeps_it_too(client, summary):
    site = summary.get_parent()
    url = reverse("wagtailadmin_pages:add", args=["reports", "yearendsummarypage", site.pk])
    new = YearEndSummaryPage(title="刚写的总结", year=2020)
    response = client.post(url, summary_data(new, photos=[], **{"action-submit": "1"}), follow=True)
    assert "需要 3 至 5 张照片，现有 0 张" in messages_of(response)
    kept = YearEndSummaryPage.objects.get(title="刚写的总结")
    assert not kept.live
    assert not kept.workflow_in_progress


def test_a_second_summary_of_the_year_is_refused_at_submission(client, summary):
    site = summary.get_parent()
    twin = make_summary(site)
    response = client.post(edit_url(twin), summary_data(twin, **{"action-submit": "1"}), follow=True)
    assert "一年只报一份" in messages_of(response)
    assert step(twin) == ""


def test_incomplete_draft_can_be_saved(client, summary):
    data = summary_data(summary, "", [], year="", title="只有标题")
    data |= {"photos-TOTAL_FORMS": 0, "photos-INITIAL_FORMS": 0}
    assert client.post(edit_url(summary), data).status_code == 302
    assert latest(summary).title == "只有标题"


@pytest.mark.parametrize("who", ["editor", "lead", "moderator", "admin"])
def test_publish_posted_by_hand_only_saves(summary, people, who):
    user = getattr(people, who)(*(["450202"] if who in ("editor", "lead") else []))
    people.client(user).post(edit_url(summary), summary_data(summary, **{"action-publish": "1"}))
    assert not fresh(summary).live


def cancel(client, page, action="action-cancel-workflow"):
    return client.post(edit_url(page), summary_data(page, **{action: "1"}))


def test_editor_takes_back_while_the_lead_has_not_decided(client, editor, summary):
    submit(summary, editor)
    cancel(client, summary)
    assert step(summary) == ""


@pytest.mark.parametrize("action", ["action-cancel-workflow", "action-restart-workflow"])
def test_with_the_city_the_county_is_locked_and_cannot_take_back(client, editor, summary, people, action):
    submit(summary, editor)
    decide(summary, people.lead("450202"))
    before = fresh(summary).latest_revision_id
    for one in (client, people.client(people.lead("450202")), people.client(people.admin())):
        cancel(one, summary, action)
    assert step(summary) == "市级审核"
    assert fresh(summary).latest_revision_id == before


def test_locked_out_editor_cannot_save(client, editor, summary):
    submit(summary, editor)
    before = fresh(summary).latest_revision_id
    client.post(edit_url(summary), summary_data(summary, title="偷改"))
    assert fresh(summary).latest_revision_id == before


def test_reviewer_edits_and_approves_in_one_request_and_it_is_judged_after_the_save(summary, editor, people):
    submit(summary, editor)
    decide(summary, people.lead("450202"))
    moderator = people.client(people.moderator())
    data = summary_data(
        summary, title="市级顺手改的", **{"action-workflow-action": "1", "workflow-action-name": "approve"}
    )
    moderator.post(edit_url(summary), data)
    assert not fresh(summary).live
    assert step(summary) == "县区审定"
    assert latest(summary).title == "市级顺手改的"


@pytest.mark.parametrize("who", ["editor", "lead", "moderator"])
def test_form_has_no_publish_button(summary, people, who):
    user = getattr(people, who)(*(["450202"] if who in ("editor", "lead") else []))
    page = people.client(user).get(edit_url(summary)).content.decode()
    assert "action-publish" not in page
    assert 'name="action-submit"' in page or who == "moderator"


def test_a_refusal_says_why_where_the_user_was(summary, editor, people):
    """Wagtail alone would say that something is not permitted."""
    submit(summary, editor)
    lead = people.client(people.lead("450202"))
    data = summary_data(summary, **{"action-workflow-action": "1", "workflow-action-name": "reject"})
    response = lead.post(
        edit_url(summary), data, headers={"referer": f"http://testserver{edit_url(summary)}"}, follow=True
    )
    assert "退回时请写明理由" in messages_of(response)
    assert step(summary) == "县区审定"


def test_words_of_a_held_picture_stay_and_the_form_says_why(summary, editor, client):
    submit(summary, editor)
    image = summary.photos.first().image
    data = {"title": image.title, "caption": "换了的说明", "collection": image.collection_id}
    response = client.post(reverse("wagtailimages:edit", args=[image.pk]), data)
    assert "正用在送审的页面" in response.content.decode()
    image.refresh_from_db()
    assert image.caption == ""


def test_a_second_summary_of_the_year_is_refused_at_its_creation_too(client, summary):
    site = summary.get_parent()
    url = reverse("wagtailadmin_pages:add", args=["reports", "yearendsummarypage", site.pk])
    rows = list(summary.photos.all())
    for row in rows:
        row.pk = None
    new = YearEndSummaryPage(title="第二份", year=summary.year)
    response = client.post(url, summary_data(new, photos=rows, **{"action-submit": "1"}), follow=True)
    assert "一年只报一份" in messages_of(response)
    assert not YearEndSummaryPage.objects.get(title="第二份").workflow_in_progress


def test_somebody_with_a_history_is_not_deleted_but_closed(summary, editor, people):
    submit(summary, editor)
    admin = people.client(people.admin())
    url = reverse("wagtailusers_users:delete", args=[editor.pk])
    response = admin.post(url, headers={"referer": "http://testserver/admin/users/"}, follow=True)
    assert "请改为停用" in messages_of(response)
    assert type(editor).objects.filter(pk=editor.pk).exists()


@pytest.mark.parametrize("who", ["moderator", "lead_elsewhere"])
def test_drafts_of_a_county_are_not_deleted_or_moved_by_others(summary, city_centre, people, who):
    client = people.client(people.moderator() if who == "moderator" else people.lead("450226"))
    other = make_site(city_centre)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{bulk}?id={summary.pk}", {"confirm": "1"})
    client.post(reverse("wagtailadmin_pages:delete", args=[summary.pk]))
    client.post(reverse("wagtailadmin_pages:move_confirm", args=[summary.pk, other.pk]))
    assert fresh(summary).get_parent().pk == summary.get_parent().pk


def test_submission_says_whom_to_ask_when_there_is_no_lead(client, summary, people):
    response = client.post(edit_url(summary), summary_data(summary, **{"action-submit": "1"}), follow=True)
    assert "没有可用的审定账号" in messages_of(response)
    assert "市妇联组联部" in messages_of(response)
    cancel(client, summary)
    people.lead("450202")
    response = client.post(edit_url(summary), summary_data(summary, **{"action-submit": "1"}), follow=True)
    assert "没有可用的审定账号" not in messages_of(response)
