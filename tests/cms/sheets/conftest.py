"""A summary of 城中区 with a mobile number, which both reviewers confirmed and commented on."""

import pytest

from pages.checks.runner import run
from tests.factories.pages import make_site, make_summary
from tests.flow import decide, fresh, publish, submit

MOBILE = "全年召开执委会议六次，联系电话13877212345。"


@pytest.fixture
def place(city_centre, people):
    """A published site of 城中区."""
    return publish(make_site(city_centre, "文昌社区"), people)


@pytest.fixture
def with_comments(people):
    """Take a draft through the workflow with comments and ticks: ``with_comments(page, "同意")``."""

    def through(page, lead_says: str = "情况属实。", city_says: str = "同意发布。"):
        ticks = [finding.key for finding in run(fresh(page).get_latest_revision_as_object()).warnings]
        submit(page, people.editor("450202"))
        decide(page, people.lead("450202"), comment=lead_says, confirmed=ticks)
        decide(page, people.moderator(), comment=city_says, confirmed=ticks)
        return fresh(page)

    return through


@pytest.fixture
def summary(place, with_comments):
    """The summary, published."""
    return with_comments(make_summary(place, title="文昌社区年度总结", text=MOBILE))
