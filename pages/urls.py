from django.urls import path, re_path

from . import hooks
from .views.calendar import ical_view, month_view
from .views.lists import list_view
from .views.reading import reading_view
from .views.serve import serve_page
from .views.works import overview_view, works_view

urlpatterns = [
    *(
        path(f"{key}/", list_view, {"key": key}, name=f"list_{key}")
        for key, list_type in hooks.list_types.items()
        if list_type.own_address
    ),
    path("calendar/", month_view, name="calendar"),
    path("calendar/<int:year>/<int:month>/", month_view, name="calendar_month"),
    path("calendar.ics", ical_view, name="calendar_all"),
    path("calendar/<int:code>.ics", ical_view, name="calendar_county"),
    path("reading/", reading_view, name="reading"),
    path("works/", works_view, name="works"),
    path("works/<slug:slug>/", overview_view, name="work_overview"),
    re_path(r"^(?!_util/)((?:[\w\-]+/)+)$", serve_page),
]
