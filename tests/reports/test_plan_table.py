"""The plan table in the annex's form: what is in the database, value by value, read back without the libraries that
wrote it."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from tests.factories.pages import make_site
from tests.factories.reports import make_plan, plan_item
from tests.flow import publish

pytestmark = pytest.mark.django_db
HEAD = [
    "序号",
    "县区",
    "示范点",
    "工作类型",
    "亮点名称",
    "主要内容及措施",
    "量化目标",
    "完成时限",
    "责任人（职务）",
]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
TITLE = "柳州市基层妇联改革示范点2020年特色亮点工作计划表"


@pytest.fixture
def plans(city_centre, sanjiang, people):
    """An accepted plan in each of two counties, and one that nobody has accepted."""
    own = publish(make_site(city_centre, "文昌社区"), people)
    items = [plan_item(0, name="=1+1", target="第一行 12 场\n第二行 600 人次"), plan_item(1), plan_item(2)]
    publish(make_plan(own, items=items), people)
    far = publish(make_site(sanjiang, "古宜社区"), people)
    publish(make_plan(far, items=4), people)
    make_plan(
        make_site(city_centre, "静兰社区"), items=[plan_item(n, name=f"没有通过的{n}") for n in range(3)]
    )


def get(client, form: str, query: str = ""):
    response = client.get(f"/admin/ledger/2020/plans.{form}{query}")
    assert response.status_code == 200
    return response.content


def docx_lines(content: bytes) -> tuple[list[str], list[list[str]]]:
    """Paragraphs outside the table, and the table's rows."""
    body = ElementTree.fromstring(ZipFile(BytesIO(content)).read("word/document.xml"))[0]  # noqa: S314
    lines = [_text(one) for one in body.findall(f"{W}p")]
    rows = [[_text(cell) for cell in row.findall(f"{W}tc")] for row in body.iter(f"{W}tr")]
    return [line for line in lines if line], rows


def _text(element) -> str:
    parts = {f"{W}t": lambda one: one.text or "", f"{W}br": lambda one: "\n"}
    return "".join(parts[one.tag](one) for one in element.iter() if one.tag in parts)


def xlsx_rows(content: bytes) -> list[list[str]]:
    """Rows of texts as they are stored, formulas told by a leading ƒ."""
    sheet = ElementTree.fromstring(ZipFile(BytesIO(content)).read("xl/worksheets/sheet1.xml"))  # noqa: S314
    return [[_cell(cell) for cell in row.findall(f"{S}c")] for row in sheet.iter(f"{S}row")]


def _cell(cell) -> str:
    if cell.find(f"{S}f") is not None:
        return f"ƒ{cell.find(f'{S}f').text}"
    if cell.get("t") == "inlineStr":
        return "".join(part.text or "" for part in cell.iter(f"{S}t"))
    value = cell.find(f"{S}v")
    return "" if value is None else value.text


def expected(county: str, site: str, items) -> list[list[str]]:
    return [
        [
            county,
            site,
            item.get_work_display(),
            item.name,
            item.measures,
            item.target,
            "2020年12月31日",
            "社区妇联主席",
        ]
        for item in items
    ]


def test_both_formats_of_the_city_say_the_same_as_the_database(plans, people):
    client = people.client(people.moderator())
    own = [plan_item(0, name="=1+1", target="第一行 12 场\n第二行 600 人次"), plan_item(1), plan_item(2)]
    wanted = expected("城中区", "文昌社区", own) + expected(
        "三江侗族自治县", "古宜社区", [plan_item(n) for n in range(4)]
    )
    numbered = [[str(number), *row] for number, row in enumerate(wanted, start=1)]

    lines, table = docx_lines(get(client, "docx"))
    assert lines == [TITLE, "汇总单位：柳州市妇联组联部"]
    assert table == [HEAD, *numbered]

    rows = xlsx_rows(get(client, "xlsx"))
    assert rows[0][0] == TITLE
    assert rows[1][0] == "汇总单位：柳州市妇联组联部"
    assert rows[2:] == [HEAD, *numbered]


def test_a_countys_has_its_unit_and_the_line_for_its_leads_signature(plans, people):
    for client, query in (
        (people.client(people.editor("450202")), ""),
        (people.client(people.lead("450202")), "?county=450226"),
        (people.client(people.moderator()), "?county=450202"),
    ):
        lines, table = docx_lines(get(client, "docx", query))
        assert lines[:2] == [TITLE, "报送单位：城中区妇联"]
        assert lines[2].startswith("县区妇联主要领导审定（签字）：")
        assert {row[2] for row in table[1:]} == {"文昌社区"}
        text = "".join("".join(row) for row in xlsx_rows(get(client, "xlsx", query)))
        assert "县区妇联主要领导审定" in text
        assert "古宜" not in text
        assert "没有通过的" not in text


def test_chinese_has_its_face_in_every_run_of_the_document(plans, people):
    content = get(people.client(people.moderator()), "docx")
    body = ElementTree.fromstring(ZipFile(BytesIO(content)).read("word/document.xml"))  # noqa: S314
    faces = {run.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") for run in body.iter(f"{W}r")}
    assert faces == {"方正小标宋简体", "仿宋"}


@pytest.mark.parametrize("address", ["plans.pdf", "plans.xlsx?county=999999"])
def test_what_there_is_not(plans, people, address):
    assert people.client(people.moderator()).get(f"/admin/ledger/2020/{address}").status_code == 404


def test_a_year_without_accepted_plans_is_an_empty_form(people):
    _, table = docx_lines(get(people.client(people.moderator()), "docx"))
    assert table == [HEAD]


def test_the_same_queries_for_many_plans(plans, people, city_centre, django_assert_max_num_queries):
    client = people.client(people.moderator())
    get(client, "xlsx")
    for _ in range(3):
        publish(make_plan(publish(make_site(city_centre), people)), people)
    with django_assert_max_num_queries(10):
        get(client, "xlsx")
