"""Fixtures of what is owed: a site of 城中区, one of 三江, and the department."""

import pytest

from tests.factories.pages import make_site


@pytest.fixture
def place(city_centre):
    """A site of 城中区."""
    return make_site(city_centre, title="文昌社区")


@pytest.fixture
def far_place(sanjiang):
    """A site of 三江."""
    return make_site(sanjiang, title="古宜社区")


@pytest.fixture
def department(people):
    """The organisation department's user."""
    return people.moderator()


@pytest.fixture
def everybody(people):
    """Browsers by role, as in the table of addresses."""
    users = {
        "editor": people.editor("450202"),
        "lead": people.lead("450202"),
        "other_editor": people.editor("450226"),
        "other_lead": people.lead("450226"),
        "moderator": people.moderator(),
        "admin": people.admin(),
    }
    return {name: people.client(user) for name, user in users.items()}
