"""The gate before every admin view."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from wagtail.admin.auth import permission_denied

from .arguments import may_name
from .policies import may_enter
from .viewer import rendered_for, seen_by

View = Callable[..., HttpResponse]


def guard(view: View) -> View:
    """Return *view* behind the gate: who may not enter gets Wagtail's usual refusal and learns nothing more.

    What is shown inside is shown to a known viewer, see ``viewer``.

    Whoever has no access to the admin goes on to the view, which asks for a login.
    """

    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        user = request.user
        if not user.has_perm("wagtailadmin.access_admin"):
            return view(request, *args, **kwargs)
        name = request.resolver_match.view_name or ""
        if not may_enter(user, name, kwargs) or not may_name(user, name, kwargs, request.POST):
            return permission_denied(request)
        with seen_by(user):
            return rendered_for(user, view(request, *args, **kwargs))

    return guarded
