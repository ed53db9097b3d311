"""The checks where people meet them: submitting, approving, the review screen, beside the form, in the preview."""

import pytest
from django.test import Client
from django.urls import reverse

from cms.workflow.ledger import Action, LedgerEntry
from pages.checks.runner import run
from pages.publishing import PublishingRefused
from tests.factories.pages import make_site, make_summary
from tests.flow import decide, fresh, publish, step, submit

from .forms import summary_data

pytestmark = pytest.mark.django_db
CODE = "450202"
ID_NUMBER = "45022319780512124X"
MOBILE = "13877212345"
SUBMIT = {"action-submit": "1"}


@pytest.fixture
def editor(people):
    return people.client(people.editor(CODE))


def with_text(county, text: str):
    return make_summary(make_site(county), text=text)


def keys(page) -> list[str]:
    return [one.key for one in run(fresh(page).get_latest_revision_as_object()).warnings]


def edit(client, page, text: str, **extra):
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, summary_data(fresh(page), f"<p>{text}</p>", **extra), follow=True)


def checked(client, page, text: str, **extra):
    url = reverse("cms_checks", args=[page.pk])
    return client.post(url, summary_data(fresh(page), f"<p>{text}</p>") | extra)


# -- submitting -------------------------------------------------------------------------------------------


def test_what_blocks_is_kept_as_a_draft_and_not_submitted(city_centre, editor):
    page = with_text(city_centre, "正文")
    said = edit(editor, page, f"身份证{ID_NUMBER}", **SUBMIT).content.decode()
    assert "有身份证号 450223********124X，不能公开" in said
    assert step(page) == ""
    assert ID_NUMBER in str(fresh(page).get_latest_revision_as_object().body)


def test_what_is_to_be_confirmed_may_be_submitted(city_centre, editor):
    page = with_text(city_centre, "正文")
    edit(editor, page, f"电话{MOBILE}", **SUBMIT)
    assert step(page) == "县区审定"


# -- approving --------------------------------------------------------------------------------------------


def test_nobody_approves_what_blocks_however_it_came_to_the_review(city_centre, people):
    page = with_text(city_centre, f"卡号6222021234567890128，身份证{ID_NUMBER}")
    submit(page, people.editor(CODE))
    with pytest.raises(PublishingRefused, match="有身份证号"):
        decide(page, people.lead(CODE))
    assert step(page) == "县区审定"


def test_each_reviewer_confirms_for_herself(city_centre, people):
    page = with_text(city_centre, f"电话{MOBILE}，邮箱weimou@qq.com")
    submit(page, people.editor(CODE))
    lead, moderator = people.lead(CODE), people.moderator()
    for confirmed in ([], keys(page)[:1], ["x"]):
        with pytest.raises(PublishingRefused, match="没有核对"):
            decide(page, lead, confirmed=confirmed)
    decide(page, lead, confirmed=keys(page))
    assert step(page) == "市级审核"
    with pytest.raises(PublishingRefused, match="还有 2 处提醒没有核对"):
        decide(page, moderator)
    decide(page, moderator, confirmed=keys(page))
    assert fresh(page).live


def test_what_was_confirmed_is_kept_with_the_approval_and_chained(city_centre, people):
    page = with_text(city_centre, f"电话{MOBILE}")
    submit(page, people.editor(CODE))
    decide(page, people.lead(CODE), confirmed=keys(page))
    entry = LedgerEntry.objects.get(action=Action.LEAD_APPROVED, page_id=page.pk)
    assert [(one["check"], one["severity"]) for one in entry.checks] == [("mobile", "warning")]
    assert entry.confirmed == [
        "正文第 1 块（正文段落）：有手机号 138****2345，公开前请征得本人同意，或者隐去中间四位。"
    ]
    assert entry.computed_hash() == entry.entry_hash
    entry.checks = []
    assert entry.computed_hash() != entry.entry_hash


def test_a_key_confirms_one_finding_in_one_place(city_centre):
    first = with_text(city_centre, f"电话{MOBILE}")
    other = with_text(city_centre, "电话13977212345")
    assert set(keys(first)).isdisjoint(keys(other))
    assert keys(first) == keys(first)


def test_wagtails_own_button_sends_to_the_review_screen(city_centre, people):
    page = with_text(city_centre, f"电话{MOBILE}")
    submit(page, people.editor(CODE))
    lead = people.client(people.lead(CODE))
    url = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[page.pk, "approve", fresh(page).current_workflow_task_state.pk],
    )
    said = lead.post(url, {"comment": ""}, follow=True).content.decode()
    assert "请打开审核页面" in said
    assert step(page) == "县区审定"


# -- the review screen ------------------------------------------------------------------------------------


def review(client, page, **data):
    data = {"action": "approve", "revision": fresh(page).latest_revision_id} | data
    return client.post(reverse("cms_review", args=[page.pk]), data)


def test_review_asks_for_each_tick_and_keeps_what_was_typed(city_centre, people):
    page = with_text(city_centre, f"电话{MOBILE}，邮箱weimou@qq.com")
    submit(page, people.editor(CODE))
    lead, (first, second) = people.client(people.lead(CODE)), keys(page)
    shown = lead.get(reverse("cms_review", args=[page.pk])).content.decode()
    assert shown.count('name="confirmed"') == 2
    assert "请逐项核对" in shown
    answer = review(lead, page, confirmed=[first], **{"approve-comment": "写得好"})
    said = answer.content.decode()
    assert "还没有通过：请逐项核对下面的提醒" in said
    assert f'value="{first}" form="approve-form" checked' in said
    assert f'value="{second}" form="approve-form" checked' not in said
    assert "写得好" in said
    assert step(page) == "县区审定"
    assert review(lead, page, confirmed=[first, second]).status_code == 302
    assert step(page) == "市级审核"
    shown = people.client(people.moderator()).get(reverse("cms_review", args=[page.pk])).content.decode()
    assert "核对过 2 处提醒" in shown


