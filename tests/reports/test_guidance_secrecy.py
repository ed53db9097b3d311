"""Nothing of guidance is public, and the county learns nothing of the department's drafts."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from pages.models import CountyPage
from reports.models import GuidanceVisit
from tests.factories.guidance import make_answer, make_visit
from tests.factories.pages import make_site
from tests.flow import publish

pytestmark = pytest.mark.django_db
SECRET = "qx7zk9"
LINK = re.compile(r'(?:href|src)="(/[^"#]*)"')


@pytest.fixture
def live_place(city_centre, people, department):
    """A published site with a visit, a draft of a visit and an answer, all with the secret word."""
    site = publish(make_site(city_centre, title="文昌社区"), people)
    CountyPage.objects.filter(pk=city_centre.page_id).update(live=True)
    words = {name: f"{SECRET}{name}" for name in ("visitors", "findings", "advice")}
    make_answer(make_visit(site, department, **words), people.editor("450202"), f"{SECRET}answer")
    make_visit(site, department, sent=False, **{name: f"{text}draft" for name, text in words.items()})
    return site


def test_the_public_site_says_nothing(live_place):
    client, seen = Client(), set()
    waiting = ["/", live_place.url, f"/search/?q={SECRET}", "/sitemap.xml", "/feed/"]
    while waiting:
        address = waiting.pop().replace("&amp;", "&")
        if address in seen or address.startswith(("/admin/", "/static/", "/media/")) or len(seen) > 400:
            continue
        seen.add(address)
        response = client.get(address)
        text = b"".join(response).decode("utf-8", "ignore")
        told = text.replace(f"q={SECRET}", "").replace(f'value="{SECRET}"', "")
        assert not re.search(f"{SECRET}(visitors|findings|advice|answer)", told), address
        assert "调研指导" not in text, address
        if response.status_code == 200 and "html" in response["content-type"]:
            waiting += LINK.findall(text)
    assert live_place.url in seen
    assert len(seen) > 20


def test_the_visit_itself_asks_for_a_login(live_place):
    for visit in GuidanceVisit.objects.all():
        for name in ("visit", "edit"):
            response = Client().get(reverse(f"reports_guidance_{name}", args=[visit.pk]))
            assert response.status_code == 302
            assert "/login/" in response.url


@pytest.mark.parametrize("role", ["editor", "lead"])
def test_wagtails_own_views_tell_a_county_nothing_of_drafts(live_place, people, role):
    client = people.client(getattr(people, role)("450202"))
    pk = live_place.pk
    addresses = [
        f"/admin/pages/{pk}/edit/", f"/admin/pages/{pk}/usage/", f"/admin/pages/{pk}/history/", f"/admin/pages/{pk}/",
        f"/admin/pages/{pk}/delete/", f"/admin/api/main/pages/{pk}/", f"/admin/pages/search/?q={SECRET}",
        f"/admin/choose-page/search/?q={SECRET}", "/admin/", f"/admin/content/?q={SECRET}", reverse("reports_guidance"),
    ]  # fmt: skip
    for address in addresses:
        text = client.get(address).content.decode()
        assert not re.search(f"{SECRET}[a-z]+draft", text), address
        assert "guidance visit" not in text.lower(), address
    assert f"{SECRET}visitors" in client.get(reverse("reports_guidance")).content.decode()


def test_a_draft_keeps_no_draft_of_a_site_from_being_deleted(people, city_centre, department):
    site = make_site(city_centre, owner=people.editor("450202"))
    draft = make_visit(site, department, sent=False)
    client = people.client(people.editor("450202"))
    address = reverse("wagtailadmin_pages:delete", args=[site.pk])
    assert "调研" not in re.sub(r"(?s)<script.*?</script>", "", client.get(address).content.decode())
    client.post(address)
    draft.refresh_from_db()
    assert draft.site is None
    page = people.client(department).get(reverse("reports_guidance_edit", args=[draft.pk]))
    assert page.status_code == 200


def test_the_board_links_to_what_the_user_may_see(live_place, people, department):
    def line(user) -> list[str]:
        page = people.client(user).get(reverse("cms_site_board", args=[live_place.pk])).content.decode()
        return re.findall(r"调研指导（(\d+) 次）", page)

    assert line(people.editor("450202")) == ["1"]
    assert line(department) == ["2"]
    GuidanceVisit.objects.filter(sent_at__isnull=False).update(site=None)
    assert line(people.lead("450202")) == []
