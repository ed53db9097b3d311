"""A browser, a server and a database of their own for this folder; afterwards all is as it was."""

import os
import shutil
from pathlib import Path

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from cms.workflow import append_only
from tests.conftest import need

from . import server
from .database import Snapshot, on_disk
from .visits import DESKTOP, FLAGS, Visit, Windows

HERE = Path(__file__).parent


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark this folder's tests, and run them first: with two workers the longest part should not come last.

    xdist keeps the order with ``--no-loadscope-reorder``; by itself it sorts files by their numbers of tests.
    """
    ours = [item for item in items if HERE in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
        item.add_marker(pytest.mark.xdist_group("browser"))  # read by xdist within the yield
    result = yield
    items.sort(key=lambda item: HERE not in item.path.parents)
    return result


@pytest.fixture(scope="package")
def chromium():
    """Chromium, from ``CHROMIUM`` or the search path."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    need(path, "Chromium")
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright runs an event loop in this thread, where Django refuses to touch the database.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def snapshot(chromium, django_db_setup, django_db_blocker, tmp_path_factory):
    """The database as ``setup_site`` leaves it; put back after this folder's last test."""
    path = tmp_path_factory.mktemp("browser") / "site.sqlite3"
    with django_db_blocker.unblock(), on_disk(path):
        append_only.remove(connection)
        kept = Snapshot()
        yield kept
        kept.restore()
        append_only.install(connection)
        connection.close()  # Django keeps another one for where no event loop runs; this one nobody would close


@pytest.fixture(scope="package")
def address(snapshot):
    """Address of the running site."""
    with pytest.MonkeyPatch.context() as patch, server.running() as found:
        # A thread that kept its connection would stand in the way when the test database is dropped.
        patch.setitem(connection.settings_dict, "CONN_MAX_AGE", 0)
        yield found


@pytest.fixture
def site(snapshot, address, transactional_db):
    """Address of the site, whose database is as ``setup_site`` leaves it."""
    snapshot.restore()
    append_only.install(connection)
    yield address
    append_only.remove(connection)  # what empties the database next is no business of the ledger's guard


@pytest.fixture(scope="package")
def windows(chromium):
    """The browser's windows, kept from test to test."""
    return Windows(chromium)


@pytest.fixture
def visit(windows, site):
    """``visit(width, user=None, javascript=True)`` opens a ``Visit``. None may have asked another host."""
    opened: list[Visit] = []

    def make(width: int = DESKTOP, user=None, javascript: bool = True) -> Visit:
        one = Visit(windows, site, width, javascript)
        opened.append(one)
        if user:
            one.sign_in(user)
        return one

    yield make
    for one in opened:
        one.close()
    assert [url for one in opened for url in one.outside] == []
