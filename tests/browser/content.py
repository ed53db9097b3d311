"""What stands on the site before a journey begins."""

from cms.county import County
from pages.models import SitePage
from reports.models import ReportingYear
from tests.factories.pages import make_site
from tests.flow import publish

YEAR = 2020
COUNTY = "450202"
PLACE = "文昌示例社区"


def open_year(year: int = YEAR) -> None:
    """Open *year* for reports, and no other."""
    ReportingYear.open(year)
    ReportingYear.objects.exclude(year=year).update(is_open=False)


def published_site(people, title: str = PLACE, code: str = COUNTY) -> SitePage:
    """A published site of a county whose own page is published too."""
    county = County.objects.get(code=code)
    page = county.page.specific
    if not page.live:
        page.introduction, page.support = "<p>柳江穿城而过。</p>", "<p>每个示范点一位联系领导。</p>"
        page.office_phone, page.office_address = "0772-0000000", "示例路 1 号"
        page.save_revision()
        publish(page, people)
    county.refresh_from_db()
    site = make_site(
        county, title, address="示例路 2 号", brand_name="文昌姐妹", home_established=True, home_stars=5
    )
    return publish(site, people)
