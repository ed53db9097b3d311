"""What ledger, homes and map cost: the same for 10 counties with 2 and with 30 sites each, and little."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reports.models import ReportingYear
from tests.factories.reports import make_plan, many_sites
from tests.flow import decide, submit

pytestmark = pytest.mark.django_db
MOST = 15  # beside what every admin page costs
YEAR = 2020


@pytest.fixture
def visits(people):
    """What is asked by whom."""
    city, editor, lead = people.moderator(), people.editor("450202"), people.lead("450202")
    addresses = ["/admin/", "/admin/ledger/", "/admin/ledger/export/", f"/admin/ledger/?year={YEAR}&map=plan"]
    return [
        (f"{user.username} {address}", people.client(user), address)
        for user in (city, editor, lead)
        for address in addresses
    ]


def cost(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_ten_counties_of_thirty_sites_cost_what_ten_of_two_cost(people, visits, capsys):
    ReportingYear.objects.all().delete()
    ReportingYear.open(YEAR)
    cache.clear()
    written(many_sites(2), people)
    few = {name: cost(client, address) for name, client, address in visits}
    written(many_sites(28)[::40], people)
    many = {name: cost(client, address) for name, client, address in visits}
    with capsys.disabled():
        print(f"\nqueries in all, the frame of every admin page included: {many}")
    assert many == few
    beside = {
        name: number - cost_of_frame(client)
        for (name, client, _), number in zip(visits, many.values(), strict=True)
    }
    assert max(beside.values()) <= MOST, beside


def cost_of_frame(client) -> int:
    return cost(client, "/admin/account/")


def written(sites, people) -> None:
    """Plans in several states, so that all branches are taken."""
    for number, site in enumerate(sites[:6]):
        page = make_plan(site, YEAR)
        if number % 3 and site.path.startswith(sites[0].path[:12]):
            submit(page, people.editor("450202"))
            if number % 3 == 2:
                decide(page, people.lead("450202"))
