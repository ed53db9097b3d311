"""Development and demonstration on one's own machine: DEBUG, a key of this checkout's own, no HTTPS."""

import os
import secrets

os.environ["DEBUG"] = "1"

from .env import DEVELOPMENT_KEY, ensure_var_dir

ensure_var_dir()
if not os.environ.get("SECRET_KEY"):
    if not DEVELOPMENT_KEY.exists():
        DEVELOPMENT_KEY.write_text(secrets.token_urlsafe(64))
        DEVELOPMENT_KEY.chmod(0o600)
    os.environ["SECRET_KEY"] = DEVELOPMENT_KEY.read_text().strip()

from .base import *  # noqa: E402, F403

ALLOWED_HOSTS = ["*"]
INTERNAL_IPS = ["127.0.0.1"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
STATIC_URL = "/static/"
STATIC_ORIGINS: list[str] = []
MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")  # noqa: F405
