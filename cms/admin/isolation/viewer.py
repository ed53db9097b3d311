"""Who looks at the admin right now, for code that Wagtail calls without a request."""

from django.contrib.auth.models import AbstractBaseUser
from wagtail.log_actions import get_active_log_context


def viewer() -> AbstractBaseUser | None:
    """Return the user of the admin request being answered, rendering included; ``None`` outside the admin.

    Wagtail keeps it for its log around every view that requires access to the admin.
    """
    return get_active_log_context().user
