"""The page 材料导出: who sees and does what, and what the page says in each state."""

import json
import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from django.core.files.storage import storages
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from reports.models import Export, ReportingYear
from reports.models.export import State
from tests.factories.exports import CONTENT, make_export_row, make_ready, make_running, register

pytestmark = pytest.mark.django_db
URL = "/admin/papers/"
OWN, OTHER = "450202", "450226"
PLANS = "/admin/ledger/2020/plans.docx"


@pytest.fixture(autouse=True)
def year():
    """The only year."""
    ReportingYear.objects.exclude(year=2020).delete()
    return ReportingYear.open(2020)


@pytest.fixture
def editor(people):
    return people.editor(OWN)


@pytest.fixture
def own(city_centre):
    return city_centre.page


@pytest.fixture
def paper(monkeypatch):
    return register(monkeypatch, "test", "good")


def page(people, user, query: str = "") -> str:
    return people.client(user).get(URL + query).content.decode()


def click(people, user, action: str, **data) -> str:
    """Post as *user*; the page that she comes to."""
    response = people.client(user).post(f"{URL}{action}/", data, follow=True)
    return response.content.decode()


def make(people, user, **data) -> str:
    return click(people, user, "make", **({"paper": "test", "year": "2020"} | data))


def fetch(people, user, export):
    return people.client(user).get(f"{URL}{export.pk}/file/")


def test_a_county_orders_for_itself_whatever_the_form_leaves_out(people, editor, own, paper):
    said = make(people, editor)
    export = Export.objects.get()
    assert (export.user, export.county, export.paper, export.year) == (editor, own, "test", 2020)
    assert "开始制作：城中区-2020年-试验汇编.docx" in said
    assert DBTaskResult.objects.filter(task_path="reports.exports.jobs.make_export").count() == 1


@pytest.mark.parametrize("county", [OTHER, "000000", "x"])
def test_a_county_orders_for_no_other(people, editor, paper, county):
    make(people, editor, county=county)
    assert not Export.objects.exists()


@pytest.mark.parametrize("who", ["moderator", "admin"])
def test_the_city_orders_for_all_and_for_any_county(people, own, paper, who):
    user = getattr(people, who)()
    make(people, user)
    make(people, user, county=OWN)
    assert set(Export.objects.values_list("user", "county")) == {(user.pk, None), (user.pk, own.pk)}


def test_nobody_orders_without_any_part_of_the_reports(people, paper, client):
    user = people._user("nobody")
    client.force_login(user)
    client.post(f"{URL}make/", {"paper": "test", "year": "2020"})
    assert not Export.objects.exists()
    assert client.get(URL).status_code in (302, 403)


@pytest.mark.parametrize("wrong", [{"paper": "x"}, {"year": "1999"}, {"year": ""}, {"year": "²"}])
def test_what_there_is_not_is_refused_with_a_word(people, editor, paper, wrong):
    assert "没有这种材料，或者没有这一年" in make(people, editor, **wrong)
    assert not Export.objects.exists()


def test_a_paper_of_counties_asks_the_city_for_one(people, own):
    moderator = people.moderator()
    said = page(people, moderator)
    assert "这种材料按县区制作，请先在上面选一个县区" in said
    assert 'value="materials"' not in said
    assert "请先选一个县区" in make(people, moderator, paper="materials")
    assert not Export.objects.exists()
    assert 'value="materials"' in page(people, moderator, f"?county={OWN}")
    make(people, moderator, paper="materials", county=OWN)
    assert Export.objects.get().county == own


def test_two_clicks_make_one(people, editor, paper):
    make(people, editor)
    assert "这一份已经在制作，没有重复开始" in make(people, editor)
    assert Export.objects.count() == DBTaskResult.objects.filter(queue_name="exports").count() == 1


def test_three_at_once_are_enough(people, editor, own, monkeypatch):
    for number in range(4):
        register(monkeypatch, f"test{number}", "good")
    for number in range(3):
        make(people, editor, paper=f"test{number}")
    assert "您已有 3 份在排队或制作" in make(people, editor, paper="test3")
    assert Export.objects.count() == 3
    first = Export.objects.last()
    click(people, editor, f"{first.pk}/cancel")
    make(people, editor, paper="test3")
    assert Export.objects.count() == 4


def test_what_was_broken_off_keeps_nobody_from_a_new_one(people, editor, own, paper):
    old = make_running(editor, own, 16, paper="test")
    make(people, editor)
    old.refresh_from_db()
    assert old.state == State.FAILED
    assert Export.objects.get(state=State.WAITING).paper == "test"


