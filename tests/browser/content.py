"""What stands on the site before a journey begins."""

from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from cms.county import County
from pages.models import HomePage, NoticePage, SitePage
from reports.models import ReportingYear, YearEndSummaryPage
from tests.factories.pages import make_notice, make_site, make_summary
from tests.factories.pictures import make_picture
from tests.flow import publish

YEAR = 2020
COUNTY = "450202"
PLACE = "文昌示例社区"
LONG_PLACE = "古宜镇大寨易地扶贫搬迁集中安置点示例社区第二居民小组"


def open_year(year: int = YEAR) -> None:
    """Open *year* for reports, and no other."""
    ReportingYear.open(year)
    ReportingYear.objects.exclude(year=year).update(is_open=False)


def published_site(people, title: str = PLACE, code: str = COUNTY, **fields) -> SitePage:
    """A published site of a county whose own page is published too."""
    county = County.objects.get(code=code)
    page = county.page.specific
    if not page.live:
        page.introduction, page.support = "<p>柳江穿城而过。</p>", "<p>每个示范点一位联系领导。</p>"
        page.office_phone, page.office_address = "0772-0000000", "示例路 1 号"
        page.lead_image = make_picture(county.collection, description="江岸")
        page.save_revision()
        publish(page, people)
    values = {"address": "示例路 2 号", "brand_name": "文昌姐妹", "brand_slogan": "姐妹的事，姐妹商量着办"}
    county = County.objects.get(code=code)
    site = make_site(county, title, home_established=True, home_stars=5, named_year=2019, **values | fields)
    return publish(site, people)


def published_summary(people, site: SitePage) -> YearEndSummaryPage:
    """A published summary whose body has a block of every kind."""
    open_year()
    page = make_summary(site, YEAR, photos=5, title=f"{site.title}妇联{YEAR}年基层妇联改革示范点建设工作总结")
    kinds = page.body.stream_block.child_blocks
    raw = _blocks(County.of(site).collection)
    page.body = [(kind, kinds[kind].to_python(value)) for kind, value in raw.items()]
    page.save_revision()
    return publish(page, people)


def whole_site(people) -> dict[str, str]:
    """A bit of everything, published; returns addresses by what stands there."""
    home = HomePage.objects.get()
    home.slogan, home.introduction = "把妇联建在姐妹身边", "柳州市基层妇联改革示范点。"
    home.save_revision(user=people.moderator("zulianbu"))
    publish(home, people)
    notice: NoticePage = make_notice("关于做好基层妇联改革示范点建设工作的通知", issued_by="柳州市妇女联合会")
    publish(notice, people)
    site = published_site(people)
    summary = published_summary(people, site)
    far = published_site(people, LONG_PLACE, "450226", kind="resettlement", brand_slogan="")
    return {
        "home": "/",
        "county": site.get_parent().url,
        "site": site.url,
        "site with a long name": far.url,
        "summary": summary.url,
        "notice": notice.url,
        "notices": "/notices/",
        "sites": "/sites/",
        "summaries": "/summaries/",
        "no summaries": "/summaries/?county=450226",
        "search": "/search/?q=妇联",
        "nothing found": "/search/?q=龙卷风",
    }


def _blocks(collection) -> dict[str, Any]:
    """A stored value for each kind of block."""
    picture = make_picture(collection, title="正文图片", description="妇女之家门前")
    document = get_document_model().objects.create(
        title="议事规则", file=ContentFile(b"%PDF-1.4\n%%EOF\n", "rules.pdf"), collection=collection
    )
    shown = {"image": picture.pk, "caption": "妇女之家门前", "description": "门前有树"}
    table = {
        "columns": [{"type": "text", "heading": "季度"}, {"type": "number", "heading": "场次"}],
        "rows": [{"values": ["第一季度", "6"]}, {"values": ["第二季度", "12"]}],
        "caption": "",
    }
    figures = [("213", "名", "联系妇女群众"), ("1,200", "人次", "志愿服务"), ("15", "名", "执委")]
    return {
        "heading": "一、执委轮值",
        "paragraph": "<h2>二、议事会</h2><p>全年共召开<b>六次</b>。</p><ul><li>第一项</li></ul>",
        "quotation": {"text": "姐妹的事，姐妹商量着办。", "attribution": "社区妇联主席"},
        "picture": shown,
        "gallery": [shown, shown],
        "figures": [dict(zip(("number", "unit", "label"), figure, strict=True)) for figure in figures],
        "table": {"caption": "宣讲场次", "table": table},
        "document": {"document": document.pk, "title": "妇女议事会议事规则"},
        "video": {"url": "https://video.example/1", "title": "山歌专场", "cover": None},
    }
