"""内容总表: who sees which rows and choices, what narrows them, what a spreadsheet program gets."""

import csv
from datetime import datetime, timedelta
from io import BytesIO, StringIO
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.models import Page

from cms.admin.content_list.content import content_of
from cms.county import County
from cms.workflow.page_state import PageState
from cms.workflow.stage import Stage, stage_of
from pages.models import LecturePage
from tests.factories.events import make_lecture, make_story
from tests.factories.pages import make_site, make_summary
from tests.flow import decide, fresh, publish, submit

pytestmark = pytest.mark.django_db
URL = "/admin/content/"
SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.fixture
def here(city_centre, people):
    return publish(make_site(city_centre, "文昌社区"), people)


@pytest.fixture
def there(sanjiang, people):
    return publish(make_site(sanjiang, "江川村"), people)


@pytest.fixture
def desk(people):
    """Ask as a role: ``desk("editor", "450202")``."""

    def of(role: str, *code: str):
        return people.client(getattr(people, role)(*code))

    return of


def titles(client, **query) -> list[str]:
    response = client.get(URL, query)
    assert response.status_code == 200
    return [row.title for row in response.context["table"].data]


def offered(client, name: str) -> set[str]:
    form = client.get(URL).context["filters"].form
    return {str(label) for value, label in form.fields[name].choices if str(value)}


def test_each_role_sees_exactly_its_own(desk, here, there, people):
    make_lecture(here, title="城中的宣讲")
    make_lecture(there, title="三江的宣讲")
    make_story(title="市里的故事")
    counties = {county.name for county in County.objects.all()}
    city = set(titles(desk("moderator"), ordering="county"))
    assert city == {"城中的宣讲", "三江的宣讲", "市里的故事", "文昌社区", "江川村"} | counties
    assert set(titles(desk("admin"))) == city
    for role in ("editor", "lead"):
        assert set(titles(desk(role, "450202"))) == {"城中区", "文昌社区", "城中的宣讲"}
        assert set(titles(desk(role, "450226"))) == {"三江侗族自治县", "江川村", "三江的宣讲"}


def test_people_without_a_role_have_no_list(client, people, django_user_model):
    assert client.get(URL).status_code == 302
    nobody = django_user_model.objects.create_user("nobody", password="x")
    assert people.client(nobody).get(URL).status_code == 302


def test_choices_name_nothing_of_another_county(desk, here, there, people):
    make_lecture(here)
    story = make_story(there, title="三江的故事")
    Page.objects.filter(pk=story.pk).update(owner=people.editor("450226", "sanjiang-2"))
    Page.objects.filter(pk=here.pk).update(owner=people.editor("450202", "chengzhong-2"))
    own = desk("editor", "450202")
    assert offered(own, "author") == {"chengzhong-2"}
    assert offered(own, "site") == {"文昌社区"}
    assert offered(own, "type") == offered(desk("editor", "450226"), "type"), "the same for all"
    assert "county" not in own.get(URL).context["filters"].form.fields
    assert "三江" not in own.get(URL).content.decode()
    city = desk("moderator")
    assert offered(city, "author") == {"chengzhong-2", "sanjiang-2"}
    assert len(offered(city, "county")) == 10 + 1  # and 市妇联


def test_another_countys_values_in_the_address_open_nothing(desk, here, there, people):
    own = desk("editor", "450202")
    author = people.editor("450226", "sanjiang-2")
    Page.objects.filter(pk=there.pk).update(owner=author)
    for query in ({"site": there.pk}, {"author": author.pk}, {"county": "450226"}):
        assert "江川村" not in titles(own, **query)


def test_filters_and_search_combine(desk, here, there, people):
    first = make_lecture(here, title="一场民法典宣讲")
    second = make_lecture(there, title="另一场民法典宣讲")
    make_story(here, title="民法典的故事")
    city = desk("moderator")
    assert set(titles(city, q="民法典")) == {first.title, second.title, "民法典的故事"}
    assert set(titles(city, q="民法典", type="lecturepage")) == {first.title, second.title}
    assert titles(city, q="民法典", type="lecturepage", county="450202") == [first.title]
    assert set(titles(city, type=["lecturepage", "sitepage"], county="450202")) == {first.title, "文昌社区"}
    assert titles(city, site=there.pk, q="民法典") == [second.title]
    make_story(title="市里的故事")
    assert "市里的故事" in titles(city, county="city")
    assert first.title not in titles(city, county="city")
    assert titles(city, q="没有这个题目") == []
    assert "共有" in city.get(URL, {"q": "民法典"}).content.decode()


