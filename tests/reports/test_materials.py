"""The ZIP of a county: what is approved, byte for byte, under names that Windows opens, with an index that is right."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pages import word
from pages.blocks import BodyBlock
from reports.exports import materials
from reports.exports.scope import NothingToExport, Scope
from tests.factories.pages import make_site, make_summary
from tests.factories.reports import make_plan, plan_item
from tests.flow import publish

from . import bodies
from .spreadsheets import rows_of

pytestmark = pytest.mark.django_db


def build(county, tmp_path) -> tuple[dict[str, bytes], list[tuple[int, int]]]:
    """The package's files by their paths below its folder, and the progress that was told."""
    target, told = tmp_path / "a.zip", []
    materials.build(Scope(2020, county.page), target, lambda *step: told.append(step))
    with ZipFile(target) as archive:
        assert archive.testzip() is None
        # Bit 11 says that names are UTF-8; without it Windows shows them in the sender's code page.
        assert all(info.flag_bits & 0x800 for info in archive.infolist())
        files = {name: archive.read(name) for name in archive.namelist()}
    assert {name.split("/")[0] for name in files} == {f"{county.page.title}-2020年-总结材料"}
    return {name.split("/", 1)[1]: content for name, content in files.items()}, told


@pytest.fixture
def year(city_centre, sanjiang, people):
    """Published: a plan and two summaries of 城中区, a summary of 三江; not published: another and a change."""
    own = publish(make_site(city_centre, "文昌/社区"), people)
    publish(make_plan(own, items=[plan_item(n, name=f"亮点{n}") for n in range(3)]), people)
    summary = make_summary(own, title="文昌的总结", photos=3)
    picture = {
        "type": "picture",
        "value": bodies.picture(city_centre.collection, "正文照片", "正文照片的描述"),
    }
    summary.body = BodyBlock().to_python([bodies.paragraph("<p>文昌正文</p>"), picture])
    summary.save_revision()
    summary = publish(summary, people)
    changed = summary.get_latest_revision_as_object()
    changed.title = "还没有审核的新标题"
    changed.save_revision()
    of_county = make_summary(city_centre.page, title="全区的总结", photos=3, covers=[])
    of_county.covers = [publish(make_site(city_centre, "静兰社区"), people)]
    of_county.save_revision()
    of_county = publish(of_county, people)
    make_summary(make_site(city_centre, "草稿社区"), title="没有提交的总结")
    far = publish(make_site(sanjiang, "古宜社区"), people)
    publish(make_summary(far, title="别的县的总结"), people)
    return summary, of_county


def test_it_holds_what_is_approved_and_nothing_else(year, city_centre, tmp_path):
    files, told = build(city_centre, tmp_path)
    assert sorted(files) == sorted(
        [
            "目录.xlsx",
            "计划表/城中区-2020年-特色亮点工作计划表.docx",
            "计划表/城中区-2020年-特色亮点工作计划表.xlsx",
            "总结/城中区-文昌_社区-2020年度总结.docx",
            "总结/城中区-县区汇总-2020年度总结.docx",
            *(f"照片/城中区-文昌_社区-{n}.jpg" for n in range(1, 5)),
            *(f"照片/城中区-县区汇总-{n}.jpg" for n in range(1, 4)),
        ]
    )
    texts = {
        name: word.read(BytesIO(content), name) for name, content in files.items() if name.startswith("总结/")
    }
    assert {text.title for text in texts.values()} == {"文昌的总结", "全区的总结"}
    assert told == [(1, 2), (2, 2)]


def test_photos_are_the_stored_bytes_in_the_order_of_the_document(year, city_centre, tmp_path):
    summary, _ = year
    files, _ = build(city_centre, tmp_path)
    images = [summary.body[1].value["image"], *(row.image for row in summary.photos.all())]
    stored = [image.file.open().read() for image in images]
    assert [files[f"照片/城中区-文昌_社区-{n}.jpg"] for n in range(1, 5)] == stored
    document = word.read(BytesIO(files["总结/城中区-文昌_社区-2020年度总结.docx"]), "总结.docx")
    assert [picture.content for picture in document.pictures] == stored


def test_the_index_names_every_file_with_its_words(year, city_centre, tmp_path):
    summary, _ = year
    files, _ = build(city_centre, tmp_path)
    title, head, *rows = rows_of(files["目录.xlsx"])
    assert title[0] == "城中区2020年总结材料目录"
    assert head == ["序号", "类别", "文件", "示范点", "标题或图片说明", "图片描述", "字数", "备注"]
    assert {row[2] for row in rows} == set(files) - {"目录.xlsx"}
    by_file = {row[2]: row[3:] for row in rows}
    assert by_file["总结/城中区-文昌_社区-2020年度总结.docx"] == [
        "文昌/社区", "文昌的总结", "", summary.character_count, "",
    ]  # fmt: skip
    assert by_file["总结/城中区-县区汇总-2020年度总结.docx"][0] == "静兰社区"
    assert by_file["照片/城中区-文昌_社区-1.jpg"][:3] == ["文昌/社区", "正文照片", "正文照片的描述"]
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))


def test_a_lost_photo_is_told_in_the_index(year, city_centre, tmp_path):
    _, of_county = year
    image = of_county.photos.first().image
    image.file.storage.delete(image.file.name)
    files, _ = build(city_centre, tmp_path)
    notes = [row[7] for row in rows_of(files["目录.xlsx"])[2:] if row[7]]
    assert notes == ["1 张照片文件缺失", "照片文件缺失，没有放入"]
    assert "照片/城中区-县区汇总-1.jpg" not in files


def test_a_photo_that_two_rows_show_is_packed_once(city_centre, people, tmp_path):
    own = publish(make_site(city_centre, "文昌社区"), people)
    summary = make_summary(own, photos=3)
    first, second, _ = rows = list(summary.photos.all())
    second.image = first.image
    summary.photos = rows
    summary.save_revision()
    publish(summary, people)
    files, _ = build(city_centre, tmp_path)
    assert sum(name.startswith("照片/") for name in files) == 2
    assert sum(row[1] == "照片" for row in rows_of(files["目录.xlsx"])) == 3


def test_sites_of_the_same_name_do_not_overwrite_each_other(city_centre, people, tmp_path):
    for _ in range(2):
        publish(make_summary(publish(make_site(city_centre, "文昌社区"), people)), people)
    files, _ = build(city_centre, tmp_path)
    assert {name for name in files if name.startswith("总结/")} == {
        "总结/城中区-文昌社区-2020年度总结.docx",
        "总结/城中区-文昌社区-2020年度总结（2）.docx",
    }
    assert sum(name.startswith("照片/") for name in files) == 6


def test_without_anything_it_says_so(city_centre, tmp_path):
    with pytest.raises(NothingToExport, match="城中区2020年还没有"):
        build(city_centre, tmp_path)
    with pytest.raises(NothingToExport, match="请先选择县区"):
        materials.build(Scope(2020), tmp_path / "a.zip", lambda *step: None)


def test_the_number_of_queries_does_not_grow_with_sites(city_centre, people, tmp_path):
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            build(city_centre, tmp_path)
        return len(queries)

    publish(make_summary(publish(make_site(city_centre), people)), people)
    few = count()
    for _ in range(3):
        publish(make_summary(publish(make_site(city_centre), people)), people)
    assert count() == few
