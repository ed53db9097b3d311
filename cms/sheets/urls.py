from django.urls import path

from . import views

urlpatterns = [
    path("<int:page_id>/", views.sheet_view, name="cms_sheet"),
    path("<int:page_id>/pdf/", views.pdf_view, name="cms_sheet_pdf"),
]
