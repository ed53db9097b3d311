"""待我审核: what waits for whom, narrowed and sorted; approved together only what this person has read, as she read it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import TaskState

from cms.models import LedgerEntry, ReviewFindings
from tests.background import work
from tests.factories.events import make_lecture
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import decide, fresh, publish, step, submit

pytestmark = pytest.mark.django_db
QUEUE = "/admin/queue/"
PHONE_NUMBER = "联系电话 13877200000。"  # the checks ask the reviewer to look at it


@pytest.fixture
def waiting(people):
    """Submits a summary of a new site of a county and returns its page."""

    def do(county, code: str, site: str, **fields):
        page = make_summary(publish(make_site(county, site), people), **fields)
        submit(page, people.editor(code))
        return fresh(page)

    return do


@pytest.fixture
def own(waiting, city_centre):
    return waiting(city_centre, "450202", "文昌社区", title="文昌的总结")


@pytest.fixture
def lead(people):
    return people.client(people.lead("450202"))


def titles(client, query: str = "") -> list[str]:
    response = client.get(f"{QUEUE}{query}")
    assert response.status_code == 200
    return [row.item.title for row in response.context["page"]]


def look(client, page) -> None:
    assert client.get(reverse("cms_review", args=[page.pk])).status_code == 200


def approve(client, *pages):
    return client.post(QUEUE, {"item": [page.pk for page in pages]}, follow=True)


def test_each_sees_what_waits_for_her_alone(own, waiting, sanjiang, people, lead):
    far = waiting(sanjiang, "450226", "古宜社区", title="古宜的总结")
    moderator = people.client(people.moderator())
    assert titles(lead) == ["文昌的总结"]
    assert titles(people.client(people.lead("450226"))) == ["古宜的总结"]
    assert titles(moderator) == []
    decide(far, people.lead("450226"))
    assert titles(moderator) == ["古宜的总结"]
    for user in (people.editor("450202"), people.admin()):
        assert people.client(user).get(QUEUE).status_code in (302, 403)


def test_it_is_narrowed_and_sorted(own, waiting, city_centre, lead):
    second = waiting(city_centre, "450202", "静兰社区", title="静兰的总结", text=f"正文。{PHONE_NUMBER}")
    old = timezone.now() - timedelta(days=8)
    TaskState.objects.filter(workflow_state__object_id=str(second.pk)).update(started_at=old)
    assert titles(lead) == ["静兰的总结", "文昌的总结"]
    work()
    assert titles(lead, "?order=newest") == ["文昌的总结", "静兰的总结"]
    assert titles(lead, "?age=7") == ["静兰的总结"]
    assert titles(lead, "?findings=some") == ["静兰的总结"]
    assert titles(lead, "?findings=none") == ["文昌的总结"]
    assert titles(lead, "?kind=没有这种&order=x&age=abc") == ["静兰的总结", "文昌的总结"]


def test_findings_are_counted_in_the_background_and_again_when_it_is_opened(own, lead):
    assert not ReviewFindings.objects.exists()
    work()
    found = ReviewFindings.objects.get(task_state=own.current_workflow_task_state)
    assert (found.warnings, found.blocking) == (0, 0)
    content = own.get_latest_revision_as_object()
    content.body = [("paragraph", f"<p>{PHONE_NUMBER}</p>")]
    content.save_revision()
    look(lead, own)
    found.refresh_from_db()
    assert found.warnings == 1


def test_what_was_not_opened_is_not_approved_with_others(own, lead):
    response = approve(lead, own)
    assert "先打开看过" in response.content.decode()
    assert step(fresh(own)) == "县区审定"
    look(lead, own)
    approve(lead, own)
    assert step(fresh(own)) == "市级审核"


def test_what_another_person_opened_counts_for_her_alone(own, people, lead):
    look(people.client(people.lead("450202", "second-lead")), own)
    approve(lead, own)
    assert step(fresh(own)) == "县区审定"


def test_what_changed_since_has_to_be_opened_again(own, lead, people):
    look(lead, own)
    content = own.get_latest_revision_as_object()
    content.title = "改过的标题"
    content.save_revision(user=people.lead("450202"))
    approve(lead, own)
    assert step(fresh(own)) == "县区审定"


def test_warnings_want_the_review_screen(waiting, city_centre, lead):
    page = waiting(city_centre, "450202", "静兰社区", text=f"正文。{PHONE_NUMBER}")
    look(lead, page)
    response = approve(lead, page)
    assert "请打开逐项核对后通过" in response.content.decode()
    assert step(fresh(page)) == "县区审定"


def test_a_forged_item_of_another_county_is_not_even_named(own, waiting, sanjiang, lead):
    far = waiting(sanjiang, "450226", "古宜社区", title="古宜的总结")
    response = approve(lead, far)
    assert "古宜" not in response.content.decode()
    assert step(fresh(far)) == "县区审定"


def test_several_are_approved_and_refused_one_by_one(own, waiting, city_centre, lead):
    second = waiting(city_centre, "450202", "静兰社区", title="静兰的总结")
    third = waiting(city_centre, "450202", "雅儒社区", title="雅儒的总结")
    for page in (own, second):
        look(lead, page)
    said = approve(lead, own, second, third).content.decode()
    assert "2 项已通过" in said
    assert "《雅儒的总结》" in said
    assert [step(fresh(page)) for page in (own, second, third)] == ["市级审核", "市级审核", "县区审定"]
    assert LedgerEntry.objects.filter(action="lead_approved", page_id__in=[own.pk, second.pk]).count() == 2


def test_eighty_items_cost_as_many_queries_as_three(city_centre, lead, people):
    site = publish(make_site(city_centre), people)
    editor, reviewer, moderator = people.editor("450202"), people.lead("450202"), people.moderator()
    image = make_picture(city_centre.collection)
    screens = [
        (lead, QUEUE),
        (lead, "/admin/"),
        (people.client(moderator), QUEUE),
        (people.client(moderator), "/admin/"),
        (people.client(editor), "/admin/"),
    ]

    def wait(at_county: int, at_city: int) -> None:
        """Let so many more wait for the lead, and for the organisation department."""
        for number in range(at_county + at_city):
            page = make_lecture(site, image=image)
            submit(page, editor)
            if number >= at_county:
                decide(page, reviewer)

    def count(client, address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        return len(queries)

    wait(3, 3)
    for screen in screens:
        count(*screen)  # what is asked once for a process
    few = [count(*screen) for screen in screens]
    wait(77, 77)
    assert [count(*screen) for screen in screens] == few
    assert [client.get(QUEUE).context["number"] for client in (lead, screens[2][0])] == [80, 80]
