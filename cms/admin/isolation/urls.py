"""The admin's addresses: some views in place of Wagtail's, then Wagtail's own, all behind the gate."""

from django.urls import path
from django.views.decorators.cache import never_cache
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from ...accounts.password_views import ForgottenView, SetPasswordView
from . import views
from .gate import guard

# Before Wagtail's, whose names and addresses they take over.
_instead = [
    path("choose-page/", views.ChooserBrowseView.as_view(), name="wagtailadmin_choose_page"),
    path(
        "choose-page/<int:parent_page_id>/",
        views.ChooserBrowseView.as_view(),
        name="wagtailadmin_choose_page_child",
    ),
    path(
        "choose-page/chosen-multiple/",
        views.ChooserChosenView.as_view(),
        name="wagtailadmin_choose_page_chosen_multiple",
    ),
    path(
        "choose-external-link/",
        views.ChooserExternalLinkView.as_view(),
        name="wagtailadmin_choose_page_external_link",
    ),
]
_instead = decorate_urlpatterns(_instead, require_admin_access)
# For people who are not logged in.
_instead += [
    path("password_reset/", ForgottenView.as_view(), name="wagtailadmin_password_reset"),
    path(
        "password_reset/confirm/<uidb64>/<token>/",
        SetPasswordView.as_view(),
        name="wagtailadmin_password_reset_confirm",
    ),
]
_instead = decorate_urlpatterns(_instead, never_cache)

urlpatterns = decorate_urlpatterns([*_instead, *wagtailadmin_urls.urlpatterns], guard)
