"""The year's sheets as a ZIP: which, where, under which names, and what the index says of them."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import timezone
from pypdf import PdfReader

from cms.sheets import papers
from cms.sheets.reading import Publications
from reports.exports.compilation import pdf
from reports.exports.papers import PAPERS
from reports.exports.scope import NothingToExport, Scope
from tests.conftest import need
from tests.factories.pages import make_notice, make_site, make_summary
from tests.flow import fresh, publish
from tests.reports.spreadsheets import rows_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def printing(db):
    try:
        pdf.load_engine()
    except pdf.PdfUnavailable as reason:
        need(False, str(reason))


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def packed(tmp_path, today):
    """Make the ZIP of a county, or of the city, and return its files by name without the folder at the top."""

    def of(county=None, progress=lambda done, total: None, year: int = today.year) -> dict[str, bytes]:
        target = tmp_path / "sheets.zip"
        papers.build(Scope(year, county and county.page), target, progress)
        with ZipFile(target) as archive:
            assert archive.testzip() is None
            (top,) = {name.partition("/")[0] for name in archive.namelist()}
            assert top == f"{county.name if county else '柳州市'}-{year}年-审签单"
            return {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}

    return of


def stem(page, number: int = 0) -> str:
    found = Publications.of(page.pk)
    return found.sheet(found.published[number]).number


def text(content: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def test_each_publication_is_a_file_in_the_folder_of_its_month(packed, summary, place, city_centre, today):
    told = []
    files = packed(city_centre, lambda *step: told.append(step))
    month = f"{today.month:02d}月"
    assert set(files) == {
        f"{month}/城中区-文昌社区-文昌社区-{stem(place)}.pdf",
        f"{month}/城中区-文昌社区-文昌社区年度总结-{stem(summary)}.pdf",
        "目录.xlsx",
    }
    assert told == [(0, 2), (1, 2), (2, 2)]
    said = text(files[f"{month}/城中区-文昌社区-文昌社区年度总结-{stem(summary)}.pdf"])
    assert "情况属实。" in said
    assert stem(summary) in said


def test_the_index_says_of_each_what_the_sheet_says(packed, summary, people, city_centre, with_comments):
    page = fresh(summary)
    page.title = "=修订的总结"
    page.save_revision(user=people.editor("450202"))
    with_comments(page)
    fresh(summary).unpublish()
    files = packed(city_centre)
    title, heading, *rows = rows_of(files["目录.xlsx"])
    assert title[0] == f"城中区{timezone.localdate().year}年信息发布审签单目录"
    assert heading == [column.heading for column in papers.COLUMNS]
    assert [row[0] for row in rows] == [1, 2, 3]
    assert {row[-1] for row in rows} == set(files) - {"目录.xlsx"}
    old, new = rows[1:]
    assert old[2:7] == [stem(summary, 1), "城中区", "文昌社区", "文昌社区年度总结", "年度总结"]
    assert [old[7], old[9], old[11]] == ["editor-450202", "lead-450202", "zulianbu"]
    assert old[13].startswith("已由新版本替换（")
    assert new[5] == "=修订的总结", "a text"
    assert new[13].startswith("已撤下（")


def test_a_county_has_its_own_only_and_the_city_all(packed, summary, city_centre, sanjiang, people):
    far = publish(make_site(sanjiang, "江川村"), people)
    notice = publish(make_notice("市里的通知"), people)
    own, all_of_them = packed(city_centre), packed()
    assert not [name for name in own if "江川村" in name or "市里的通知" in name]
    month = f"{timezone.localdate().month:02d}月"
    assert f"{month}/三江侗族自治县-江川村-江川村-{stem(far)}.pdf" in all_of_them
    assert f"{month}/市妇联-市里的通知-{stem(notice)}.pdf" in all_of_them
    assert len(all_of_them) == len(own) + 2


def test_long_and_forbidden_names_are_files_all_the_same(packed, place, city_centre, people):
    page = publish(make_summary(place, title="总结：问/答*" + "很长的题目" * 30), people)
    (name,) = [name for name in packed(city_centre) if stem(page) in name]
    assert name.partition("/")[2].startswith("城中区-文昌社区-总结：问_答_很长的题目")
    assert len(name) < 120


def test_a_year_without_publications_says_so(packed, place, city_centre, sanjiang, today):
    for county, year in ((city_centre, today.year - 1), (sanjiang, today.year)):
        with pytest.raises(NothingToExport, match="没有审签单"):
            packed(county, year=year)


def test_it_is_on_offer_to_counties_and_to_the_city(city_centre, people):
    paper = PAPERS["approval-sheets"]
    assert paper.file_name(Scope(2020, city_centre.page)) == "城中区-2020年-审签单.zip"
    for user in (people.editor("450202"), people.moderator()):
        html = people.client(user).get("/admin/papers/", {"year": 2020}).content.decode()
        assert paper.title in html
