"""材料导出: ordered, seen to grow, downloaded, without reloading the page."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import expect

from reports.models import Export
from tests.background import work

from . import content
from .axe import violations
from .visits import DESKTOP, PHONE


@pytest.fixture
def county(people, site):
    """A county that has a published summary."""
    place = content.published_site(people)
    content.published_summary(people, place)
    return place.get_parent()


def expect_usable(window) -> None:
    assert window.overflow() <= 0
    assert violations(window.page) == []
    assert window.complaints == []


def test_an_editor_has_her_countys_materials_made_on_her_phone(visit, people, county):
    phone = visit(PHONE, people.editor(content.COUNTY))
    page = phone.page
    page.goto(f"/admin/papers/?year={content.YEAR}")
    expect_usable(phone)
    page.get_by_role("button", name="制作 总结材料包").tap()
    mine = page.locator("#papers-mine")
    expect(mine).to_contain_text("等待")
    expect_usable(phone)
    work()
    expect(mine).to_contain_text("已完成")
    expect_usable(phone)
    with page.expect_download() as found:
        mine.get_by_role("link", name="下载").tap()
    name = f"{county.title}-{content.YEAR}年-总结材料包.zip"
    assert found.value.suggested_filename == name
    with ZipFile(Path(found.value.path())) as archive:
        assert archive.testzip() is None
        assert any(one.endswith("目录.xlsx") for one in archive.namelist())
    mine.get_by_role("button", name="删除").tap()
    expect(mine).not_to_contain_text(name)
    assert not Export.objects.exists()


def test_the_department_has_the_citys_compilation_made(visit, people, county):
    desktop = visit(DESKTOP, people.moderator("zulianbu"))
    page = desktop.page
    page.goto("/admin/")
    page.get_by_role("link", name="材料导出").first.click()
    page.goto(f"/admin/papers/?year={content.YEAR}")
    page.get_by_role("button", name="制作 总结汇编（Word）").click()
    mine = page.locator("#papers-mine")
    expect(mine).to_contain_text(f"柳州市-{content.YEAR}年-总结汇编.docx")
    expect_usable(desktop)
    mine.get_by_role("button", name="取消").click()
    expect(mine).to_contain_text("已取消")
    work()
    assert Export.objects.get().state == "cancelled"
