"""What the sheet tells of the page beside the decisions, read from the approved revision that the ledger names."""

from dataclasses import dataclass

from wagtail.models import Page, Revision

from pages import tree
from pages.content import file_keys
from pages.models import SitePage

from ..county import County
from ..workflow.ledger import Action, LedgerEntry

CITY = "市妇联"


@dataclass(frozen=True)
class Facts:
    """Empty where the page or the revision is gone; the decisions are there all the same.

    *unit* is the county of the ledger's code, or the city. *site* is the name that the site had when the page was
    published. *photos* counts pictures, each once; *characters* is 字数 where the page counts it.
    """

    unit: str = CITY
    type_name: str = ""
    site: str = ""
    photos: int | None = None
    characters: int | None = None
    url: str = ""


def facts_of(entry: LedgerEntry) -> Facts:
    """Return the facts of the publication *entry*."""
    unit = _unit(entry.county_code)
    revision = Revision.objects.filter(pk=entry.revision_id).first()
    page = Page.objects.filter(pk=entry.page_id).first()
    if revision is None or page is None:
        return Facts(unit=unit, url=_url(page))
    content = revision.as_object()
    return Facts(
        unit=unit,
        type_name=content.get_verbose_name(),
        site=_site(revision.content.get("path", ""), entry),
        photos=sum(key.startswith("image:") for key in file_keys(content)),
        characters=getattr(content, "character_count", None) or None,
        url=_url(page),
    )


def _unit(code: str) -> str:
    if not code:
        return CITY
    return County.objects.filter(code=code).values_list("name", flat=True).first() or code


def _url(page: Page | None) -> str:
    return (page.full_url or "") if page else ""


def _site(path: str, entry: LedgerEntry) -> str:
    """The title under which the site was published last before *entry*; a site is its own site."""
    if len(path) < tree.SITE_DEPTH * tree.STEP:
        return ""
    site = SitePage.objects.filter(path=tree.prefix(path, tree.SITE_DEPTH)).first()
    if site is None:
        return ""
    then = LedgerEntry.objects.filter(page_id=site.pk, action=Action.CITY_APPROVED, pk__lt=entry.pk)
    return then.order_by("-pk").values_list("page_title", flat=True).first() or site.title