def test_days_of_the_last_change_are_those_of_liuzhou(desk, here):
    late, next_day = make_lecture(here, title="深夜"), make_lecture(here, title="凌晨")
    for page, moment in (
        (late, datetime(2020, 5, 31, 23, 59, tzinfo=SHANGHAI)),
        (next_day, datetime(2020, 6, 1, 0, 0, tzinfo=SHANGHAI)),
    ):
        Page.objects.filter(pk=page.pk).update(latest_revision_created_at=moment)
    own = desk("editor", "450202")
    may = {"changed_from": "2020-05-01", "changed_to": "2020-05-31"}
    assert titles(own, **may) == ["深夜"]
    assert titles(own, changed_to="2020-06-01", ordering="changed") == [
        "深夜",
        "凌晨",
    ]


def test_state_follows_a_page_through_its_whole_way(here, people):
    editor, lead, city = people.editor("450202"), people.lead("450202"), people.moderator()
    page = make_lecture(here)

    def state() -> PageState:
        found = PageState(content_of(city).get(pk=page.pk).state)
        whole = Page.objects.prefetch_workflow_states().get(pk=page.pk)
        if found not in (PageState.CHANGED, PageState.WITHDRAWN):
            assert found.label == stage_of(whole).value, "the same as everywhere else"
        return found

    seen = [state()]
    submit(page, editor)
    seen.append(state())
    decide(fresh(page), lead, "reject", "请补充听众人数。")
    seen.append(state())
    submit(fresh(page), editor)
    decide(fresh(page), lead)
    seen.append(state())
    decide(fresh(page), city)
    seen.append(state())
    changed = fresh(page)
    changed.title = "改过的题目"
    changed.save_revision(user=editor)
    seen.append(state())
    fresh(page).unpublish()
    seen.append(state())
    assert seen == [
        PageState.DRAFT, PageState.WITH_LEAD, PageState.RETURNED, PageState.WITH_CITY, PageState.PUBLISHED,
        PageState.CHANGED, PageState.WITHDRAWN,
    ]  # fmt: skip
    assert {stage.value for stage in Stage} - set(PageState.labels) == {Stage.NOT_BEGUN.value}


def test_state_is_a_filter_and_leads_to_the_review(desk, here, people):
    waiting, draft = make_lecture(here, title="等审核"), make_lecture(here, title="草稿")
    submit(waiting, people.editor("450202"))
    lead, city = desk("lead", "450202"), desk("moderator")
    assert titles(lead, state="with_lead") == ["等审核"]
    assert titles(lead, state=["with_lead", "draft"], q="草稿") == ["草稿"]
    review, form = (
        reverse("cms_review", args=[waiting.pk]),
        reverse("wagtailadmin_pages:edit", args=[draft.pk]),
    )
    said = lead.get(URL).content.decode()
    assert review in said
    assert form in said
    assert review not in city.get(URL).content.decode(), "it is not her turn"
    decide(fresh(waiting), people.lead("450202"))
    assert review in city.get(URL).content.decode()


def test_order_puts_what_has_no_time_last(desk, here, people):
    draft, live = make_lecture(here, title="没有发布"), publish(make_lecture(here, title="发布了"), people)
    own = desk("editor", "450202")
    for order in ("published", "-published"):
        assert titles(own, ordering=order).index(live.title) < titles(own, ordering=order).index(draft.title)


@pytest.fixture
def dangerous(here, people):
    page = make_lecture(here, title='=HYPERLINK("http://127.0.0.1","点我")')
    Page.objects.filter(pk=page.pk).update(
        owner=people.editor("450202", "@chengzhong"),
        latest_revision_created_at=datetime(2020, 5, 31, 23, 30, tzinfo=SHANGHAI),
    )
    return page


HEADINGS = ["标题", "类型", "县区", "示范点", "状态", "最近修改", "首次发布", "作者"]


