from django.urls import path

from . import views

urlpatterns = [
    path("", views.audit_view, name="cms_audit"),
    path("export.<slug:kind>", views.export_view, name="cms_audit_export"),
]
