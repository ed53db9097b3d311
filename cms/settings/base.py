"""Production settings. Strict: a missing secret or host stops the start, not the first request.

``development.py`` and ``test.py`` loosen what they need. Values that differ between installations come from
the environment, see ``env.py``.
"""

from django.core.exceptions import ImproperlyConfigured

from media.bucket_address import bucket_address, origin, with_scheme

from . import env
from .env import BASE_DIR, VAR_DIR
from .object_storage import IN_BUCKET

env.ensure_var_dir()

DEBUG = env.read("DEBUG")
SECRET_KEY = env.read("SECRET_KEY")
ALLOWED_HOSTS = env.read("ALLOWED_HOSTS")
if not DEBUG:
    if len(SECRET_KEY) < 50:
        raise ImproperlyConfigured(
            "SECRET_KEY must be set to at least 50 random characters (or DEBUG=1 to try out)."
        )
    if not ALLOWED_HOSTS:
        raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts that this site answers for.")
CSRF_TRUSTED_ORIGINS = env.read("CSRF_TRUSTED_ORIGINS")
SITE_URL = env.read("SITE_URL").rstrip("/")
CHECK_LINKS = env.read("CHECK_LINKS")

INSTALLED_APPS = [
    "cms",
    "reports",
    "pages",
    "media",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "wagtail_modeladmin",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "cms.middleware.IdleTimeoutMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cms.middleware.ContentSecurityPolicyMiddleware",
    "cms.middleware.RefusedPublishingMiddleware",
    "cms.middleware.StaffMarkMiddleware",
    "pages.reading.ReadingMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "cms.urls"
WSGI_APPLICATION = "cms.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pages.context.public_site",
            ],
        },
    },
]

DATABASES = {"default": env.database()}
CACHES = {"default": env.environ.Env.cache_url_config(env.read("CACHE_URL"))}

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "cms.accounts.backend.StaffBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ["UserAttributeSimilarityValidator", "CommonPasswordValidator", "NumericPasswordValidator"]
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    }
]
LOGIN_URL = "wagtailadmin_login"
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # of links to set a password, see cms/accounts/links.py
SESSION_COOKIE_AGE = 8 * 60 * 60  # after the last use, see IdleTimeoutMiddleware
SESSION_COOKIE_SAMESITE = "Lax"

AXES_FAILURE_LIMIT = 6
AXES_COOLOFF_TIME = 0.5  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "cms/locked_out.html"
# Kept for 操作记录. Above the limit axes would delete rows of a name that is attacked, whatever their age.
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_ACCESS_FAILURE_LOG_PER_USER_LIMIT = 1_000_000
# Without proxies the address is the connection's own; a forwarded address from the browser counts for nothing.
# Behind proxies X-Forwarded-For has the visitor's address and, after it, those of all proxies but the nearest; ipware
# wants the number of the latter, and finds no address at all if it is another.
_proxies = env.read("PROXY_COUNT")
AXES_IPWARE_PROXY_COUNT = _proxies - 1 if _proxies else None
AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR"] if _proxies else ["REMOTE_ADDR"]

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文")]
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
LOCALE_PATHS = [BASE_DIR / "pages" / "locale"]
FORMAT_MODULE_PATH = None

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static_src", ("guide", BASE_DIR / "docs" / "images")]
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = "/media/"
EXPORTS_ROOT = VAR_DIR / "exports"  # not below MEDIA_ROOT: nothing of it is served or backed up
MOVES_ROOT = VAR_DIR / "moves"  # how far move_media has come
# Other origins that pictures, and styles and scripts, come from: for the Content-Security-Policy.
PICTURE_ORIGINS: list[str] = []
STATIC_ORIGINS: list[str] = []
STORAGES = {
    "default": {"BACKEND": "media.storages.PrivateFileSystemStorage"},
    "renditions": {"BACKEND": "media.storages.PublicFileSystemStorage"},
    "exports": {"BACKEND": "media.storages.ExportFileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# Keys are read from the environment by the storage itself: what stands in OPTIONS ends up in task rows.
AWS_STORAGE_BUCKET_NAME = env.read("AWS_STORAGE_BUCKET_NAME")
AWS_S3_ENDPOINT_URL = env.read("AWS_S3_ENDPOINT_URL") or None
AWS_S3_REGION_NAME = env.read("AWS_S3_REGION_NAME")
AWS_S3_ADDRESSING_STYLE = env.read("AWS_S3_ADDRESSING_STYLE")
AWS_S3_SIGNATURE_VERSION = env.read("AWS_S3_SIGNATURE_VERSION")
AWS_S3_CUSTOM_DOMAIN = env.read("AWS_S3_CUSTOM_DOMAIN")
if AWS_STORAGE_BUCKET_NAME:
    STORAGES |= IN_BUCKET
    _bucket = bucket_address(
        AWS_STORAGE_BUCKET_NAME, AWS_S3_ENDPOINT_URL, AWS_S3_REGION_NAME, AWS_S3_ADDRESSING_STYLE
    )
    _public = with_scheme(AWS_S3_CUSTOM_DOMAIN) if AWS_S3_CUSTOM_DOMAIN else _bucket
    # Signed links to originals lead to the bucket itself, whatever stands before it.
    PICTURE_ORIGINS = list(dict.fromkeys([origin(_public), origin(_bucket)]))
    if env.read("AWS_S3_STATIC"):
        STORAGES["staticfiles"] = {"BACKEND": "media.s3_static.StaticS3Storage"}
        STATIC_URL = f"{_public}/public/static/"
        STATIC_ORIGINS = [origin(_public)]
# Long forms have thousands of fields (inlines, blocks); Django's default would throw their input away.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Wagtail's own tasks (references, search index, deletion of files) belong to the request; what may take its time
# is for "manage.py work", see media/background.py.
TASKS = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "background": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "exports"]},
}

_email = env.environ.Env.email_url_config(env.read("EMAIL_URL"))
EMAIL_BACKEND = _email["EMAIL_BACKEND"]
EMAIL_HOST = _email.get("EMAIL_HOST", "localhost")
EMAIL_PORT = _email.get("EMAIL_PORT") or 25
EMAIL_HOST_USER = _email.get("EMAIL_HOST_USER") or ""
EMAIL_HOST_PASSWORD = _email.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS = _email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _email.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.read("DEFAULT_FROM_EMAIL")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

_secure = env.read("SECURE_SSL") and not DEBUG
SESSION_COOKIE_SECURE = _secure
CSRF_COOKIE_SECURE = _secure
SECURE_SSL_REDIRECT = _secure
SECURE_REDIRECT_EXEMPT = [r"^healthz/$", r"^readyz/$"]
SECURE_HSTS_SECONDS = 31_536_000 if _secure else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"  # the admin shows previews in a frame of its own origin

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        "wagtail": {"level": "WARNING"},
        "axes": {"level": "WARNING"},
        "django_tasks": {"level": "WARNING"},
        "weasyprint": {"level": "WARNING"},
        # In detail they would write signatures and key ids into the log.
        "boto3": {"level": "WARNING"},
        "botocore": {"level": "WARNING"},
        "s3transfer": {"level": "WARNING"},
    },
}

from .wagtail import *  # noqa: E402, F403
