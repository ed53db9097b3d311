"""The form of 我要纠错: about public pages only, nothing typed is lost, programs and floods are kept out."""

import re
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from pages.corrections.limits import PER_HOUR, source_of
from pages.models import Correction, HomePage
from tests.factories.events import make_story
from tests.factories.pages import make_notice
from tests.flow import fresh, publish

from .sending import TEXT, send, stamp_made

pytestmark = pytest.mark.django_db


def form_of(page) -> str:
    response = Client().get(f"/corrections/{page.pk}/")
    assert response.status_code == 200
    return response.content.decode()


def test_each_page_leads_to_its_own_form(people, story):
    notice = publish(make_notice(), people)
    for page in (story, notice, fresh(HomePage.objects.get())):
        html = Client().get(page.url).content.decode()
        assert f'href="/corrections/{page.pk}/"' in html
        assert page.title in form_of(page)
    assert "/corrections/" not in Client().get("/sites/").content.decode()


def test_a_report_is_kept_with_its_page_and_gets_a_number(city_centre, story):
    response = send(story, kind="fact", contact="0772-0000000")
    report = Correction.objects.get()
    assert (report.page_id, report.page_title, report.page_url) == (story.pk, "一盏路灯", story.url)
    assert (report.county_id, report.kind, report.text) == (city_centre.page_id, "fact", TEXT)
    assert (report.contact, report.state) == ("0772-0000000", "open")
    assert response.status_code == 302
    thanks = Client().get(response.url)
    assert report.number in thanks.content.decode()
    assert story.url in thanks.content.decode()
    assert re.fullmatch(r"\d{8}-\d{4,}", report.number)


def test_a_number_is_not_found_by_guessing(story):
    send(story)
    for tried in ("", "1", str(Correction.objects.get().pk), stamp_made(Correction.objects.get().pk, 0)):
        assert Client().get(f"/corrections/thanks/?n={tried}").status_code == 404


def test_a_page_of_the_city_has_no_county(people):
    notice = publish(make_notice(), people)
    send(notice)
    assert Correction.objects.get().county is None


def test_only_public_pages(people, story):
    draft = make_story(story.get_parent().specific)
    gone = publish(make_story(story.get_parent().specific, photos=0), people)
    gone.unpublish()
    for page_id, status in [(draft.pk, 404), (999_999, 404), (1, 404), (gone.pk, 410)]:
        assert Client().get(f"/corrections/{page_id}/").status_code == status
        assert Client().post(f"/corrections/{page_id}/", {"text": TEXT}).status_code == status
    assert draft.title not in Client().get(f"/corrections/{draft.pk}/").content.decode()
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"kind": ""}, "请选择是什么问题。"),
        ({"kind": "nonsense"}, "请从列出的几种里选择。"),
        ({"text": ""}, "请写明哪里有错。"),
        ({"text": "          "}, "请写明哪里有错。"),
        ({"text": "太短了。"}, "只写了 4 个字"),
        ({"text": "字" * 501}, "写了 501 字，请缩短到 500 字以内。"),
        ({"contact": "9" * 61}, "联系方式请在 60 个字以内。"),
        ({"website": "http://spam.example/"}, "挡住自动程序"),
        ({"stamp": ""}, "打开得太久了"),
        ({"stamp": "x:y:z"}, "打开得太久了"),
    ],
)
def test_what_is_wrong_is_said_first_and_nothing_typed_is_lost(story, typed: dict, message: str):
    response = send(story, **({"contact": "我的电话"} | typed))
    html = response.content.decode()
    assert response.status_code == 200
    assert message in html
    assert html.index('class="error-summary"') < html.index("<h1>")
    for name, value in ({"text": TEXT, "contact": "我的电话"} | typed).items():
        if name in ("text", "contact") and value.strip():
            assert value in html
    if typed.get("kind", "typo") == "typo":
        assert re.search(r'value="typo"[^>]*checked', html)
    assert not Correction.objects.exists()


def test_lengths_at_the_border(story):
    for number, length in enumerate((10, 500)):
        assert send(story, text=str(number) * length).status_code == 302
    assert send(story, text="字" * 9).status_code == 200


