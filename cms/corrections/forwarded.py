"""转办的纠错: what the department forwarded to a county, for its people to read and to mend by editing the page."""

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from pages.models import Correction
from pages.reach import own_paths

from ..admin.menu import is_county_user

AT_ONCE = 20


def forwarded_to(user: AbstractBaseUser) -> QuerySet:
    """Reports about pages of *user*'s own part that wait there, the oldest first; the reader's contact left out."""
    own = Q(pk__in=[])
    for path in own_paths(user):
        own |= Q(county__path__startswith=path)
    found = Correction.objects.filter(own, state=Correction.State.FORWARDED).order_by("handled_at", "pk")
    return found.select_related("page", "county").defer("contact", "county__introduction", "county__support")


@never_cache
@require_safe
def forwarded(request: HttpRequest) -> HttpResponse:
    """Show what was forwarded."""
    if not own_paths(request.user):
        raise PermissionDenied
    page = Paginator(forwarded_to(request.user), AT_ONCE).get_page(request.GET.get("p"))
    return render(request, "cms/corrections/forwarded.html", {"page": page})


class ForwardedMenuItem(MenuItem):
    """Shown to counties; the department has its inbox."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_county_user(request)


def menu_item() -> MenuItem:
    """Return the entry; called by the hook ``register_admin_menu_item``."""
    url = reverse("cms_forwarded")
    return ForwardedMenuItem("转办的纠错", url, name="forwarded", icon_name="comment", order=262)
