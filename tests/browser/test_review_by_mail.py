"""A lead with two minutes and a phone: from the link in a mail to the decision, and through what waits."""

import re

import pytest
from django.core import mail
from playwright.sync_api import expect

from tests.background import work
from tests.factories.pages import TEXT, make_summary
from tests.flow import fresh, step, submit

from . import content, staff
from .axe import violations
from .visits import PHONE

DOUBTFUL = f"{TEXT}联系电话 13877200000。"  # the checks ask the reviewer to look at it
MOST = 3


class Fingers:
    """Taps, and counts them."""

    def __init__(self) -> None:
        self.taps = 0

    def tap(self, *targets) -> None:
        for target in targets:
            target.tap()
            self.taps += 1


@pytest.fixture
def submitted(people):
    """Submits summaries with these texts, each of a site of its own; returns the pages."""
    content.open_year()
    editor = people.editor(content.COUNTY)

    def do(*texts: str):
        pages = []
        for number, text in enumerate(texts, start=1):
            site = content.published_site(people, f"第{number}示例社区")
            page = make_summary(site, content.YEAR, title=f"第{number}示例社区的总结", text=text)
            submit(page, editor)
            pages.append(fresh(page))
        return pages

    return do


def links_of(user) -> dict[str, str]:
    """Addresses of the reviews in the mails to *user*, by the mail's subject."""
    found = {}
    for message in mail.outbox:
        html = next(part for part, kind in message.alternatives if kind == "text/html")
        link = re.search(r'href="([^"]+/review/\d+/)"', html)
        if message.to == [user.email] and link:
            found[message.subject] = link[1]
    return found


def test_from_the_mail_to_the_decision_in_three_taps(visit, site, people, submitted, settings):
    settings.WAGTAILADMIN_BASE_URL = site
    lead = people.lead(content.COUNTY)
    mail.outbox.clear()
    plain, doubtful, poor = submitted(TEXT, DOUBTFUL, TEXT)
    work()
    links = links_of(lead)
    assert len(links) == 3
    [address] = [link for subject, link in links.items() if plain.title in subject]

    phone = visit(PHONE)
    page = phone.page
    page.goto(address)
    page.locator("input[name=username]").fill(lead.username)
    page.locator("input[name=password]").fill(staff.PASSWORD)
    page.get_by_role("button", name="登录").tap()

    title, approve = page.get_by_role("heading", level=1), page.get_by_role("button", name="通过", exact=True)
    expect(title).to_have_text(plain.title)
    assert phone.overflow() <= 0
    fingers = Fingers()
    fingers.tap(approve)
    expect(title).to_have_text(doubtful.title)  # the next that waits
    assert (fingers.taps, step(plain)) == (1, "市级审核")

    fingers = Fingers()
    fingers.tap(page.get_by_role("checkbox"), approve)
    expect(title).to_have_text(poor.title)
    assert (fingers.taps, step(doubtful)) == (2, "市级审核")

    fingers = Fingers()
    fingers.tap(page.get_by_text("退回修改"))
    assert violations(page) == []
    fingers.tap(
        page.locator(".reasons").get_by_role("button").first, page.get_by_role("button", name="确认退回")
    )
    expect(page.get_by_text("现在没有等您审核的内容")).to_be_visible()
    assert fingers.taps == MOST
    assert step(poor) == ""
    assert phone.complaints == []


def test_the_queue_on_a_phone(visit, people, submitted):
    lead = people.lead(content.COUNTY)
    first, second, doubtful = submitted(TEXT, TEXT, DOUBTFUL)
    work()

    phone = visit(PHONE, lead)
    page = phone.page
    page.goto("/admin/queue/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("待我审核")
    assert phone.overflow() <= 0
    assert violations(page) == []
    ticks = page.get_by_role("checkbox")
    expect(ticks).to_have_count(0)  # nothing was read yet

    for item in (first, second, doubtful):
        page.get_by_role("link", name=item.title, exact=True).tap()
        expect(page.get_by_role("heading", level=1)).to_have_text(item.title)
        page.goto("/admin/queue/")
    expect(ticks).to_have_count(2)  # what has a finding is decided on its own screen
    page.get_by_label("检查", exact=True).select_option("没有提醒")
    page.get_by_role("button", name="筛选").tap()
    expect(page.get_by_role("link", name=doubtful.title, exact=True)).to_have_count(0)
    expect(ticks).to_have_count(2)
    for tick in ticks.all():
        tick.tap()
    page.get_by_role("button", name="通过勾选的").tap()
    expect(page.get_by_text("2 项已通过")).to_be_visible()
    assert [step(item) for item in (first, second, doubtful)] == ["市级审核", "市级审核", "县区审定"]
    assert phone.complaints == []