def test_the_links_of_the_summary_lead_to_fields(story):
    html = send(story, kind="", text="").content.decode()
    targets = re.findall(r'href="#([^"]+)"', html.split('class="error-summary"')[1].split("</div>")[0])
    assert targets == ["id_kind_0", "id_text"]
    assert all(f'id="{one}"' in html for one in targets)
    assert re.search(r'<textarea[^>]*aria-invalid="true"', html)


def test_too_quick_too_slow_and_for_another_page(people, story):
    other = publish(make_notice(), people)
    assert "提交得太快了" in send(story, ago=1).content.decode()
    stale = send(story, ago=25 * 60 * 60).content.decode()
    assert "打开得太久了" in stale
    assert "打开得太久了" in send(story, stamp=stamp_made(other.pk, 60)).content.decode()
    assert not Correction.objects.exists()
    (anew,) = re.findall(r'name="stamp" value="([^"]+)"', stale)
    assert anew != stamp_made(story.pk, 25 * 60 * 60)
    assert "太快" in send(story, stamp=anew).content.decode()  # it is a stamp of now
    assert send(story, ago=23 * 60 * 60).status_code == 302


def test_markup_is_shown_as_text(story):
    wrong = send(story, kind="", text="<script>alert(1)</script>&&").content.decode()
    assert "<script>alert(1)" not in wrong
    assert "&lt;script&gt;alert(1)&lt;/script&gt;&amp;&amp;" in wrong


def test_without_a_token_nothing_is_taken(story):
    assert send(story, client=Client(enforce_csrf_checks=True)).status_code == 403
    assert not Correction.objects.exists()


def test_a_second_click_is_no_second_report(story):
    assert send(story).url.split("?")[0] == send(story).url.split("?")[0] == "/corrections/thanks/"
    assert Correction.objects.count() == 1


def test_one_connection_reports_a_few_times_an_hour_and_the_next_one_still_may(story):
    for number in range(PER_HOUR):
        assert send(story, text=f"{TEXT}{number}").status_code == 302
    refused = send(story, text=f"{TEXT}再来一条")
    assert refused.status_code == 429
    assert "再来一条" in refused.content.decode()
    assert "提交得太多了" in refused.content.decode()
    assert send(story, text=f"{TEXT}别人", address="203.0.113.10").status_code == 302
    assert Correction.objects.count() == PER_HOUR + 1


def test_an_address_that_the_browser_claims_counts_only_behind_a_proxy(rf, settings):
    asked = rf.get("/", REMOTE_ADDR="203.0.113.9", headers={"X-Forwarded-For": "198.51.100.7"})
    assert source_of(asked) == "203.0.113.9"
    settings.AXES_IPWARE_PROXY_COUNT = 0
    settings.AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR"]
    assert source_of(rf.get("/", headers={"X-Forwarded-For": "2001:db8:1:2:3::4"})) == "2001:db8:1:2::/64"


def test_contacts_are_forgotten_after_180_days_and_reports_stay(story, capsys):
    for days in (181, 179):
        send(story, text=f"{TEXT}{days}", contact=f"电话{days}")
        report = Correction.objects.get(contact=f"电话{days}")
        Correction.objects.filter(pk=report.pk).update(created_at=timezone.now() - timedelta(days=days))
    for told in ("1 条", "0 条"):
        call_command("forget_correction_contacts")
        assert told in capsys.readouterr().out
    assert sorted(Correction.objects.values_list("contact", flat=True)) == ["", "电话179"]


def test_the_form_is_nobodys_to_keep_and_costs_few_queries(story):
    response = Client().get(f"/corrections/{story.pk}/")
    assert "no-store" in response.headers["Cache-Control"]
    assert 'content="noindex"' in response.content.decode()
    assert "canonical" not in response.content.decode()
    counts = []
    for number in range(3):
        with CaptureQueriesContext(connection) as queries:
            Client().get(f"/corrections/{story.pk}/")
        counts.append(len(queries))
        send(story, text=f"{TEXT}{number}")
    assert len(set(counts)) == 1
    assert counts[0] <= 4


def test_the_page_that_links_to_it_may_be_kept_for_everybody(story):
    response = Client().get(story.url)
    assert "csrftoken" not in response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")
