"""Rows of the register of adoptions."""

from datetime import date
from itertools import count

from wagtail.models import Page

from cms.county import County
from reports.models import Adoption, AdoptionChannel
from tests.flow import publish
from tests.people import People

from .pages import make_site

_numbers = count(1)


def channel(name: str = "媒体") -> AdoptionChannel:
    """One of the channels that ``setup_site`` makes."""
    return AdoptionChannel.objects.get(name=name)


def public_site(county: County, people: People, title: str = "文昌社区"):
    """A published site that the public reaches, of a county whose page is public."""
    Page.objects.filter(pk=county.page_id).update(live=True)
    return publish(make_site(county, title), people)


def make_adoption(county: County, day: date = date(2020, 5, 1), **fields) -> Adoption:
    """A row as the form makes it: checked, with the channel's points unless *fields* says others."""
    values = {"title": f"采用的信息{next(_numbers)}", "channel": channel()} | fields
    row = Adoption(county=county.page, adopted_on=day, **values)
    row.full_clean()
    row.save()
    return row
