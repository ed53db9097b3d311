"""Every environment variable that the site reads, typed and declared once.

README's settings table is tested against ``VARIABLES``; nothing else may read ``os.environ``.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ

BASE_DIR = Path(__file__).resolve().parents[2]
VAR_DIR = BASE_DIR / "var"
DEVELOPMENT_KEY = VAR_DIR / "secret-key"


@dataclass(frozen=True)
class Variable:
    """One environment variable: its cast, its default (``None``: none) and what it is for."""

    name: str
    cast: type
    default: Any
    purpose: str


VARIABLES = {
    variable.name: variable
    for variable in [
        Variable("DEBUG", bool, False, "Development mode. Never on a public server."),
        Variable("SECRET_KEY", str, "", "Required unless DEBUG. At least 50 random characters."),
        Variable("ALLOWED_HOSTS", list, [], "Required unless DEBUG. Host names, separated by commas."),
        Variable("CSRF_TRUSTED_ORIGINS", list, [], "Origins behind a proxy, such as https://example.org."),
        Variable("SITE_URL", str, "http://127.0.0.1:8000", "Public address, used in mails and feeds."),
        Variable("DATABASE_URL", str, f"sqlite:///{VAR_DIR / 'db.sqlite3'}", "Database, SQLite by default."),
        Variable("CACHE_URL", str, "locmemcache://", "Cache; redis://… as soon as there are two processes."),
        Variable("EMAIL_URL", str, "consolemail://", "Mail server, such as smtp+tls://user:pass@host:587."),
        Variable("DEFAULT_FROM_EMAIL", str, "noreply@localhost", "Sender of the site's mails."),
        Variable("SECURE_SSL", bool, True, "Cookies only by HTTPS, HSTS, redirect. Off only for a trial."),
        Variable("PROXY_COUNT", int, 0, "Reverse proxies in front of the application; 1 behind nginx."),
        Variable(
            "CHECK_LINKS", bool, True, "Ask external links of pages. Off on a server without a way out."
        ),
        Variable("AWS_STORAGE_BUCKET_NAME", str, "", "Bucket for files; empty means the local disk."),
        Variable("AWS_S3_ENDPOINT_URL", str, "", "Address of an S3-compatible service."),
        Variable("AWS_ACCESS_KEY_ID", str, "", "Key of the S3 service."),
        Variable("AWS_SECRET_ACCESS_KEY", str, "", "Secret of the S3 service."),
        Variable("AWS_S3_REGION_NAME", str, "", "Region of the S3 service, where signatures contain it."),
        Variable("AWS_S3_ADDRESSING_STYLE", str, "path", "Bucket in the path, or in the host name: virtual."),
        Variable(
            "AWS_S3_SIGNATURE_VERSION", str, "s3v4", "Signatures; s3 for services that want the old one."
        ),
        Variable(
            "AWS_S3_CUSTOM_DOMAIN", str, "", "Host before the bucket's public files: a CDN, one's own name."
        ),
        Variable("AWS_S3_STATIC", bool, False, "Styles and scripts from the bucket as well."),
        Variable(
            "DEMO_PASSWORD", str, "demo-2020-lz", "Password of the demonstration accounts (DEBUG only)."
        ),
    ]
}


def read(name: str) -> Any:
    """Return variable *name*, cast to its type; ``environ``'s URL syntax is left to the caller."""
    variable = VARIABLES[name]
    return environ.Env()(name, cast=variable.cast, default=variable.default)


def database() -> dict[str, Any]:
    """Return Django's database settings from ``DATABASE_URL``, SQLite tuned for several writers."""
    config = environ.Env.db_url_config(read("DATABASE_URL"))
    if config["ENGINE"].endswith("sqlite3"):
        # WAL lets readers go on while somebody writes; IMMEDIATE takes the write lock at BEGIN, so that
        # two writers wait for each other instead of failing with "database is locked".
        config["OPTIONS"] = {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
        }
    else:
        config["CONN_MAX_AGE"] = 60
        config["CONN_HEALTH_CHECKS"] = True
    return config


def default_settings_module() -> str:
    """Settings module for ``manage.py``: strict, unless this is a checkout that runs in development.

    It does if ``DEBUG`` says so, or if ``make run`` was used here and the environment brings no key of its own.
    """
    development = (
        read("DEBUG") if "DEBUG" in os.environ else DEVELOPMENT_KEY.exists() and not read("SECRET_KEY")
    )
    return "cms.settings.development" if development else "cms.settings.base"


def ensure_var_dir() -> None:
    """Make the directory for the database and uploads of a local installation."""
    os.makedirs(VAR_DIR, exist_ok=True)
