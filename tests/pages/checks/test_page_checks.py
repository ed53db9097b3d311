"""What the checks say about whole pages: the samples, each kind of finding, and what it costs."""

import pytest
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from wagtail.documents import get_document_model

from pages.checks.findings import Severity
from pages.checks.runner import run
from pages.models import ExternalLink, SiteMember, WordToAvoid
from pages.words import CACHE_KEY
from tests.conftest import SAMPLES
from tests.factories.pages import make_notice, make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import publish

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def words_as_they_are():
    """The list is kept in the cache, which outlives a test."""
    cache.delete(CACHE_KEY)
    yield
    cache.delete(CACHE_KEY)


CARD = "6222021234567890128"
ID_NUMBER = "45022319780512124X"


def found(page) -> list[tuple[str, str]]:
    """Check and severity of each finding in *page* but for what the notice's rules remark."""
    return [(one.check, str(one.severity)) for one in run(page).findings if one.severity != Severity.NOTE]


def said(page, check: str) -> list[str]:
    return [str(one) for one in run(page).findings if one.check == check]


def sample(city_centre, name: str, photos: int):
    """A summary with the text of a sample."""
    paragraphs = Document(SAMPLES / f"summary-{name}.docx").paragraphs
    title, *lines = [paragraph.text.strip() for paragraph in paragraphs if paragraph.text.strip()]
    text = "</p><p>".join(line for line in lines if not line.startswith("图"))
    return make_summary(make_site(city_centre), text=text, photos=photos, title=title)


def test_sample_with_personal_data_yields_exactly_these(city_centre):
    page = sample(city_centre, "with-personal-data", photos=2)
    assert found(page) == [
        ("rules", "blocking"),
        ("id_number", "blocking"),
        ("bank_card", "blocking"),
        ("mobile", "warning"),
        ("email", "warning"),
    ]
    assert [str(one) for one in run(page).findings] == [
        "照片：需要 3 至 5 张照片，现有 2 张，请再添加至少 1 张。",
        "正文第 1 块（正文段落）：有身份证号 450223********124X，不能公开，请删去或只留首尾几位。",
        "正文第 1 块（正文段落）：有银行卡号 6222***********0128，不能公开，请删去或只留首尾几位。",
        "正文第 1 块（正文段落）：有手机号 138****2345，公开前请征得本人同意，或者隐去中间四位。",
        "正文第 1 块（正文段落）：有个人邮箱 w***@example.com，请核对能否公开。",
    ]


@pytest.mark.parametrize("name", ["valid", "too-long"])
def test_ordinary_samples_yield_nothing_of_the_kind(city_centre, name):
    page = sample(city_centre, name, photos=4)
    assert found(page) == ([] if name == "valid" else [("rules", "blocking")])


def test_numbers_are_found_wherever_they_stand(city_centre):
    site = make_site(city_centre, f"示例社区{ID_NUMBER}", brand_slogan=f"卡号 {CARD}")
    site.members = [SiteMember(post="chair", public_name="陆主席", duty="电话 138 7721 2345")]
    document = get_document_model().objects.create(
        title=f"{ID_NUMBER}的申请", file=ContentFile(b"%PDF-1.4\n%%EOF\n", "a.pdf")
    )
    places = {one.check: one.problem.place for one in run(site).findings if one.check != "rules"}
    assert places == {"id_number": "标题", "bank_card": "品牌口号", "mobile": "成员第 1 行，分工"}
    notice = make_notice()
    notice.body = [("document", {"document": document, "title": ""})]
    assert found(notice) == [("id_number", "blocking")]
    summary = make_summary(make_site(city_centre))
    summary.photos.all()[0].caption = f"身份证 {ID_NUMBER}"
    rows = list(summary.photos.all())
    rows[1].description = f"身份证 {ID_NUMBER}"
    summary.photos = rows
    assert said(summary, "id_number")[0].startswith("照片第 2 行，图片描述：有身份证号")


def test_what_is_kept_never_spells_out_a_number(city_centre):
    page = sample(city_centre, "with-personal-data", photos=2)
    kept = str(run(page).as_kept())
    assert "13877212345" not in kept
    assert ID_NUMBER not in kept
    assert CARD not in kept
    assert "weimou" not in kept


def test_an_offices_own_number_and_address_may_stand_where_they_belong(city_centre):
    county = city_centre.page.specific
    county.office_phone, county.office_address = "0772-2821234", "文昌路66号2栋501室"
    county.save_revision()
    county = county.get_latest_revision_as_object()
    assert said(county, "landline") == said(county, "address") == []
    type(county).objects.filter(pk=county.pk).update(office_phone="0772-2821234")
    summary = make_summary(make_site(city_centre), text="办公电话0772-2821234，另一部0772-2829876。")
    assert len(said(summary, "landline")) == 1
    assert "0772" in said(summary, "landline")[0]


def test_address_below_the_township_is_to_be_confirmed(city_centre):
    summary = make_summary(make_site(city_centre), text="她家住文昌路12号3栋501室。")
    assert [one.severity for one in run(summary).findings] == [Severity.WARNING]
    assert said(summary, "address") == [
        "正文第 1 块（正文段落）：“文昌路**号*栋***室”写到了门牌或房号，个人住址只写到乡镇（街道）。"
    ]


