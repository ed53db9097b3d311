"""Fixtures of the whole suite. The site is set up once per database; tests roll back what they add."""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from cms.county import County
from cms.setup.site import setup
from cms.workflow import append_only
from tests.browser.database import Snapshot, on_disk
from tests.factories.s3_server import S3Server, find_weed, s3_server
from tests.people import People

SAMPLES = Path(__file__).parent / "samples"


BY_OPTION = ("scale", "long")
# About texts, pictures, papers and screens, which no database makes different: run with SQLite only.
ABOUT_FILES = (
    "cms/accounts/test_pages.py", "cms/accounts/test_rules.py", "cms/audit/test_files.py",
    "cms/notices/test_account.py", "cms/notices/test_contents.py", "cms/notices/test_test_mail.py",
    "cms/sheets/test_papers.py", "cms/sheets/test_qr.py", "cms/sheets/test_views.py", "cms/sheets/test_ways.py",
    "cms/test_admin_views.py", "cms/test_checks.py", "cms/test_city_views.py", "cms/test_demo_pictures.py",
    "cms/test_demo_texts.py", "cms/test_guide_pages.py", "cms/test_photo_upload.py", "cms/test_review_changes.py",
    "cms/test_site_board.py", "cms/test_word_views.py", "cms/test_work_forms.py", "cms/word_in/",
    "media/test_admin.py", "media/test_cleaning.py", "media/test_inspection.py", "media/test_memory.py",
    "media/s3/", "media/test_refused_photos.py", "pages/checks/", "pages/test_text.py", "pages/test_typed_text.py",
    "reports/test_compilation_docx.py", "reports/test_compilation_pdf.py", "reports/test_compilation_safety.py",
    "reports/test_file_names.py", "reports/test_materials.py", "reports/test_papers.py",
    "reports/test_plan_table.py", "reports/test_reminder_letters.py", "reports/test_reminder_mails.py",
    "reports/test_summary_docx.py",
)  # fmt: skip


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Leave measurements and long journeys out unless they are asked for with ``-m scale`` or ``-m long``."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).as_posix().startswith(ABOUT_FILES):
            item.add_marker(pytest.mark.interface)
    left_out = [name for name in BY_OPTION if name not in config.getoption("-m")]
    dropped = [item for item in items if any(name in item.keywords for name in left_out)]
    config.hook.pytest_deselected(items=dropped)
    items[:] = [item for item in items if item not in dropped]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """With ``REQUIRE_ALL=1`` a skip is a failure, whoever skips."""
    report = yield
    if report.skipped and os.environ.get("REQUIRE_ALL") == "1" and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped although REQUIRE_ALL=1: {report.longrepr}"
    return report


def need(condition: object, what: str) -> None:
    """Skip the test for lack of *what*, or fail where ``REQUIRE_ALL`` says that nothing may be skipped."""
    if condition:
        return
    if os.environ.get("REQUIRE_ALL") == "1":
        pytest.fail(f"{what} is missing, and REQUIRE_ALL=1")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Run ``setup_site`` once, as every installation does."""
    with django_db_blocker.unblock():
        name = str(connection.settings_dict["NAME"])
        assert "test" in name or "memory" in name, f"{name} is no test database"
        setup()


@pytest.fixture(scope="module")
def snapshot(django_db_setup, django_db_blocker, tmp_path_factory):
    """The database as ``setup_site`` leaves it, on disk so that threads have connections of their own."""
    path = tmp_path_factory.mktemp("threads") / "site.sqlite3"
    with django_db_blocker.unblock(), on_disk(path):
        append_only.remove(connection)
        kept = Snapshot()
        yield kept
        kept.restore()
        append_only.install(connection)


@pytest.fixture(scope="session", autouse=True)
def media_root():
    """Remove this run's uploads at the end."""
    yield settings.MEDIA_ROOT
    shutil.rmtree(settings.MEDIA_ROOT, ignore_errors=True)
    shutil.rmtree(settings.EXPORTS_ROOT, ignore_errors=True)
    shutil.rmtree(settings.MOVES_ROOT, ignore_errors=True)


@pytest.fixture(scope="session")
def object_store(tmp_path_factory) -> S3Server:
    """A running S3 server, one for each process of the suite."""
    need(find_weed(), "SeaweedFS (weed)")
    with s3_server(tmp_path_factory.mktemp("s3")) as server:
        yield server


@pytest.fixture
def people(db) -> People:
    """Makes users of any role on demand."""
    return People()


@pytest.fixture
def city_centre(db) -> County:
    """城中区."""
    return County.objects.get(code="450202")


@pytest.fixture
def sanjiang(db) -> County:
    """三江侗族自治县."""
    return County.objects.get(code="450226")