def test_review_shows_whose_faces_and_whether_they_agreed(city_centre, people):
    page = make_summary(make_site(city_centre))
    first, second, _third = [photo.image for photo in page.photos.all()]
    first.minors_shown = first.people_shown = True
    first.save()
    second.people_shown = second.consent_held = True
    second.photographer = "宣传干事"
    second.save()
    submit(page, people.editor(CODE))
    shown = people.client(people.lead(CODE)).get(reverse("cms_review", args=[page.pk])).content.decode()
    for words in (
        "有未成年人，没有登记同意",
        "有可辨认的人，已取得同意",
        "登记为没有可辨认的人",
        "宣传干事 摄",
    ):
        assert words in shown


# -- beside the form --------------------------------------------------------------------------------------


def test_the_list_beside_the_form_reads_what_is_typed_and_saves_nothing(city_centre, editor):
    page = with_text(city_centre, "正文")
    revision = fresh(page).latest_revision_id
    answer = checked(editor, page, f"身份证{ID_NUMBER}，电话{MOBILE}").json()
    assert (answer["blocking"], answer["warnings"]) == (1, 1)
    assert 'data-found="13877212345" data-better="138****2345"' in answer["html"]
    assert 'data-target="id_body"' in answer["html"]
    assert fresh(page).latest_revision_id == revision
    assert checked(editor, page, "正文").json()["html"].count("检查通过") == 1


def test_findings_in_rows_lead_to_their_row(city_centre, editor):
    page = make_summary(make_site(city_centre))
    page.photos = [*page.photos.all()]
    data = summary_data(page, "<p>正文</p>")
    data["photos-1-caption"] = f"身份证{ID_NUMBER}"
    answer = editor.post(reverse("cms_checks", args=[page.pk]), data).json()
    assert 'data-target="id_photos-1-caption"' in answer["html"]


def test_the_list_works_for_a_page_that_was_never_saved(city_centre, editor):
    site = make_site(city_centre)
    page = with_text(city_centre, "正文")
    url = reverse("cms_checks_new", args=["reports", "yearendsummarypage", site.pk])
    data = summary_data(page, f"<p>身份证{ID_NUMBER}</p>", photos=[])
    answer = editor.post(url, data | {"title": ""}).json()
    assert answer["blocking"] == 3
    for words in ("标题", "有身份证号", "需要 3 至 5 张照片"):
        assert words in answer["html"]
    assert site.get_children().count() == 0


def test_what_cannot_be_read_is_said(city_centre, editor):
    page = with_text(city_centre, "正文")
    answer = checked(editor, page, "正文", title="长" * 300).json()
    assert answer["blocking"] == 1
    assert "标题" in answer["html"]


def test_half_a_form_is_no_error_of_the_server(city_centre, editor):
    page = with_text(city_centre, "正文")
    answer = editor.post(reverse("cms_checks", args=[page.pk]), {"title": "标题"})
    assert (answer.status_code, answer.json()) == (400, {"message": "表单没有传完整，请稍后再试。"})


@pytest.mark.parametrize("who", ["other editor", "other lead", "nobody"])
def test_others_are_not_told(city_centre, people, who):
    page = with_text(city_centre, f"身份证{ID_NUMBER}")
    clients = {
        "other editor": lambda: people.client(people.editor("450226")),
        "other lead": lambda: people.client(people.lead("450226")),
        "nobody": Client,
    }
    client = clients[who]()
    new = reverse("cms_checks_new", args=["reports", "yearendsummarypage", page.get_parent().pk])
    for url in (reverse("cms_checks", args=[page.pk]), new):
        answer = client.post(url, summary_data(page))
        assert answer.status_code == 302
        assert ID_NUMBER[:6] not in answer.content.decode()


def test_the_form_has_the_panel_and_its_script(city_centre, editor):
    page = with_text(city_centre, "正文")
    for url in (
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        reverse("wagtailadmin_pages:add", args=["reports", "yearendsummarypage", page.get_parent().pk]),
    ):
        shown = editor.get(url).content.decode()
        assert "data-findings-list" in shown
        assert "admin/checks.js" in shown
        assert "发布前检查" in shown
        assert "data-checks-panel" not in shown, "Wagtail's own counts words between spaces"


# -- in the preview ---------------------------------------------------------------------------------------


def test_preview_has_the_findings_and_the_public_page_never(city_centre, people, editor):
    site = publish(make_site(city_centre), people)
    page = make_summary(site, text=f"电话{MOBILE}")
    shown = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).content.decode()
    assert "data-preview-checks" in shown
    assert "请核对 1 处" in shown
    submit(page, people.editor(CODE))
    decide(page, people.lead(CODE), confirmed=keys(page))
    decide(page, people.moderator(), confirmed=keys(page))
    public = Client().get(fresh(page).url).content.decode()
    assert "data-preview-checks" not in public
    assert "请核对" not in public