def test_words_of_the_list_with_reason_and_better_ones(city_centre):
    WordToAvoid.objects.all().delete()
    WordToAvoid.objects.create(word="残废人", reason="含歧视。", better="残疾人")
    summary = make_summary(make_site(city_centre), text="走访残废人家庭。")
    assert said(summary, "wording") == ["正文第 1 块（正文段落）：“残废人”：含歧视，建议改为“残疾人”。"]
    word = WordToAvoid.objects.get()
    word.active = False
    word.save()
    assert said(summary, "wording") == []


def test_punctuation(city_centre):
    summary = make_summary(make_site(city_centre), text="妇女,儿童都来了。。第二句")
    assert [one.check for one in run(summary).findings] == ["punctuation", "punctuation"]


def test_pictures_need_a_description_enough_pixels_and_consent_for_minors(city_centre):
    small = make_picture(title="小图", description="")
    small.width, small.height = 800, 600
    type(small).objects.filter(pk=small.pk).update(width=800, height=600)
    children = make_picture(title="合影", description="孩子们", minors_shown=True)
    site = make_site(city_centre, lead_image=small)
    assert found(site) == [("description", "blocking"), ("small_picture", "warning")]
    assert "“小图”没有图片描述" in said(site, "description")[0]
    site = make_site(city_centre, lead_image=children)
    assert found(site) == [("minors", "warning")]
    type(children).objects.filter(pk=children.pk).update(consent_held=True)
    assert found(site) == []


def test_a_picture_beside_a_name_needs_neither_words_nor_many_pixels(city_centre):
    portrait = make_picture(description="")
    type(portrait).objects.filter(pk=portrait.pk).update(width=300, height=400)
    site = make_site(city_centre)
    site.members = [SiteMember(post="chair", public_name="陆主席", photo=portrait, photo_consent=True)]
    assert [one for one in run(site).findings if one.check in ("description", "small_picture")] == []


def test_links_that_readers_cannot_follow(city_centre, people):
    there, draft = publish(make_site(city_centre), people), make_site(city_centre)
    ExternalLink.objects.create(url="https://gone.example/", gone=True, detail="网页不存在（404）")
    links = [
        f'<a linktype="page" id="{there.pk}">一</a>',
        f'<a linktype="page" id="{draft.pk}">二</a>',
        '<a linktype="page" id="999999">三</a>',
        '<a href="https://gone.example/">四</a>',
        '<a href="https://fine.example/">五</a>',
        '<a href="www.half.example">六</a>',
    ]
    summary = make_summary(make_site(city_centre), text="".join(links))
    assert [words.partition("：")[2] for words in said(summary, "link")] == [
        "链接的页面还没有公开，读者打不开，请核对。",
        "链接的页面已经不存在，请删去或改为别的链接。",
        "链接 https://gone.example/ 打不开：网页不存在（404）。",
        "链接“www.half.example”不完整，外部网址应以 http:// 或 https:// 开头。",
    ]


def test_at_most_three_queries_besides_the_pages_own_rules(city_centre, people):
    document = get_document_model().objects.create(
        title="规则", file=ContentFile(b"%PDF-1.4\n%%EOF\n", "a.pdf")
    )
    text = (
        f'<a linktype="page" id="{city_centre.page_id}">县</a> <a href="https://a.example/">网</a> '
        f'<a linktype="document" id="{document.pk}">附件</a> 身份证{ID_NUMBER}'
    )
    costs = []
    for photos in (3, 5):
        page = make_summary(make_site(city_centre), text=text, photos=photos).get_latest_revision_as_object()
        run(page)
        with CaptureQueriesContext(connection) as own:
            page.submission_problems()
        with CaptureQueriesContext(connection) as all_of_them:
            run(page)
        costs.append(len(all_of_them) - len(own))
    assert costs == [3, 3]


def test_a_picture_that_is_gone_is_named(city_centre):
    site = make_site(city_centre)
    site.lead_image_id = 999_999
    assert "已经不在图片库里" in said(site, "picture_gone")[0]


def test_small_pictures_are_measured_on_their_long_side(city_centre):
    image = make_picture(description="高")
    assert max(image.width, image.height) >= 1200
    assert found(make_site(city_centre, lead_image=image)) == []


def test_words_that_only_the_library_has_are_checked_too(city_centre):
    image = make_picture(caption=f"身份证{ID_NUMBER}", description="画面", photographer="摄影 13877212345")
    notice = make_notice()
    notice.body = [("picture", {"image": image, "caption": "", "description": "门前"})]
    assert found(notice) == [("id_number", "blocking"), ("mobile", "warning")]
    assert said(notice, "id_number")[0].startswith("正文第 1 块（图片），图片（图片库里的文字）：")
    # Words that a row took over from the library are named once, where they can be mended.
    summary = make_summary(make_site(city_centre))
    rows = list(summary.photos.all())
    rows[0].image, rows[0].caption, rows[0].photographer = image, image.caption, image.photographer
    summary.photos = rows
    assert said(summary, "id_number")[0].startswith("照片第 1 行，图片说明")
    assert len(said(summary, "id_number")) == len(said(summary, "mobile")) == 1
