"""How staff find the sheet: menus, the review, the public page, which is the same for everybody."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from tests.factories.pages import make_site, make_summary
from tests.flow import decide, fresh, publish, submit
from tests.people import PASSWORD

pytestmark = pytest.mark.django_db


def url(page) -> str:
    return f"/admin/sheets/{page.pk}/"


def test_the_menu_of_a_published_page_leads_there(summary, place, people):
    client, address = people.client(people.editor("450202")), url(summary)
    for name in ("edit", "history"):
        assert (
            address in client.get(reverse(f"wagtailadmin_pages:{name}", args=[summary.pk])).content.decode()
        )
    draft = make_summary(place, year=2021)
    html = client.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert url(draft) not in html


def test_the_review_leads_there_after_the_publication(place, people):
    page = make_summary(place)
    submit(page, people.editor("450202"))
    decide(page, people.lead("450202"))
    client = people.client(people.moderator())
    revision = fresh(page).latest_revision_id
    answer = client.post(
        f"/admin/review/{page.pk}/", {"action": "approve", "revision": revision}, follow=True
    )
    assert fresh(page).live
    assert url(page) in answer.content.decode()
    answer = client.get(f"/admin/review/{page.pk}/", follow=True)
    assert url(page) in answer.content.decode()


def test_what_the_lead_approved_has_no_link_yet(place, people):
    page = make_summary(place)
    submit(page, people.editor("450202"))
    revision = fresh(page).latest_revision_id
    client = people.client(people.lead("450202"))
    answer = client.post(
        f"/admin/review/{page.pk}/", {"action": "approve", "revision": revision}, follow=True
    )
    assert url(page) not in answer.content.decode()


def test_public_pages_are_the_same_for_everybody(place, city_centre, people):
    Page.objects.filter(pk=city_centre.page_id).update(live=True)  # else the public does not reach the site
    answers = [
        client.get(place.url)
        for client in (people.client(people.moderator()), people.client(people.editor("450226")))
    ]
    stranger = Client().get(place.url)
    assert {answer.content for answer in answers} == {stranger.content}
    assert "Cookie" not in stranger.get("Vary", "")
    assert f'<template data-staff="{place.path}">' in stranger.content.decode()


def test_the_mark_of_staff_comes_with_the_login_and_goes_with_the_logout(city_centre, people):
    marks = {
        people.editor("450202"): f"p{city_centre.page.path}",
        people.moderator(): f"p{city_centre.page.path[:8]}",
        people.admin(): "p",
    }
    for user, mark in marks.items():
        client = Client()
        client.post("/admin/login/", {"username": user.username, "password": "wrong"})
        assert "staff" not in client.cookies
        client.post("/admin/login/", {"username": user.username, "password": PASSWORD})
        assert client.cookies["staff"].value == mark
        client.post("/admin/logout/")
        assert client.cookies["staff"].value == ""


def test_the_site_of_a_draft_county_has_its_sheet_too(sanjiang, people):
    site = publish(make_site(sanjiang, "江川村"), people)
    assert people.client(people.lead("450226")).get(url(site)).status_code == 200