def test_the_file_comes_with_its_chinese_name_and_is_kept_by_no_cache(people, editor, own, paper):
    export = make_ready(editor, own, paper="test", file_name="城中区-2020年-试验汇编.docx")
    response = fetch(people, editor, export)
    assert b"".join(response.streaming_content) == CONTENT
    assert response["Content-Type"] == "text/x-test"
    assert response["Content-Disposition"] == f"attachment; filename*=utf-8''{quote(export.file_name)}"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert {"no-store", "private"} <= set(re.split(r",\s*", response["Cache-Control"]))


def strangers(people):
    return [
        people.lead(OWN),
        people.editor(OWN, "colleague"),
        people.editor(OTHER),
        people.moderator(),
        people.admin(),
    ]


@pytest.mark.parametrize("action", ["file", "cancel", "again", "delete"])
@pytest.mark.parametrize("making", [make_ready, make_export_row])
def test_an_export_is_its_user_s_alone(people, editor, own, action, making):
    export = making(editor, own)
    state, pk = export.state, export.pk
    for user in strangers(people):
        client = people.client(user)
        ask = client.get if action == "file" else client.post
        assert ask(f"{URL}{pk}/{action}/").status_code == 404
    assert list(Export.objects.values_list("pk", "state")) == [(pk, state)]


def test_lists_and_states_are_each_user_s_own(people, editor, own):
    export = make_ready(editor, own, file_name="只给自己.docx")
    assert "只给自己.docx" in page(people, editor)
    for user in strangers(people):
        assert "只给自己.docx" not in page(people, user)
        answer = people.client(user).get(f"{URL}state/?id={export.pk}")
        assert answer.json()["exports"] == []


def test_without_login_nothing(client, editor, own):
    export = make_ready(editor, own)
    for path in ("", "state/", f"{export.pk}/file/"):
        assert "/login/" in client.get(URL + path).url


def is_refused(response) -> bool:
    return response.status_code in (302, 403, 404) and not response.streaming


@pytest.mark.parametrize("change", ["closed", "no group", "other county"])
def test_whoever_loses_the_right_loses_the_file(people, editor, own, sanjiang, change):
    export = make_ready(editor, own)
    client = people.client(editor)
    if change == "closed":
        editor.is_active = False
        editor.save()
    else:
        editor.groups.set([] if change == "no group" else [sanjiang.editors])
    assert is_refused(client.get(f"{URL}{export.pk}/file/"))
    client.post(f"{URL}{export.pk}/again/")
    assert Export.objects.get().state == State.READY


def test_a_moderator_who_becomes_a_county_s_editor_keeps_nothing_of_the_city(people, sanjiang):
    user = people.moderator()
    export = make_ready(user, None)
    user.groups.set([sanjiang.editors])
    assert is_refused(fetch(people, user, export))


def test_after_seven_days_there_is_no_file_and_the_page_says_so(people, editor, own, paper):
    export = make_ready(editor, own, days_left=-0.01, paper="test")
    response = people.client(editor).get(f"{URL}{export.pk}/file/", follow=True)
    assert not response.streaming
    said = response.content.decode()
    assert "已经过期或者不在了" in said
    assert "已过期" in said
    assert f"/{export.pk}/file/" not in said
    click(people, editor, f"{export.pk}/again")
    assert Export.objects.get().state == State.WAITING, "the expired row gave way to the new one"


def test_a_file_that_is_gone_is_told(people, editor, own):
    export = make_ready(editor, own)
    storages["exports"].delete(export.file.name)
    response = people.client(editor).get(f"{URL}{export.pk}/file/", follow=True)
    assert "已经过期或者不在了" in response.content.decode()


def row(said: str, export) -> str:
    return said.partition(f'id="paper-{export.pk}"')[2].partition("</li>")[0]


def buttons(said: str) -> set[str]:
    return {word for word in ("下载", "取消", "重新制作", "删除") if f">{word}<" in said}


def test_each_state_has_its_words_and_buttons(people, editor, own):
    now = timezone.now()
    cases = {
        make_export_row(editor, own, year=2011): ("等待", {"取消"}),
        make_running(editor, own, year=2012, done=11, total=300): ("第 12 份，共 300 份", {"取消"}),
        make_running(editor, own, year=2013): ("正在准备", {"取消"}),
        make_running(editor, own, 16, year=2014): ("制作中断了", {"重新制作", "删除"}),
        make_ready(editor, own, year=2015): ("有效期至", {"下载", "删除"}),
        make_ready(editor, own, -1, year=2016): ("已过期", {"重新制作", "删除"}),
        make_export_row(editor, own, state=State.CANCELLED, finished_at=now): (
            "已取消",
            {"重新制作", "删除"},
        ),
        make_export_row(editor, own, state=State.FAILED, message="还没有总结。", finished_at=now): (
            "还没有总结。",
            {"重新制作", "删除"},
        ),
    }
    said = page(people, editor)
    for export, (words, wanted) in cases.items():
        assert words in row(said, export)
        assert buttons(row(said, export)) == wanted


