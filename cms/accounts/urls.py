"""Addresses below ``/admin/``."""

from django.urls import path

from . import action_views, views

_account = "people/account/<int:user_id>/"
urlpatterns = [
    path("people/", views.index, name="cms_people"),
    path("people/<slug:code>/", views.unit, name="cms_people_unit"),
    path("people/<slug:code>/open/<slug:role>/", action_views.OpenView.as_view(), name="cms_people_open"),
    path(_account, views.person, name="cms_people_account"),
    path(f"{_account}edit/", action_views.EditView.as_view(), name="cms_people_edit"),
    path(f"{_account}move/", action_views.MoveView.as_view(), name="cms_people_move"),
    path(f"{_account}deputy/", action_views.DeputyView.as_view(), name="cms_people_deputy"),
    path(f"{_account}deputy/end/", action_views.EndDeputyView.as_view(), name="cms_people_deputy_end"),
    path(f"{_account}close/", action_views.CloseView.as_view(), name="cms_people_close"),
    path(f"{_account}reopen/", action_views.reopen, name="cms_people_reopen"),
    path(f"{_account}link/", action_views.link, name="cms_people_link"),
]
