"""Where the screen is offered: on the board of a site, and among the buttons of the form."""

import pytest
from django.urls import reverse

from reports.models import ReportingYear
from tests.factories.pages import make_summary
from tests.flow import submit

pytestmark = pytest.mark.django_db


def shown(client, address: str) -> str:
    return client.get(address).content.decode()


def form_of_new(site, app: str, model: str) -> str:
    return reverse("wagtailadmin_pages:add", args=[app, model, site.pk])


def test_on_the_board_the_years_summary_is_begun_or_filled(desk, site, editor):
    board = reverse("cms_site_board", args=[site.pk])
    year = desk.get(board).context["year"]
    begin = reverse("cms_word_new", args=[site.pk])
    assert f"{begin}?kind=summary&amp;year={year}" in shown(desk, board)
    summary = make_summary(site, year=year)
    fill = reverse("cms_word_fill", args=[summary.pk])
    assert fill in shown(desk, board)
    submit(summary, editor)
    assert fill not in shown(desk, board)


def test_beside_the_buttons_of_the_form(desk, site, editor):
    begin = reverse("cms_word_new", args=[site.pk])
    assert f"{begin}?kind=summary" in shown(desk, form_of_new(site, "reports", "yearendsummarypage"))
    assert f"{begin}?kind=story" in shown(desk, form_of_new(site, "pages", "storypage"))
    assert "/admin/word/" not in shown(desk, form_of_new(site, "reports", "workplanpage"))
    summary = make_summary(site)
    form, fill = (reverse(name, args=[summary.pk]) for name in ("wagtailadmin_pages:edit", "cms_word_fill"))
    assert fill in shown(desk, form)
    submit(summary, editor)
    assert fill not in shown(desk, form)


def test_the_form_starts_with_what_the_link_names(desk, site):
    ReportingYear.open(2020)
    ReportingYear.open(2021)
    form = desk.get(reverse("cms_word_new", args=[site.pk]), {"kind": "summary", "year": "2020"}).context[
        "form"
    ]
    assert (form["kind"].value(), form["year"].value()) == ("summary", "2020")
