"""Adoptions of the demonstration's published pages in this year and the last one."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.contrib.auth.models import AbstractBaseUser
from django.utils import timezone
from wagtail.models import Page

from pages.models import Listing
from pages.tree import COUNTY_DEPTH, prefix
from reports.models import Adoption, AdoptionChannel

# The order of the channel, and where it appeared. (No newspaper or person is named: none has printed this.)
OF_THIS_YEAR = [
    (0, "公众号头条"),
    (0, "公众号"),
    (3, "市级报纸，综合新闻版"),
    (1, "自治区妇联网站，基层动态"),
    (0, "公众号"),
    (2, "全国妇联网站，地方要闻"),
    (0, "公众号"),
    (3, "县区融媒体中心"),
]
OF_LAST_YEAR = [
    (0, "公众号", (2, 18)),
    (1, "自治区妇联简报", (3, 31)),
    (0, "公众号", (4, 1)),
    (3, "市级电视台，民生栏目", (9, 10)),
    (0, "公众号", (12, 5)),
]


def adoptions(user: AbstractBaseUser) -> None:
    """Record about a dozen adoptions as *user* of the organisation department."""
    today = timezone.localdate()
    pages = _pages()
    for (channel, appeared), day in zip(OF_THIS_YEAR, _days(today, len(OF_THIS_YEAR)), strict=True):
        _record(next(pages), channel, appeared, day, user)
    for channel, appeared, (month, day) in OF_LAST_YEAR:
        _record(next(pages), channel, appeared, date(today.year - 1, month, day), user)


def _record(page: Page, channel: int, appeared: str, day: date, user: AbstractBaseUser) -> None:
    row = Adoption(
        page=page,
        channel=AdoptionChannel.objects.all()[channel],
        adopted_on=day,
        appeared=appeared,
        recorded_by=user,
    )
    row.full_clean()
    row.save()


def _pages() -> Iterator[Page]:
    """Published pages of the counties, each county's first before anybody's second, without end."""
    by_county: dict[str, list[Page]] = {}
    for listing in Listing.objects.filter(page__live=True).select_related("page").order_by("page__path"):
        if listing.page.depth > COUNTY_DEPTH:
            by_county.setdefault(prefix(listing.page.path, COUNTY_DEPTH), []).append(listing.page)
    number = 0
    while True:
        for pages in by_county.values():
            yield pages[number % len(pages)]
        number += 1


def _days(today: date, number: int) -> Iterator[date]:
    """*number* days spread over the part of this year that is over, first to last."""
    passed = (today - date(today.year, 1, 1)).days
    for n in range(number):
        yield date(today.year, 1, 1) + timedelta(days=passed * (2 * n + 1) // (2 * number))
