from django.urls import path

from . import editing, views

urlpatterns = [
    path("", views.visit_list, name="reports_guidance"),
    path("new/", editing.create, name="reports_guidance_new"),
    path("<int:visit_id>/", views.visit_detail, name="reports_guidance_visit"),
    path("<int:visit_id>/edit/", editing.edit, name="reports_guidance_edit"),
    path("<int:visit_id>/close/", views.close, name="reports_guidance_close"),
    path("<int:visit_id>/reopen/", views.reopen, name="reports_guidance_reopen"),
]
