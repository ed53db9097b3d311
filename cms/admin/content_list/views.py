"""内容总表: the organisation department's list over all counties, and each county's over its own."""

from collections.abc import Iterable
from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.db.models import F, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils import timezone
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, Table, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.models import Page

from pages.reach import own_paths

from ... import roles
from ...county import County
from ..isolation.policies import may_enter
from .filters import ContentFilterSet
from .rows import State, content_for, name_places
from .spreadsheet import SafeSpreadsheetMixin

LAST = {"latest_revision_created_at", "first_published_at"}  # times that may be missing


class ContentListView(SafeSpreadsheetMixin, IndexView):
    """All pages that the user works on; filters, search and order stand in the address."""

    model = Page
    page_title = "内容总表"
    header_icon = "list-ul"
    filterset_class = ContentFilterSet
    index_url_name = "cms_content"
    index_results_url_name = "cms_content_results"
    default_ordering = "-latest_revision_created_at"
    is_searchable = True
    search_backend_name = None
    search_fields = ["draft_title"]
    paginate_by = 50
    table_classname = "listing content-list"
    list_export = [
        "draft_title", "type_name", "county_name", "site_name", "state_name", "author",
        "latest_revision_created_at", "first_published_at",
    ]  # fmt: skip
    export_headings = {
        "draft_title": "标题",
        "type_name": "类型",
        "county_name": "县区",
        "site_name": "示范点",
        "state_name": "状态",
        "author": "作者",
        "latest_revision_created_at": "最近修改",
        "first_published_at": "首次发布",
    }

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not own_paths(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("draft_title", label="标题", sort_key="draft_title", get_url=self._url),
            Column("type_name", label="类型"),
            Column("county_name", label="县区", sort_key="path"),
            Column("site_name", label="示范点"),
            Column("state_name", label="状态"),
            Column("author", label="作者"),
            DateColumn("latest_revision_created_at", label="最近修改", sort_key="latest_revision_created_at"),
            DateColumn("first_published_at", label="首次发布", sort_key="first_published_at"),
        ]

    def _url(self, page: Page) -> str:
        """The review of what waits for this user, the form of anything else."""
        name = "cms_review" if page.state == self._decides else "wagtailadmin_pages:edit"
        return reverse(name, args=[page.pk])

    @cached_property
    def _decides(self) -> str:
        """The state in which this user decides on a page; the list has no other county's."""
        user = self.request.user
        if roles.is_moderator(user):
            return State.WITH_CITY.name
        return State.WITH_LEAD.name if County.led_by(user).exists() else ""

    def get_base_queryset(self) -> QuerySet:
        return content_for(self.request.user)

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        name = self.ordering.removeprefix("-")
        down = self.ordering.startswith("-")
        if name in LAST:
            order = F(name).desc(nulls_last=True) if down else F(name).asc(nulls_last=True)
            return queryset.order_by(order, "pk")
        return queryset.order_by(self.ordering, "pk")

    def get_table(self, object_list: Iterable[Page]) -> Table:
        rows = list(object_list)
        name_places(rows)
        return super().get_table(rows)

    def as_spreadsheet(self, queryset: Iterable[Page], spreadsheet_format: str) -> HttpResponse:
        rows = list(queryset)
        name_places(rows)
        return super().as_spreadsheet(rows, spreadsheet_format)

    def get_filename(self) -> str:
        return f"内容总表-{timezone.localdate():%Y-%m-%d}"


class ContentMenuItem(MenuItem):
    """Shown to whoever works on anything."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(own_paths(request.user)) and may_enter(request.user, "cms_content", {})


def menu_item() -> MenuItem:
    """The entry in the main menu, below the pages."""
    return ContentMenuItem("内容总表", reverse("cms_content"), icon_name="list-ul", order=110)


def urls() -> list:
    """The list, and its rows alone for filters that change without leaving it."""
    return [
        path("content/", ContentListView.as_view(), name="cms_content"),
        path("content/results/", ContentListView.as_view(results_only=True), name="cms_content_results"),
    ]