def test_csv_is_what_is_filtered_and_runs_nothing(desk, dangerous):
    response = desk("moderator").get(URL, {"q": "HYPERLINK", "export": "csv"})
    content = b"".join(response.streaming_content)
    assert content.startswith(b"\xef\xbb\xbf")
    heading, row = csv.reader(StringIO(content.decode("utf-8-sig")))
    assert heading == HEADINGS
    assert row == [
        '\'=HYPERLINK("http://127.0.0.1","点我")', "宣讲活动", "城中区", "文昌社区", "草稿", "2020-05-31 23:30", "",
        "'@chengzhong",
    ]  # fmt: skip
    assert f"{timezone.localdate():%Y-%m-%d}.csv" in response["Content-Disposition"]


def test_xlsx_is_read_back_with_all_rows_and_no_formula(desk, here, dangerous):
    for number in range(60):
        here.refresh_from_db()
        here.add_child(instance=LecturePage(title=f"第 {number} 场", live=False))
    content = b"".join(desk("editor", "450202").get(URL, {"export": "xlsx"}).streaming_content)
    heading, *rows = load_workbook(BytesIO(content)).active.iter_rows()
    assert [cell.value for cell in heading] == HEADINGS
    assert len(rows) == 60 + 3  # more than a page of the list; county, site, the dangerous one
    assert "f" not in {cell.data_type for row in rows for cell in row}
    assert dangerous.title in {row[0].value for row in rows}
    assert datetime(2020, 5, 31, 23, 30) in {row[5].value for row in rows}


def test_costs_are_equal_at_few_and_at_many_rows(desk, here, there, people):
    publish(make_summary(here), people)
    client = desk("moderator")

    def cost() -> int:
        client.get(URL)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(URL).status_code == 200
        return len(queries)

    before = cost()
    for place in (here, there):
        for number in range(30):
            place.refresh_from_db()
            place.add_child(
                instance=LecturePage(title=f"第 {number} 场", live=False, owner=people.editor("450202"))
            )
    Page.objects.filter(title__startswith="第").update(
        latest_revision_created_at=timezone.now() + timedelta(days=1)
    )
    assert cost() == before
    print(before)


def test_the_home_of_the_organisation_department_leads_to_each_county(desk, here, there):
    city = desk("moderator")
    html = city.get("/admin/").content.decode()
    for county in County.objects.all():
        assert f"&amp;county={county.code}" in html
    assert set(titles(city, county="450226")) == {"三江侗族自治县", "江川村"}


def test_links_lead_where_this_user_may_go(desk, here, people):
    make_lecture(here, title="草稿")
    submit(make_lecture(here, title="送审"), people.editor("450202"))
    for role, code in (("editor", ["450202"]), ("lead", ["450202"]), ("moderator", []), ("admin", [])):
        client = desk(role, *code)
        for row in client.get(URL).context["table"].data:
            assert client.get(row.url, follow=True).status_code == 200, (role, row.title)
            assert not client.get(row.url, follow=True).redirect_chain, (role, row.title, row.url)


def test_who_leads_a_county_and_moderates_finds_both_reviews(here, people):
    both = people.lead_and_moderator("450202")
    waiting = make_lecture(here)
    submit(waiting, people.editor("450202"))
    assert reverse("cms_review", args=[waiting.pk]) in people.client(both).get(URL).content.decode()


def test_who_works_elsewhere_by_now_is_not_named(desk, here, people):
    gone = people.editor("450202", "gone")
    page = make_lecture(here)
    Page.objects.filter(pk=page.pk).update(owner=gone)
    gone.groups.set(people.editor("450226").groups.all())
    own = desk("editor", "450202")
    said = own.get(URL).content.decode()
    assert "gone" not in said
    assert "其他人员" in said
    assert "gone" not in offered(own, "author")
    assert "gone" in desk("moderator").get(URL).content.decode()


def test_control_characters_break_no_spreadsheet(desk, here):
    page = make_lecture(here)
    Page.objects.filter(pk=page.pk).update(draft_title="从别处粘贴\x0b来的")
    content = b"".join(desk("editor", "450202").get(URL, {"export": "xlsx"}).streaming_content)
    assert "从别处粘贴来的" in {row[0].value for row in load_workbook(BytesIO(content)).active.iter_rows()}


def test_a_value_that_is_not_understood_finds_nothing(desk, here):
    own = desk("editor", "450202")
    assert titles(own, site="999999") == []
    content = b"".join(own.get(URL, {"site": "999999", "export": "csv"}).streaming_content)
    assert len(content.decode().splitlines()) == 1
