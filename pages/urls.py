from django.urls import path, re_path

from . import hooks
from .views import api, feeds, machines
from .views.calendar import ical_view, month_view
from .views.corrections import correction_view, thanks_view
from .views.lists import list_view
from .views.reading import reading_view
from .views.search import search_view, suggest_view
from .views.serve import serve_page
from .views.works import overview_view, works_view

urlpatterns = [
    path("feed.atom", feeds.feed_view, name="feed"),
    path("feed/<int:code>.atom", feeds.county_feed_view, name="feed_county"),
    path("works/<slug:slug>/feed.atom", feeds.work_feed_view, name="feed_work"),
    path("api/v1/", api.index_view, name="api"),
    path("api/v1/<slug:name>/", api.list_view, name="api_list"),
    path("api/v1/<slug:name>/<int:pk>/", api.detail_view, name="api_detail"),
    re_path(r"^api/v1/.+$", api.unknown_view),
    path("corrections/<int:page_id>/", correction_view, name="correction"),
    path("corrections/thanks/", thanks_view, name="correction_thanks"),
    path("sitemap.xml", machines.sitemap_view, name="sitemap"),
    path("sitemap-<int:number>.xml", machines.sitemap_view, name="sitemap_part"),
    path("robots.txt", machines.robots_view, name="robots"),
    path("site.webmanifest", machines.manifest_view, name="manifest"),
    path("favicon.ico", machines.icon_view, {"name": "favicon.ico"}, name="favicon"),
    path("apple-touch-icon.png", machines.icon_view, {"name": "apple-touch-icon.png"}, name="touch_icon"),
    *(
        path(f"{key}/", list_view, {"key": key}, name=f"list_{key}")
        for key, list_type in hooks.list_types.items()
        if list_type.own_address
    ),
    path("calendar/", month_view, name="calendar"),
    path("calendar/<int:year>/<int:month>/", month_view, name="calendar_month"),
    path("calendar.ics", ical_view, name="calendar_all"),
    path("calendar/<int:code>.ics", ical_view, name="calendar_county"),
    path("search/", search_view, name="search"),
    path("search/suggest/", suggest_view, name="suggest"),
    path("reading/", reading_view, name="reading"),
    path("works/", works_view, name="works"),
    path("works/<slug:slug>/", overview_view, name="work_overview"),
    re_path(r"^(?!_util/)((?:[\w\-]+/)+)$", serve_page),
]
