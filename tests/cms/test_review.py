"""The review screen: only for whose step it is, only on what she saw, on to the next item."""

import pytest
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories.pages import make_site, make_summary
from tests.flow import fresh, step, submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(city_centre, people):
    page = make_summary(make_site(city_centre))
    submit(page, people.editor("450202"))
    return page


def url(page) -> str:
    return reverse("cms_review", args=[page.pk])


def post(client, page, action="approve", **data):
    data = {"action": action, "revision": fresh(page).latest_revision_id} | data
    return client.post(url(page), data)


def test_lead_then_moderator_approve(waiting, people):
    assert post(people.client(people.lead("450202")), waiting).status_code == 302
    assert step(waiting) == "市级审核"
    post(people.client(people.moderator()), waiting)
    assert fresh(waiting).live


def test_return_with_reason_reaches_the_editors_home(waiting, people):
    post(
        people.client(people.lead("450202")),
        waiting,
        "reject",
        **{"reject-comment": "请补充第三张照片的说明"},
    )
    home = people.client(people.editor("450202")).get(reverse("wagtailadmin_home")).content.decode()
    assert "请补充第三张照片的说明" in home


def test_return_without_reason_is_asked_again(waiting, people):
    response = post(people.client(people.lead("450202")), waiting, "reject")
    assert "请写明退回理由" in response.content.decode()
    assert step(waiting) == "县区审定"


def test_a_change_after_opening_the_screen_is_shown_before_deciding(waiting, people):
    lead = people.client(people.lead("450202"))
    response = lead.post(url(waiting), {"action": "approve", "revision": "1"}, follow=True)
    assert "内容又有改动" in response.content.decode()
    assert step(waiting) == "县区审定"


@pytest.mark.parametrize("who", ["editor-own", "editor", "lead", "moderator", "admin"])
def test_others_cannot_decide_here(waiting, people, who):
    users = {
        "editor-own": lambda: people.editor("450202"),
        "editor": lambda: people.editor("450226"),
        "lead": lambda: people.lead("450226"),
        "moderator": people.moderator,
        "admin": people.admin,
    }
    client = people.client(users[who]())
    post(client, waiting)
    assert step(waiting) == "县区审定"
    response = client.get(url(waiting), follow=True)
    assert "作出决定" not in response.content.decode()


def test_next_item_follows(waiting, city_centre, people):
    second = make_summary(make_site(city_centre))
    submit(second, people.editor("450202"))
    response = post(people.client(people.lead("450202")), waiting)
    assert response.headers["location"] == url(second)
    response = post(people.client(people.lead("450202")), second)
    assert response.headers["location"] == reverse("wagtailadmin_home")


@pytest.mark.parametrize("who", ["lead", "moderator", "editor"])
def test_homes_cost_the_same_whatever_waits(city_centre, people, who):
    from django.db import connection

    from tests.flow import decide

    client = people.client(getattr(people, who)(*(["450202"] if who != "moderator" else [])))

    def more(count: int) -> None:
        for _ in range(count):
            page = make_summary(make_site(city_centre))
            submit(page, people.editor("450202"))
            if who == "moderator":
                decide(page, people.lead("450202"))
            returned = make_summary(make_site(city_centre))
            submit(returned, people.editor("450202"))
            decide(returned, people.lead("450202"), "reject", "请改")

    def cost() -> int:
        client.get(reverse("wagtailadmin_home"))
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse("wagtailadmin_home")).status_code == 200
        return len(queries)

    more(2)
    few = cost()
    more(8)
    assert cost() == few
    assert few <= 40
