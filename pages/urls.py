from django.urls import path

from . import hooks
from .views.lists import list_view

urlpatterns = [path(f"{key}/", list_view, {"key": key}, name=f"list_{key}") for key in hooks.list_types]
