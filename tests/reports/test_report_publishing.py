"""The publishing rule for what is reported: exactly what both approved, rows and named sites included."""

import pytest

from cms.workflow.ledger import Action, LedgerEntry
from pages.content import content_hash
from pages.publishing import PublishingRefused
from tests.factories.pages import make_site, make_summary
from tests.factories.reports import make_plan, plan_item
from tests.flow import decide, fresh, publish, step, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(city_centre, people):
    return publish(make_site(city_centre), people)


def change_target(page, user, words: str) -> None:
    draft = fresh(page).get_latest_revision_as_object()
    rows = list(draft.items.all())
    rows[1].target = words
    draft.items = rows
    draft.save_revision(user=user)


def test_a_row_that_the_city_changes_goes_back_to_the_lead(site, people):
    plan, lead, city = make_plan(site), people.lead("450202"), people.moderator("zulianbu")
    submit(plan, people.editor("450202"))
    decide(plan, lead)
    change_target(plan, city, "全年 6 次。")
    decide(plan, city)
    assert not fresh(plan).live
    assert step(plan) == "县区审定"
    decide(plan, lead)
    decide(plan, people.moderator("zulianbu2"))
    live = fresh(plan)
    assert live.live
    assert [item.target for item in live.items.all()][1] == "全年 6 次。"


def test_a_draft_row_is_not_what_readers_see(site, people):
    plan = publish(make_plan(site), people)
    change_target(plan, people.editor("450202"), "没有审过的目标 99 次")
    assert "没有审过" not in "".join(item.target for item in fresh(plan).items.all())


def test_no_code_makes_an_unapproved_plan_live(site):
    plan = make_plan(site)
    plan.live = True
    with pytest.raises(PublishingRefused):
        plan.save()
    with pytest.raises(PublishingRefused):
        fresh(plan).get_latest_revision().publish()


def test_every_column_order_and_number_of_rows_is_content(site):
    plan = make_plan(site)
    before = content_hash(plan)
    for name, value in {
        "work": "green", "name": "别的", "measures": "别的", "target": "别的 1", "responsible": "别的",
    }.items():  # fmt: skip
        rows = [plan_item(0, **{name: value}), plan_item(1), plan_item(2)]
        plan.items = rows
        assert content_hash(plan) != before, name
    plan.items = [plan_item(0), plan_item(1)]
    assert content_hash(plan) != before
    plan.items = [plan_item(n) for n in range(3)]
    assert content_hash(plan) == before


def test_the_sites_that_a_summary_names_are_content(city_centre):
    first, second = make_site(city_centre), make_site(city_centre)
    summary = make_summary(city_centre.page, 2020)
    hashes = set()
    for covers in ([first], [second], [first, second]):
        summary.covers = covers
        hashes.add(content_hash(summary))
    assert len(hashes) == 3


def test_approvals_of_a_plan_are_in_the_ledger_with_its_checks(site, people):
    plan = publish(
        make_plan(site, items=[plan_item(0, target="做得更好"), plan_item(1), plan_item(2)]), people
    )
    entries = LedgerEntry.objects.filter(page_id=plan.pk)
    assert [entry.action for entry in entries] == [
        Action.SUBMITTED, Action.LEAD_APPROVED, Action.CITY_APPROVED, Action.PUBLISHED,
    ]  # fmt: skip
    assert "没有数字" in str(entries[1].checks)