def test_the_script_is_told_the_same(people, editor, own):
    running = make_running(editor, own, done=1, total=4)
    ready = make_ready(editor, own, file_name="好了.docx")
    answer = people.client(editor).get(f"{URL}state/?id={running.pk}&id={ready.pk}&id=x&id=")
    found = {one["id"]: one for one in json.loads(answer.content)["exports"]}
    assert found.keys() == {running.pk, ready.pk}
    assert (found[running.pk]["words"], found[running.pk]["done"]) == ("第 2 份，共 4 份", 1)
    assert "said" not in found[running.pk]
    assert found[ready.pk]["said"].startswith("好了.docx：已完成")
    assert f"/{ready.pk}/file/" in found[ready.pk]["html"]
    assert "no-store" in answer["Cache-Control"]


def test_cancelling_deleting_and_what_cannot_be(people, editor, own):
    running, ready = make_running(editor, own), make_ready(editor, own)
    name = ready.file.name
    assert "还没有做完，请先取消" in click(people, editor, f"{running.pk}/delete")
    assert "不用取消" in click(people, editor, f"{ready.pk}/cancel")
    assert "不用重新制作" in click(people, editor, f"{ready.pk}/again")
    click(people, editor, f"{running.pk}/cancel")
    click(people, editor, f"{ready.pk}/delete")
    assert Export.objects.get().state == State.CANCELLED
    assert not storages["exports"].exists(name)


@pytest.mark.parametrize("action", ["make", "{}/cancel", "{}/again", "{}/delete"])
def test_nothing_is_done_by_a_link(people, editor, own, action):
    export = make_export_row(editor, own)
    assert people.client(editor).get(f"{URL}{action.format(export.pk)}/").status_code == 405


@pytest.mark.parametrize(
    ("minutes", "another_runs", "slow"), [(3, False, True), (3, True, False), (1, False, False)]
)
def test_a_queue_that_does_not_move_is_told_kindly(people, editor, own, minutes, another_runs, slow):
    then = timezone.now() - timedelta(minutes=minutes)
    export = make_export_row(editor, own, created_at=then)
    if another_runs:
        make_running(people.moderator())
    said = page(people, editor)
    assert (re.search(r'class="papers__slow" data-slow hidden', said) is None) is slow
    answer = people.client(editor).get(f"{URL}state/?id={export.pk}").json()
    assert answer["slow"] is slow


def test_the_offer_follows_year_and_county(people, editor, year):
    ReportingYear.open(2019)
    said = page(people, editor)
    assert "城中区 2020 年" in said
    assert "三江" not in said
    assert PLANS in said
    assert "城中区 2019 年" in page(people, editor, "?year=2019")
    assert "城中区 2020 年" in page(people, editor, f"?county={OTHER}")
    moderator = people.moderator()
    assert "柳州市 2020 年" in page(people, moderator)
    said = page(people, moderator, f"?county={OTHER}")
    assert "三江侗族自治县 2020 年" in said
    assert f"{PLANS}?county={OTHER}" in said


def test_without_a_year_there_is_nothing_to_make(people, editor):
    ReportingYear.objects.all().delete()
    said = page(people, editor)
    assert "还没有报送年度" in said
    assert "paper-card" not in said


def test_it_is_in_the_menu_after_the_ledger_of_those_who_have_reports(people, editor):
    for user in (editor, people.moderator(), people.admin()):
        said = people.client(user).get("/admin/").content.decode()
        assert said.index('"name": "ledger"') < said.index('"name": "papers"')


def test_the_page_costs_the_same_with_many_exports(people, editor, own, django_assert_max_num_queries):
    counts = []
    client = people.client(editor)
    for number in (2, 18):
        for n in range(number):
            make_ready(editor, own, year=2011 + n) if n % 2 else make_running(
                editor, own, year=2100 + number + n
            )
        client.get(URL)
        with django_assert_max_num_queries(30) as asked:
            client.get(URL)
        counts.append(len(asked))
    assert Export.objects.count() == 20
    assert counts[0] == counts[1]
