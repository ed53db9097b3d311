"""Settings of Wagtail and its contrib packages."""

from .env import read

WAGTAIL_SITE_NAME = "柳州市基层妇联改革示范点"
WAGTAILADMIN_BASE_URL = read("SITE_URL").rstrip("/")
WAGTAIL_CONTENT_LANGUAGES = [("zh-hans", "简体中文")]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("zh-hans", "简体中文")]
WAGTAIL_I18N_ENABLED = False
WAGTAIL_DATE_FORMAT = "%Y-%m-%d"
WAGTAIL_DATETIME_FORMAT = "%Y-%m-%d %H:%M"

# No request to a third-party host, neither from the server nor from an editor's browser.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILEMBEDS_FINDERS = []

WAGTAILADMIN_USER_LOGIN_FORM = "cms.admin.login.LoginForm"
WAGTAIL_USER_TIME_ZONES = ["Asia/Shanghai"]

# The publishing rule (docs/publishing-rule.md).
WAGTAIL_FINISH_WORKFLOW_ACTION = "cms.workflow.finish.publish_approved_revision"
WAGTAIL_WORKFLOW_CANCEL_ON_PUBLISH = False  # a due schedule must not end a newer submission
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = False  # the ledger compares contents by hash instead
WAGTAILADMIN_NOTIFICATION_INCLUDE_SUPERUSERS = False
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_USAGE_COUNT_ENABLED = True
WAGTAILADMIN_GLOBAL_EDIT_LOCK = False

WAGTAILIMAGES_IMAGE_MODEL = "media.CustomImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "media.forms.ImageForm"
WAGTAILIMAGES_RENDITION_STORAGE = "renditions"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp", "heic", "heif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 25 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 100_000_000
WAGTAILDOCS_DOCUMENT_MODEL = "media.CustomDocument"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "media.forms.DocumentForm"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"

WAGTAILSEARCH_BACKENDS = {
    # Rebuilt in small steps, so that nobody's saving waits for it.
    "default": {"BACKEND": "pages.search.backends", "ATOMIC_REBUILD": False}
}
