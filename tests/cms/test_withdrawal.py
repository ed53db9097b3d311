"""撤稿: at once, with a reason, by the county's lead or the department; back only through the review."""

import pytest
from django.urls import reverse

from cms.workflow.ledger import Action, LedgerEntry
from cms.workflow.withdrawing import NotWithdrawn, withdraw
from pages.models import HomePage
from pages.publishing import PublishingRefused
from tests.factories.pages import make_notice, make_site, make_summary
from tests.flow import decide, fresh, publish, step, submit

pytestmark = pytest.mark.django_db
REASON = "照片涉及个人信息，需要更换。"


@pytest.fixture
def site(city_centre, people):
    return publish(make_site(city_centre, "文昌社区"), people)


@pytest.fixture
def summary(site, people):
    return publish(make_summary(site, title="文昌的总结"), people)


def post(client, page, **data):
    return client.post(reverse("cms_withdraw", args=[page.pk]), {"reason": REASON, **data})


@pytest.mark.parametrize(
    ("who", "may"),
    [("lead", True), ("moderator", True), ("admin", True), ("editor", False), ("other_lead", False), ("other_editor", False)],
)  # fmt: skip
def test_who_may_withdraw_a_countys_page(who, may, summary, people):
    users = {
        "lead": lambda: people.lead("450202"),
        "editor": lambda: people.editor("450202"),
        "other_lead": lambda: people.lead("450226"),
        "other_editor": lambda: people.editor("450226"),
        "moderator": people.moderator,
        "admin": people.admin,
    }
    client = people.client(users[who]())
    response = client.get(reverse("cms_withdraw", args=[summary.pk]))
    assert (response.status_code == 200) == may
    post(client, summary)
    assert fresh(summary).live != may


def test_a_citys_page_is_the_departments_and_home_stays(people):
    notice = publish(make_notice("通知"), people)
    with pytest.raises(NotWithdrawn):
        withdraw(notice, people.lead("450202"), REASON)
    withdraw(notice, people.moderator(), REASON)
    assert not fresh(notice).live
    with pytest.raises(NotWithdrawn):
        withdraw(HomePage.objects.get(), people.admin(), REASON)


def test_readers_are_told_at_once_and_find_it_nowhere(summary, people, client):
    address = summary.url
    assert client.get(address).status_code == 200
    assert summary.title in client.get("/summaries/").content.decode()
    image = summary.photos.first().image
    assert image.renditions.exists()
    post(people.client(people.lead("450202")), summary)
    response = client.get(address)
    assert response.status_code == 410
    said = response.content.decode()
    assert "这个页面已撤下" in said
    assert "noindex" in said
    assert summary.title not in said
    assert REASON not in said
    assert summary.title not in client.get("/summaries/").content.decode()
    assert not image.renditions.exists()
    assert client.get(f"{address}nichts/").status_code == 404


def test_what_was_never_public_is_simply_not_there(site, client):
    draft = make_summary(site)
    assert client.get(f"{site.url}{draft.slug}/").status_code == 404


def test_the_ledger_keeps_who_and_why(summary, people):
    lead = people.lead("450202")
    post(people.client(lead), summary)
    entry = LedgerEntry.objects.filter(page_id=summary.pk).last()
    assert (entry.action, entry.user, entry.comment) == (Action.WITHDRAWN, lead, REASON)


@pytest.mark.parametrize("reason", ["", "   ", "错"])
def test_without_a_reason_nothing_happens(summary, people, reason):
    response = post(people.client(people.lead("450202")), summary, reason=reason)
    assert "理由" in response.content.decode()
    assert fresh(summary).live


def test_it_comes_back_through_the_review_only(summary, people, client):
    lead, moderator = people.lead("450202"), people.moderator()
    withdraw(summary, lead, REASON)
    with pytest.raises(PublishingRefused):
        fresh(summary).get_latest_revision().publish()
    submit(fresh(summary), people.editor("450202"))
    assert step(fresh(summary)) == "县区审定"
    decide(fresh(summary), lead)
    assert not fresh(summary).live
    decide(fresh(summary), moderator)
    assert fresh(summary).live
    assert client.get(fresh(summary).url).status_code == 200


def test_approvals_of_a_submission_under_way_are_void_too(summary, people):
    lead = people.lead("450202")
    changed = summary.get_latest_revision_as_object()
    changed.title = "改过的标题"
    changed.save_revision()
    submit(fresh(summary), people.editor("450202"))
    decide(fresh(summary), lead)
    withdraw(fresh(summary), lead, REASON)
    decide(fresh(summary), people.moderator())
    assert not fresh(summary).live
    assert step(fresh(summary)) == "县区审定"


def test_what_stands_below_goes_along_if_wanted(site, summary, people, client):
    client_of_lead = people.client(people.lead("450202"))
    assert (
        "下面已发布的 1 个页面"
        in client_of_lead.get(reverse("cms_withdraw", args=[site.pk])).content.decode()
    )
    post(client_of_lead, site, below="on")
    assert [client.get(page.url).status_code for page in (site, summary)] == [410, 410]
    entries = LedgerEntry.objects.filter(action=Action.WITHDRAWN, page_id__in=[site.pk, summary.pk])
    assert {(entry.page_id, entry.comment) for entry in entries} == {(site.pk, REASON), (summary.pk, REASON)}


def test_a_second_click_says_that_it_is_done(summary, people):
    lead = people.client(people.lead("450202"))
    post(lead, summary)
    response = lead.post(reverse("cms_withdraw", args=[summary.pk]), {"reason": REASON}, follow=True)
    assert "已经撤下了" in response.content.decode()
    assert LedgerEntry.objects.filter(page_id=summary.pk, action=Action.WITHDRAWN).count() == 1


def test_wagtails_own_way_is_closed_to_everybody(summary, people):
    admin = people.client(people.admin())
    response = admin.post(reverse("wagtailadmin_pages:unpublish", args=[summary.pk]))
    assert response.status_code in (302, 403)
    assert fresh(summary).live


def test_the_menu_of_a_page_leads_there(summary, people):
    address = reverse("cms_withdraw", args=[summary.pk])
    edit = reverse("wagtailadmin_pages:edit", args=[summary.pk])
    assert address in people.client(people.lead("450202")).get(edit).content.decode()
    assert address not in people.client(people.editor("450202")).get(edit).content.decode()
