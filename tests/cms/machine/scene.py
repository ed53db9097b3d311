"""The prepared world: two counties with sites, summaries and pictures, some published by the people's own steps."""

from django.core.files.base import ContentFile
from PIL import Image as PillowImage
from wagtail.models import Page

from cms.county import County
from media.models import CustomDocument, CustomImage
from pages.models import NoticeIndexPage
from reports.models import ReportingYear
from tests.factories.pages import make_notice, make_site, make_summary
from tests.media.samples import PDF

from . import driving, invariants
from .digest import digest
from .people import CITY, A, B, make_staff
from .world import World


def build() -> World:
    """Make everything and publish a part of it through the admin, as staff would."""
    staff = make_staff()
    world = World(staff, invariants.after_step)
    ReportingYear.open(2020)
    for code in (A, B):
        _county(world, code)
    _notices(world)
    for page in Page.objects.filter(depth__gt=1):
        if page.live:
            world.memory.founded[page.pk] = digest(
                world.anonymous.get(world.address(page)).content.decode(), page.slug
            )
        if world.county_of_path(page.path) == CITY:
            world.memory.drafts[page.pk] = world.written(page.pk)
            # What the set-up founded was written by nobody.
            world.memory.authors[page.pk] = set() if page.live else {"moderator 1"}
    from .snapshot import Snapshot

    world.last = Snapshot.take()
    for page in list(Page.objects.filter(title__contains="先发布").order_by("path")):
        for name in ("submit", "lead approve", "city approve"):
            if name != "lead approve" or world.county_of_path(page.path) != CITY:
                driving.take(world, page.pk, name, 0)
        if not Page.objects.get(pk=page.pk).live:
            raise RuntimeError(f"{page} could not be published: {world.log[-3:]} {world.errors[-1:]}")
    return world


def _county(world: World, code: str) -> None:
    county = County.objects.get(code=code)
    for number in range(4):
        CustomImage.objects.create(
            title=f"图 {world.token(code)}", collection=county.collection, file=ContentFile(_picture(number, code), "p.jpg"),
            caption=f"库中说明 {world.token(code)}", description=f"库中描述 {world.token(code)}",
        )  # fmt: skip
    CustomDocument.objects.create(
        title=f"文件 {world.token(code)}", file=ContentFile(PDF, "plan.pdf"), collection=county.collection
    )
    pictures = list(CustomImage.objects.filter(collection=county.collection))
    shown = make_site(
        county, title=f"先发布 {world.token(code)}", lead_image=pictures[0], slug=f"shown-{code}"
    )
    draft = make_site(
        county,
        title=f"示范点 {world.token(code)}",
        brand_name=f"品牌 {world.token(code)}",
        slug=f"draft-{code}",
    )
    for site, year, title in ((shown, 2020, "先发布"), (draft, 2020, "总结"), (shown, None, "另一年")):
        year = year or ReportingYear.objects.exclude(year=2020).first().year
        make_summary(
            site,
            year,
            image=pictures[1],
            title=f"{title} {world.token(code)}",
            text=f"正文 {world.token(code)}",
        )


def _notices(world: World) -> None:
    moderator = world.staff["moderator 1"].user
    for title in ("先发布", "通知"):
        page = make_notice(title=f"{title} {world.token(CITY)}")
        page.save_revision(user=moderator)
    assert NoticeIndexPage.objects.get().live


def _picture(number: int, code: str) -> bytes:
    """A small picture in which every crop looks different."""
    import io

    picture = PillowImage.new("RGB", (96, 64))
    picture.putdata([(x * 2, y * 3, number * 40 + int(code) % 40) for y in range(64) for x in range(96)])
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG")
    return buffer.getvalue()
