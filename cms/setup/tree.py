"""Home, notices, stories and the ten county pages."""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from wagtail.models import Collection, Page, Site

from pages.models import CountyPage, HomePage, NoticeIndexPage, SiteIdentity, StoryIndexPage
from pages.models.county import CountyKind
from pages.slugs import slug_from_title

from ..workflow import approvals
from ..workflow.ledger import Action


@dataclass(frozen=True)
class Division:
    """A county as the official list of divisions names it."""

    code: str
    name: str

    @property
    def kind(self) -> CountyKind:
        """Kind by the last characters of the name: 自治县, 区 or 县."""
        if self.name.endswith("自治县"):
            return CountyKind.AUTONOMOUS
        return CountyKind.DISTRICT if self.name.endswith("区") else CountyKind.COUNTY

    @property
    def slug(self) -> str:
        """Address of the county: pinyin of its proper name, without 区, 县 or 自治县."""
        return slug_from_title(self.name[:2]).replace("-", "")


def found(parent: Page, page: Page) -> Page:
    """Add one of the city's own pages and publish it by the set-up's own entry in the ledger.

    For structure without anybody's text only; the guard accepts such an entry for no county's page.
    """
    with transaction.atomic():
        page.live = False
        parent.add_child(instance=page)
        revision = page.save_revision()
        hashed = approvals.content_hash(revision.as_object())
        approvals.record(Action.FOUNDED, page, revision=revision, content_hash=hashed)
        revision.publish()
    page.refresh_from_db()
    return page


def name_roots() -> None:
    """Give Wagtail's roots Chinese names; editors see them in breadcrumbs and choosers."""
    Page.objects.filter(depth=1).update(title="全站", draft_title="全站")
    Collection.objects.filter(depth=1).update(name="全部文件")


def ensure_home() -> HomePage:
    """Return the home page, made (in place of Wagtail's welcome page) if there is none."""
    home = HomePage.objects.first()
    if home is None:
        root = Page.get_first_root_node()
        welcome = root.get_children().filter(slug="home", content_type__model="page").first()
        if welcome:
            Site.objects.filter(root_page=welcome).update(root_page=root)
            welcome.delete()
            root.refresh_from_db()
        home = found(root, HomePage(title="首页", slug="home"))
    _ensure_site(home)
    return home


def _ensure_site(home: HomePage) -> None:
    host = settings.SITE_URL.split("://", 1)[1]
    hostname, _, port = host.partition(":")
    default_port = 443 if settings.SITE_URL.startswith("https") else 80
    site, _ = Site.objects.update_or_create(
        is_default_site=True,
        defaults={
            "hostname": hostname,
            "port": int(port or default_port),
            "root_page": home,
            "site_name": settings.WAGTAIL_SITE_NAME,
        },
    )
    SiteIdentity.objects.get_or_create(site=site)


def ensure_notices(home: HomePage) -> NoticeIndexPage:
    """Return the section of notices, made if there is none."""
    return NoticeIndexPage.objects.first() or found(home, NoticeIndexPage(title="通知公告", slug="notices"))


def ensure_stories(home: HomePage) -> StoryIndexPage:
    """Return the section of stories, made if there is none."""
    return StoryIndexPage.objects.first() or found(home, StoryIndexPage(title="经验故事", slug="stories"))


def ensure_county_page(home: HomePage, division: Division) -> CountyPage:
    """Return the county's page, made as a draft: what it says is for the county to write and its lead to approve."""
    page = CountyPage.objects.filter(code=division.code).first()
    if page is None:
        page = CountyPage(
            title=division.name, slug=division.slug, code=division.code, kind=division.kind, live=False
        )
        home.add_child(instance=page)
        page.save_revision()
    return page
