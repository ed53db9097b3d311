"""The list as the department reads it."""

import pytest

URL = "/admin/audit/"


@pytest.fixture
def listed(people):
    """Return the rows that the department sees: ``listed(kind="return")``."""
    client = people.client(people.moderator())

    def rows(**query) -> list:
        answer = client.get(URL, query)
        assert answer.status_code == 200
        return answer.context["rows"]

    return rows


@pytest.fixture
def acts(listed):
    """The same as pairs of act and subject."""
    return lambda **query: [(row.act, row.subject) for row in listed(**query)]
