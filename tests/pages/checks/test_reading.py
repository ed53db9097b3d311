"""Everything that readers would see is read, each thing with its place."""

import pytest
from django.core.files.base import ContentFile
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents import get_document_model
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import get_page_models

from pages.checks.reading import read
from pages.checks.streams import TEXTS
from pages.checks.subject import Subject
from tests.factories.pages import make_notice, make_site, make_summary
from tests.factories.pictures import make_picture

pytestmark = pytest.mark.django_db


def streamed(page, raw):
    """*page* with a body of *raw* blocks, as it comes out of its revision."""
    kinds = page.body.stream_block.child_blocks
    page.body = [(kind, kinds[kind].to_python(value)) for kind, value in raw]
    page.save_revision(clean=False)
    return page.get_latest_revision_as_object()


@pytest.fixture
def document(db):
    return get_document_model().objects.create(
        title="议事规则（登记名）", file=ContentFile(b"%PDF-1.4\n%%EOF\n", "rules.pdf")
    )


def test_every_block_is_read_with_its_place(document):
    image = make_picture(description="库里的描述", caption="库里的说明")
    shown = {"image": image.pk, "caption": "图注", "description": "描述"}
    table = {
        "columns": [{"type": "text", "heading": "季度"}, {"type": "number", "heading": "场次"}],
        "rows": [{"values": ["第一季度", "6"]}],
        "caption": "",
    }
    page = streamed(
        make_notice("标题", document_number="柳妇通〔2019〕43号"),
        [
            ("heading", "一、小标题"),
            ("paragraph", "<p>段落<b>加粗</b></p><ul><li>一项</li></ul>"),
            ("quotation", {"text": "引文", "attribution": "主席"}),
            ("picture", shown),
            ("gallery", [shown, shown | {"caption": "第二张"}]),
            ("figures", [{"number": "213", "unit": "名", "label": "联系妇女"}]),
            ("table", {"caption": "表题", "table": table}),
            ("document", {"document": document.pk, "title": ""}),
            ("video", {"url": "https://video.example/1", "title": "视频标题", "cover": image.pk}),
        ],
    )
    reading = read(page)
    assert [(text.place.label, text.text) for text in reading.texts] == [
        ("标题", "标题"),
        ("文号", "柳妇通〔2019〕43号"),
        ("发文单位", "柳州市妇女联合会"),
        ("正文第 1 块（小标题）", "一、小标题"),
        ("正文第 2 块（正文段落）", "段落加粗\n一项"),
        ("正文第 3 块（引文），引文", "引文"),
        ("正文第 3 块（引文），出处", "主席"),
        ("正文第 4 块（图片），图片说明", "图注"),
        ("正文第 4 块（图片），图片描述", "描述"),
        ("正文第 5 块（图集）第 1 项，图片说明", "图注"),
        ("正文第 5 块（图集）第 1 项，图片描述", "描述"),
        ("正文第 5 块（图集）第 2 项，图片说明", "第二张"),
        ("正文第 5 块（图集）第 2 项，图片描述", "描述"),
        ("正文第 6 块（数字展示）第 1 项，数字", "213"),
        ("正文第 6 块（数字展示）第 1 项，单位", "名"),
        ("正文第 6 块（数字展示）第 1 项，说明", "联系妇女"),
        ("正文第 7 块（表格），表题", "表题"),
        ("正文第 7 块（表格），表格，表头", "季度"),
        ("正文第 7 块（表格），表格，表头", "场次"),
        ("正文第 7 块（表格），表格第 1 行", "第一季度"),
        ("正文第 7 块（表格），表格第 1 行", "6"),
        ("正文第 9 块（视频链接），视频标题", "视频标题"),
    ]
    assert [(one.image_id, one.description, one.decorative) for one in reading.pictures] == [
        (image.pk, "描述", False),
        (image.pk, "描述", False),
        (image.pk, "描述", False),
        (image.pk, None, True),
    ]
    assert [link.url for link in reading.links] == ["https://video.example/1"]
    ids = [block.id for block in page.body]
    assert reading.texts[3].place.block == ids[0]
    assert reading.pictures[1].place.block == ids[4]
    # What the library has is shown where the page has no words of its own.
    words = [text.text for text in Subject(page).texts]
    assert "议事规则（登记名）" in words
    assert {"库里的描述", "库里的说明"} <= set(words)


def test_links_and_documents_in_rich_text_are_read(document):
    html = (
        f'<p><a linktype="page" id="3">甲</a><a linktype="document" id="{document.pk}">附件一</a>'
        '<a href="https://a.example/">乙</a><a href="mailto:a@qq.com">丙</a></p>'
    )
    reading = read(streamed(make_notice(), [("paragraph", html)]))
    assert [(link.page_id, link.url) for link in reading.links] == [(3, ""), (None, "https://a.example/")]
    assert [(one.document_id, one.title) for one in reading.documents] == [(document.pk, "附件一")]
    assert "a@qq.com" in [text.text for text in reading.texts]


def test_rows_are_read_with_their_number(city_centre):
    summary = make_summary(make_site(city_centre), photos=2)
    summary.photos = [*summary.photos.all()]
    reading = read(summary)
    assert [(text.place.label, text.place.name, text.text) for text in reading.texts][-4:] == [
        ("照片第 1 行，图片说明", "caption", "说明0"),
        ("照片第 1 行，图片描述", "description", "描述0"),
        ("照片第 2 行，图片说明", "caption", "说明1"),
        ("照片第 2 行，图片描述", "description", "描述1"),
    ]
    assert [picture.description for picture in reading.pictures] == ["描述0", "描述1"]


def test_reading_asks_the_database_for_nothing(city_centre, django_assert_num_queries):
    summary = make_summary(make_site(city_centre)).get_latest_revision_as_object()
    with django_assert_num_queries(0):
        assert read(summary).texts


SAYS_NOTHING = (  # numbers, days and choices from a list
    blocks.BooleanBlock,
    blocks.ChoiceBlock,
    blocks.DateBlock,
    blocks.DecimalBlock,
    blocks.IntegerBlock,
)
READ = (
    *TEXTS,
    blocks.RichTextBlock,
    blocks.URLBlock,
    ImageChooserBlock,
    DocumentChooserBlock,
    TypedTableBlock,
)


def leaves(block):
    """The blocks in *block* that hold a value of their own."""
    if isinstance(block, blocks.ListBlock):
        yield from leaves(block.child_block)
    elif isinstance(block, (blocks.BaseStreamBlock, blocks.BaseStructBlock)):
        for child in block.child_blocks.values():
            yield from leaves(child)
    else:
        yield block


def test_no_kind_of_block_is_passed_over():
    streams = [
        field.stream_block
        for model in get_page_models()
        for item in (model, *(one.related_model for one in get_all_child_relations(model)))
        for field in item._meta.get_fields()
        if isinstance(field, StreamField)
    ]
    assert len(streams) > 10
    unknown = {
        type(block).__name__
        for stream in streams
        for block in leaves(stream)
        if not isinstance(block, (*READ, *SAYS_NOTHING))
    }
    assert unknown == set()
