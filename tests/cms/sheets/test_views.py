"""The sheet on screen and as PDF: for whom, of what, and how it is found."""

from io import BytesIO

import pytest
from django.urls import reverse
from django.utils.html import escape
from pypdf import PdfReader

from cms.sheets.reading import Publications
from reports.exports.compilation import pdf
from tests.conftest import need
from tests.factories.pages import make_notice, make_summary
from tests.factories.qr_reader import drawn_modules, read
from tests.flow import decide, fresh, publish, submit

pytestmark = pytest.mark.django_db


def url(page, suffix: str = "") -> str:
    return f"/admin/sheets/{page.pk}/{suffix}"


def newest(page):
    found = Publications.of(page.pk)
    return found.sheet(found.find())


@pytest.fixture
def printing():
    try:
        pdf.load_engine()
    except pdf.PdfUnavailable as reason:
        need(False, str(reason))


def test_it_shows_what_was_decided(summary, people):
    html = people.client(people.lead("450202")).get(url(summary)).content.decode()
    sheet = newest(summary)
    for words in (sheet.number, sheet.title, "城中区妇联", "文昌社区", "editor-450202", "情况属实。", "同意发布。", "zulianbu",
                  "图片 3 张", f"{summary.character_count} 字", *sheet.hash_groups, summary.full_url):  # fmt: skip
        assert words in html
    assert read(drawn_modules(html))[0] == summary.full_url


@pytest.mark.parametrize("suffix", ["", "pdf/"])
def test_whose_it_is(summary, people, suffix):
    staff = [people.editor("450202"), people.lead("450202"), people.moderator(), people.admin()]
    for user in staff:
        assert people.client(user).get(url(summary, suffix)).status_code == 200, user
    for user in (people.editor("450226"), people.lead("450226")):
        answer = people.client(user).get(url(summary, suffix))
        assert answer.status_code == 302, user
        assert answer.url == reverse("wagtailadmin_home")
    assert people.client(people.lead_and_moderator("450226")).get(url(summary, suffix)).status_code == 200


def test_the_citys_own_sheets_are_the_departments(people):
    notice = publish(make_notice(), people)
    assert people.client(people.moderator()).get(url(notice)).status_code == 200
    assert people.client(people.lead("450202")).get(url(notice)).status_code == 302


def test_sheets_of_a_page_that_is_gone_stay_the_countys(summary, people):
    summary.unpublish()
    fresh(summary).delete()
    assert people.client(people.editor("450202")).get(url(summary)).status_code == 200
    assert people.client(people.editor("450226")).get(url(summary)).status_code == 302


def test_there_is_none_of_what_was_never_published(place, people):
    draft = make_summary(place, title="没有发布的总结")
    answer = people.client(people.editor("450202")).get(url(draft))
    assert answer.status_code == 404
    assert "还没有审签单" in answer.content.decode()
    submit(draft, people.editor("450202"))
    decide(draft, people.lead("450202"))
    assert people.client(people.moderator()).get(url(draft)).status_code == 404
    assert people.client(people.moderator()).get(url(draft, "pdf/")).status_code == 404
    assert people.client(people.moderator()).get("/admin/sheets/999999/").status_code == 404


def test_an_earlier_publication_is_listed_and_shown(summary, people, with_comments):
    page = fresh(summary)
    page.title = "修订的总结"
    page.save_revision(user=people.editor("450202"))
    with_comments(page, "第二次看过。")
    client = people.client(people.editor("450202"))
    new, old = Publications.of(summary.pk).published
    html = client.get(url(summary)).content.decode()
    assert f"?entry={old.pk}" in html
    assert "第二次看过。" in html
    html = client.get(url(summary), {"entry": old.pk}).content.decode()
    assert "情况属实。" in html
    assert "第二次看过。" not in html
    assert "已由新版本替换" in html
    assert f"?entry={new.pk}" in html


def test_an_entry_of_another_page_or_kind_is_not_found(summary, place, people):
    client = people.client(people.moderator())
    other = Publications.of(place.pk).published[0]
    approval = Publications.of(summary.pk).entries[0]
    for entry in (other.pk, approval.pk, "x", "9" * 30):
        assert client.get(url(summary), {"entry": entry}).status_code == 404


def test_the_pdf_says_the_same(summary, people, printing):
    answer = people.client(people.editor("450202")).get(url(summary, "pdf/"))
    assert answer["Content-Type"] == "application/pdf"
    reader = PdfReader(BytesIO(answer.content))
    assert len(reader.pages) == 1
    assert [round(float(side)) for side in reader.pages[0].mediabox[2:]] == [595, 842], "A4"
    text = "".join(reader.pages[0].extract_text().split())
    sheet = newest(summary)
    for words in (sheet.number, sheet.title, "城中区妇联", "文昌社区", "editor-450202", "lead-450202", "情况属实。",
                  "zulianbu", "同意发布。", "138****2345", *sheet.hash_groups):  # fmt: skip
        assert words in text
    assert sheet.number in reader.metadata.title


def test_where_nothing_can_be_printed_the_screen_says_why(summary, people, monkeypatch):
    monkeypatch.setattr(pdf.fonts, "chinese_fonts", lambda: 0)
    answer = people.client(people.editor("450202")).get(url(summary, "pdf/"))
    assert answer.status_code == 503
    html = answer.content.decode()
    assert "没有安装中文字体" in html
    assert "用浏览器打印" in html
    assert newest(summary).number in html


def test_titles_are_text(place, people):
    page = publish(make_summary(place, title="<b onload=alert(1)>总结"), people)
    html = people.client(people.moderator()).get(url(page)).content.decode()
    assert escape(page.title) in html
    assert "<b onload" not in html
