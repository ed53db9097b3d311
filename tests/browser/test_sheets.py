"""审签单: found on the public page by those whose it is, and by nobody else."""

from playwright.sync_api import expect

from . import content
from .axe import violations
from .staff import log_in
from .visits import DESKTOP, PHONE


def test_staff_come_from_the_public_page_to_its_sheet(visit, people, site):
    place = content.published_site(people)
    for width, user in ((PHONE, people.lead(content.COUNTY)), (DESKTOP, people.moderator("zulianbu"))):
        window = visit(width)
        page = window.page
        log_in(page, user)
        page.goto(place.url)
        page.get_by_role("link", name="审签单").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("信息发布审签单")
        expect(page.get_by_role("row", name="标").first).to_contain_text(place.title)
        expect(page.get_by_role("button", name="打印")).to_be_visible()
        assert window.overflow() <= 0
        assert violations(page) == []
        assert window.complaints == []


def test_readers_and_other_counties_find_no_link(visit, people, site):
    place = content.published_site(people)
    stranger, neighbour = visit(PHONE).page, visit(DESKTOP).page
    log_in(neighbour, people.lead("450226"))
    for page in (stranger, neighbour):
        page.goto(place.url)
        expect(page.get_by_role("heading", level=1)).to_contain_text(place.title)
        expect(page.get_by_role("link", name="审签单")).to_have_count(0)


def test_the_list_of_acts_is_usable_on_a_phone(visit, people, site):
    content.published_site(people)
    for width in (PHONE, DESKTOP):
        window = visit(width, people.moderator("zulianbu"))
        page = window.page
        page.goto("/admin/audit/")
        page.locator("select[name=kind]").select_option(label="发布")
        page.get_by_role("button", name="筛选").click()
        expect(page.locator("tbody tr").first).to_contain_text("发布")
        assert window.overflow() <= 0
        assert violations(page) == []
        assert window.complaints == []
