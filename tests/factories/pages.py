"""Pages for tests: drafts by default, published only through the real workflow."""

from itertools import count

from cms.county import County
from pages.models import NoticeIndexPage, NoticePage, SitePage
from reports.models import ReportingYear, SummaryPhoto, YearEndSummaryPage

from .pictures import make_picture

_numbers = count(1)
TEXT = "全年召开执委会议六次，联系妇女群众二百一十三名。"


def make_site(county: County, title: str = "", **fields) -> SitePage:
    """A draft of a demonstration site that could be submitted."""
    values = {"kind": "community", "township": "示例街道", "introduction": "<p>示范点简介。</p>"} | fields
    page = SitePage(title=title or f"示例社区{next(_numbers)}", live=False, **values)
    county.page.refresh_from_db()
    county.page.add_child(instance=page)
    page.save_revision()
    return page


def make_summary(
    site, year: int = 2020, photos: int = 3, text: str = TEXT, image=None, **fields
) -> YearEndSummaryPage:
    """A draft of a summary that could be submitted; *image* for all photos, else new ones."""
    ReportingYear.open(year)
    county = County.of(site)
    page = YearEndSummaryPage(
        title=fields.pop("title", f"{year}年总结{next(_numbers)}"),
        year=year,
        body=[("paragraph", f"<p>{text}</p>")],
        live=False,
        **fields,
    )
    page.photos = [
        SummaryPhoto(
            image=image or make_picture(county.collection, title=f"照片{n}"),
            caption=f"说明{n}",
            description=f"描述{n}",
            sort_order=n,
        )
        for n in range(photos)
    ]
    site.refresh_from_db()
    site.add_child(instance=page)
    page.save_revision()
    return page


def make_notice(title: str = "", **fields) -> NoticePage:
    """A draft of a notice of the city."""
    index = NoticeIndexPage.objects.get()
    page = NoticePage(
        title=title or f"通知{next(_numbers)}",
        live=False,
        body=[("paragraph", "<p>各县区妇联：</p>")],
        **fields,
    )
    index.add_child(instance=page)
    page.save_revision()
    return page
