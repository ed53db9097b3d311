"""Settings fail at the start and not in use; health answers; no page speaks to a third party."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

ROOT = Path(__file__).resolve().parents[2]
GOOD = {"SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "example.org", "DEBUG": "0"}


TELL = "from django.conf import settings; print(settings.DEBUG, settings.SESSION_COOKIE_SECURE)"
ADDRESS = """
import django; django.setup()
from axes.helpers import get_client_ip_address
from django.test import RequestFactory
asked = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": "%s"})
print(get_client_ip_address(asked))
"""


def start(code: str = TELL, **environment: str) -> subprocess.CompletedProcess:
    """Load the production settings in a process of their own and run *code*."""
    clean = {
        "PATH": os.environ["PATH"],
        "HOME": os.environ.get("HOME", ""),
        "DJANGO_SETTINGS_MODULE": "cms.settings.base",
    }
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_settings_start_with_what_they_need():
    assert start(**GOOD).stdout.split() == ["False", "True"]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
    ],
)
def test_they_refuse_to_start_without(change, complaint):
    result = start(**GOOD | change)
    assert result.returncode != 0
    assert complaint in result.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        ("0", "198.51.100.7", "192.0.2.1"),
        ("1", "198.51.100.7", "198.51.100.7"),  # nginx as in deployment.md
        ("2", "198.51.100.7, 10.0.0.2", "198.51.100.7"),
    ],
)
def test_the_visitors_address_behind_so_many_proxies(proxies: str, forwarded: str, address: str):
    told = start(ADDRESS % forwarded, **GOOD, PROXY_COUNT=proxies)
    assert told.stdout.split()[-1:] == [address], told.stderr[-300:]


@pytest.mark.sqlite_only
def test_sqlite_is_tuned(settings):
    options = settings.DATABASES["default"]["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in options["init_command"]


@pytest.mark.django_db
def test_health():
    assert Client().get("/healthz/").content == b"ok"
    response = Client().get("/readyz/")
    assert response.status_code == 200
    assert response.json() == {"database": True, "cache": True, "storage": True}


@pytest.mark.django_db
def test_readiness_says_what_fails(settings):
    broken = {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": "/proc/nowhere"},
    }
    settings.STORAGES = settings.STORAGES | {"default": broken}
    response = Client().get("/readyz/")
    assert response.status_code == 503
    assert response.json()["storage"] is False


@pytest.mark.django_db
@pytest.mark.parametrize(("path", "inline"), [("/", False), ("/admin/login/", True)])
def test_content_security_policy(path, inline):
    policy = Client().get(path).headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert ("'unsafe-inline'" in policy) is inline
    assert "http" not in policy
