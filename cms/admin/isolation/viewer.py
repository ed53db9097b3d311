"""Who looks at the admin right now, for code that Wagtail calls without a request."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpResponse

_viewer: ContextVar[AbstractBaseUser | None] = ContextVar("viewer", default=None)


def viewer() -> AbstractBaseUser | None:
    """Return the user whose admin request is being answered; ``None`` outside the admin."""
    return _viewer.get()


@contextmanager
def seen_by(user: AbstractBaseUser) -> Iterator[None]:
    """Make *user* the viewer for a while."""
    token = _viewer.set(user)
    try:
        yield
    finally:
        _viewer.reset(token)


def rendered_for(user: AbstractBaseUser, response: HttpResponse) -> HttpResponse:
    """Return *response* so that *user* is the viewer when its template is rendered, after the view is done."""
    if not getattr(response, "is_rendered", True):
        render = response.render

        def render_for_viewer() -> HttpResponse:
            with seen_by(user):
                return render()

        response.render = render_for_viewer
    return response
