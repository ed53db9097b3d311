"""External links: when one counts as dead, which are asked for again, and the task and command that do it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from pages import links, tasks
from pages.link_check import Outcome, State
from pages.models import ExternalLink
from pages.tasks import LINKS_AT_ONCE, check_links
from tests.background import work
from tests.factories.web_server import web_server

pytestmark = pytest.mark.django_db
URL = "https://example.org/page"
ALIVE, BROKEN = Outcome(State.ALIVE), Outcome(State.FAILED, "连接超时")
GONE, NOT_CHECKED = Outcome(State.GONE, "网页不存在（404）"), Outcome(State.NOT_CHECKED, "没有检查")
NOW = timezone.now()


@pytest.fixture(autouse=True)
def switched_on(settings, db):
    settings.CHECK_LINKS = True
    DBTaskResult.objects.all().delete()  # those of the set-up


@pytest.fixture
def asked(monkeypatch) -> list[str]:
    """What is asked for; everything is alive."""
    urls = []
    monkeypatch.setattr(links, "check", lambda url: urls.append(url) or ALIVE)
    return urls


def link(**fields) -> ExternalLink:
    return ExternalLink.objects.create(**{"url": URL} | fields)


def after(*outcomes: tuple[int, Outcome]) -> ExternalLink:
    """A link as it is stored after checks at these hours with these outcomes."""
    made = link()
    for hours, outcome in outcomes:
        made.note(outcome, NOW + timedelta(hours=hours))
    return ExternalLink.objects.get(pk=made.pk)


def state(made: ExternalLink) -> tuple[int, bool, str]:
    return made.failures, made.gone, made.detail


@pytest.mark.parametrize(
    ("checks", "stored"),
    [
        ([(0, ALIVE)], (0, False, "")),
        ([(0, GONE)], (1, True, "网页不存在（404）")),
        ([(0, BROKEN)], (1, False, "连接超时")),
        ([(0, BROKEN), (19, BROKEN)], (1, False, "连接超时")),
        ([(0, BROKEN), (20, BROKEN)], (2, True, "连接超时")),
        ([(0, BROKEN), (10, BROKEN), (20, BROKEN)], (2, True, "连接超时")),
        ([(0, BROKEN), (10, ALIVE), (30, BROKEN)], (1, False, "连接超时")),
        ([(0, BROKEN), (1, GONE)], (2, True, "网页不存在（404）")),
        ([(0, GONE), (24, BROKEN)], (2, True, "连接超时")),
        ([(0, GONE), (1, ALIVE)], (0, False, "")),
        ([(0, BROKEN), (24, NOT_CHECKED)], (1, False, "连接超时")),
        ([(0, GONE), (24, NOT_CHECKED)], (1, True, "网页不存在（404）")),
    ],
)
def test_when_a_link_is_dead(checks, stored):
    assert state(after(*checks)) == stored


def test_the_time_is_that_of_the_last_check_that_counts():
    assert after((0, NOT_CHECKED)).checked_at is None
    ExternalLink.objects.all().delete()
    assert after((0, BROKEN), (5, BROKEN), (6, NOT_CHECKED)).checked_at == NOW


@pytest.mark.parametrize(
    ("hours", "failures", "expected"),
    [
        (None, 0, True),
        (1, 0, False),
        (7 * 24 - 1, 0, False),
        (7 * 24, 0, True),
        (19, 1, False),
        (20, 1, True),
        (20, 5, True),
    ],
)
def test_which_are_due(hours, failures, expected):
    checked_at = None if hours is None else NOW - timedelta(hours=hours)
    link(checked_at=checked_at, failures=failures)
    assert links.due(NOW).exists() == expected


def test_new_links_are_written_down_and_asked_for_once(asked):
    urls = [
        URL,
        URL,
        "http://example.org/",
        "mailto:a@example.org",
        "/notices/",
        "https://e.org/" + "x" * 500,
    ]
    check_links.enqueue(urls)
    assert asked == []
    work()
    assert sorted(asked) == ["http://example.org/", URL]
    assert set(ExternalLink.objects.values_list("url", flat=True)) == {URL, "http://example.org/"}
    assert not ExternalLink.objects.filter(checked_at=None).exists()
    check_links.enqueue(urls)
    work()
    assert len(asked) == 2
    assert ExternalLink.objects.count() == 2


def test_other_links_are_left_alone(asked):
    link(url="https://example.org/other")
    assert check_links.call([URL]) == 1
    assert asked == [URL]


def test_a_long_list_is_done_in_parts(asked):
    urls = [f"https://example.org/{number}" for number in range(2 * LINKS_AT_ONCE + 1)]
    check_links.enqueue(urls)
    work()
    assert sorted(asked) == sorted(urls)
    assert DBTaskResult.objects.successful().count() == 3


def test_pictures_are_not_kept_waiting(asked):
    check_links.enqueue([URL])
    tasks.prepare_pictures.enqueue(0)
    waiting = [row.task_path for row in DBTaskResult.objects.ready()]
    assert waiting.index("pages.tasks.prepare_pictures") < waiting.index("pages.tasks.check_links")


def test_a_failure_is_tried_again_with_its_priority(monkeypatch):
    def fail(urls):
        raise RuntimeError

    monkeypatch.setattr(tasks, "check_due", fail)
    check_links.call([URL])
    again = DBTaskResult.objects.get(status="READY")
    assert (again.priority, again.args_kwargs["kwargs"]) == (tasks.AFTER_PICTURES, {"attempt": 2})


def test_nothing_is_asked_for_where_it_is_switched_off(asked, settings):
    settings.CHECK_LINKS = False
    assert check_links.call([URL]) == 0
    assert asked == []
    assert not ExternalLink.objects.exists()
    link()
    assert command() == "没有检查：设置 CHECK_LINKS 已关闭。"
    assert not DBTaskResult.objects.exists()


def command() -> str:
    output = StringIO()
    call_command("check_links", stdout=output)
    return output.getvalue().strip()


def test_the_command_has_what_is_due_asked_for_again(asked):
    now = timezone.now()
    link(url="https://example.org/new")
    link(url="https://example.org/old", checked_at=now - timedelta(days=8))
    link(url="https://example.org/failed", checked_at=now - timedelta(days=1), failures=1)
    link(url="https://example.org/fresh", checked_at=now - timedelta(days=1))
    assert command() == "3 个外部链接已排入后台检查。"
    work()
    assert sorted(url.rpartition("/")[2] for url in asked) == ["failed", "new", "old"]
    assert command() == "0 个外部链接已排入后台检查。"


def test_the_server_itself_is_never_asked():
    """The whole way with what an installation uses: a link to the machine's own network is just not checked."""
    with web_server() as web:
        check_links.enqueue([web.url("/", 404), web.origin.replace("127.0.0.1", "localhost") + "/"])
        work()
        assert web.asked == []
    assert DBTaskResult.objects.successful().exists()
    assert set(ExternalLink.objects.values_list("checked_at", "gone")) == {(None, False)}
