"""The compilation as PDF, read back page by page."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from media.models import CustomDocument
from pages import tree
from pages.models import CountyPage
from reports.exports.compilation.pdf import AT_ONCE, build
from reports.exports.scope import NothingToExport, Scope
from tests.factories.pages import make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import publish

from .compilation_world import full_body, needs_pdf, printed, publish_full, publish_summaries

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _pango():
    needs_pdf()


@pytest.fixture
def target(tmp_path) -> Path:
    return tmp_path / "compilation.pdf"


@pytest.fixture
def full(place, people, city_centre):
    """A published summary with every kind of block, three photos and a covered description."""
    publish(place, people)
    image = make_picture(city_centre.collection, photographer="韦某")
    document = CustomDocument.objects.create(
        title="台账", file=ContentFile(b"%PDF-1.4\n%%EOF", "ledger.pdf"), collection=city_centre.collection
    )
    return publish_full(
        make_summary(place, title="文昌社区二〇二〇年总结"), full_body(image, document), people
    )


def test_every_block_is_on_paper(full, target):
    paper = printed(target)
    for words in [
        "柳州市基层妇联改革示范点2020年度总结汇编",
        "柳州市妇联组联部编",
        "收录年度总结1篇",
        "文昌社区二〇二〇年总结",
        f"文昌社区·城中区·2020年·{full.character_count}字",
        "一、总的情况",
        "第一段甲乙丙，要紧的话，见市里的报道。",
        "段内小题",
        "头一条",
        "第二条",
        "路灯亮了。",
        "——一位居民",
        "图1：正文插图（韦某摄）",
        "图3：图集第二张",
        "1,520人次",
        "现场听众",
        "议了什么",
        "照明与道路37",
        "附件：活动台账（PDF）",
        "视频：山歌短片（https://video.example.org/v/77）",
        "图4：说明0",
        "图5：说明1",
        "图6：说明2",
    ]:
        assert words in paper.text, words
    assert paper.pictures == 1 + 1 + 3, (
        "one in the body, the same smaller and twice in its gallery, three photos"
    )


def test_title_author_and_language_are_in_the_file(full, target, city_centre):
    paper = printed(target, county=city_centre.page)
    assert paper.reader.metadata.title == "城中区基层妇联改革示范点2020年度总结汇编"
    assert paper.reader.metadata.author == "城中区妇联"
    assert paper.reader.trailer["/Root"]["/Lang"] == "zh-CN"
    assert "城中区妇联编" in paper.texts[0]


def test_contents_bookmarks_and_links_lead_to_the_real_pages(people, city_centre, sanjiang, target):
    summaries = publish_summaries(city_centre, AT_ONCE + 2, people, text="甲乙丙丁。" * 350)
    summaries += publish_summaries(sanjiang, 1, people)
    paper = printed(target)
    labels = paper.reader.page_labels
    front = labels.index("1")
    assert front % 2 == 0, "page 1 is a right one"
    contents = "\n".join(paper.lines(front))
    real = {}
    for summary in summaries:
        real[summary.title] = paper.page_of(summary.title, after=front)
        number = re.search(re.escape(summary.title) + r".*?\.{3,}(\d+)$", contents, re.MULTILINE)[1]
        assert labels[real[summary.title]] == number
        assert f"—{number}—" in paper.texts[real[summary.title]]
    chapters = {"城中区": front, "三江侗族自治县": real[summaries[-1].title]}
    marks = paper.bookmarks()
    assert {title: page for depth, title, page in marks if depth == 0} == chapters
    assert {title.split("（")[0]: page for depth, title, page in marks if depth == 1} == real
    assert len(marks) == len(summaries) + 2
    targets = [
        paper.reader._get_page_number_by_indirect(link["/Dest"][0])
        for page in paper.reader.pages[:front]
        for link in (one.get_object() for one in page.get("/Annots", ()))
    ]
    assert set(targets) == {*chapters.values(), *real.values()}
    numbers = [re.findall(r"—(\d+)—", text) for text in paper.texts[front:]]
    assert numbers == [[str(n + 1)] for n in range(len(numbers))]


def test_only_what_is_approved_is_in_it(full, place, people, target, city_centre):
    draft = make_summary(make_site(city_centre, title="草稿社区"), title="还没送审的总结")
    full.title = "改过还没审的标题"
    full.save_revision()
    paper = printed(target)
    assert "文昌社区二〇二〇年总结" in paper.text
    assert full.title not in paper.text
    assert draft.title not in paper.text


def test_another_year_and_another_county_stay_out(full, people, far_place, target, city_centre):
    publish(far_place, people)
    publish(make_summary(far_place, title="三江的总结"), people)
    assert "三江的总结" in printed(target).text
    assert "三江的总结" not in printed(target, county=city_centre.page).text
    with pytest.raises(NothingToExport, match="2019"):
        printed(target, year=2019)


def test_nothing_is_written_when_there_is_nothing(target, db):
    with pytest.raises(NothingToExport, match="柳州市2020年"):
        build(Scope(2020), target, lambda done, total: None)
    assert not target.exists()


def test_a_missing_file_of_a_photo_is_said_and_ends_nothing(full, target):
    lost = full.photos.all()[1].image
    (Path(settings.MEDIA_ROOT) / "private" / lost.file.name).unlink(missing_ok=True)
    assert not lost.file.storage.exists(lost.file.name)
    paper = printed(target)
    assert "照片文件缺失图5：说明1" in paper.text
    assert "图6：说明2" in paper.text
    assert paper.pictures == 1 + 1 + 2


def test_progress_goes_up_to_the_end_and_may_stop_it(people, city_centre, target):
    publish_summaries(city_centre, 2, people)
    told = printed(target).progress
    assert told == sorted(told)
    assert told[0] == (0, 3)
    assert told[-1] == (3, 3)
    target.unlink()

    def stop(done: int, total: int) -> None:
        if done:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        build(Scope(2020), target, stop)
    assert not target.exists()


def queries(target: Path) -> int:
    with CaptureQueriesContext(connection) as captured:
        printed(target)
    return len(captured)


def test_queries_do_not_grow_with_the_summaries_of_a_county(full, people, target, city_centre):
    few = queries(target)
    image, document = make_picture(city_centre.collection), CustomDocument.objects.get()
    for n in range(3):
        site = publish(make_site(city_centre, title=f"另一社区{n}"), people)
        publish_full(make_summary(site), full_body(image, document), people)
    assert queries(target) == few


def test_a_county_summary_names_its_sites(place, people, target, city_centre):
    publish(place, people)
    summary = make_summary(CountyPage.objects.get(pk=city_centre.page.pk), title="县区合写的总结")
    summary.covers.add(place)
    summary.save_revision()
    publish(summary, people)
    paper = printed(target)
    assert "包括示范点：文昌社区" in paper.text
    assert "城中区妇联·2020年" in paper.text
    assert tree.prefix(summary.path, tree.COUNTY_DEPTH) == city_centre.page.path
