"""The list's view, on Wagtail's reports: sorting, paging, filters, search and the buttons for export are theirs."""

from django.core.exceptions import PermissionDenied
from django.db.models import F, OrderBy
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.query import PageQuerySet

from pages.reach import own_paths
from reports.exports.spreadsheet import SpreadsheetMixin

from .content import content_of, reaches_city
from .filters import ContentFilterSet
from .rows import Row, RowMaker

HEADINGS = {
    "title": "标题",
    "type_name": "类型",
    "county": "县区",
    "site": "示范点",
    "state_name": "状态",
    "changed_at": "最近修改",
    "published_at": "首次发布",
    "author": "作者",
}
SHORT = "content-list__short"  # does not break into lines
NEWEST_FIRST = "-changed"
ORDERS: dict[str, OrderBy] = {
    "title": F("draft_title").asc(),
    # The tree has the counties one after the other, and within a county site by site.
    "county": F("path").asc(),
    "changed": F("latest_revision_created_at").asc(nulls_last=True),
    "published": F("first_published_at").asc(nulls_last=True),
}


def _column(name: str, accessor: str = "", **kwargs) -> Column:
    return Column(name, label=HEADINGS[name], accessor=accessor or name, **kwargs)


class ContentPaginator(WagtailPaginator):
    """Wagtail's would say “8 页面”, which reads as eight pages of the list."""

    @property
    def items_count_label(self) -> str:
        return f"共 {self.count:,} 项"


class ContentListView(SpreadsheetMixin, ReportView):
    """All pages of the user's part of the tree, one row each."""

    page_title = "内容总表"
    header_icon = "table"
    index_url_name = "cms_content"
    index_results_url_name = "cms_content_results"
    results_template_name = "cms/content_list_results.html"
    model = Page
    verbose_name_plural = "内容"
    is_searchable = True
    search_backend_name = None  # plain comparison: the database's search finds no word inside a Chinese title
    search_fields = ["draft_title", "title"]
    filterset_class = ContentFilterSet
    paginator_class = ContentPaginator
    table_classname = "listing content-list"
    default_ordering = NEWEST_FIRST
    list_export = list(HEADINGS)
    export_headings = HEADINGS
    export_widths = {
        "title": 44,
        "type_name": 22,
        "county": 18,
        "site": 26,
        "changed_at": 18,
        "published_at": 18,
        "author": 24,
    }

    def dispatch(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if not own_paths(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def columns(self) -> list[Column]:
        found = [
            TitleColumn("title", label=HEADINGS["title"], sort_key="title", get_url=lambda row: row.url),
            _column("type_name"),
            _column("county", sort_key="county"),
            _column("site"),
            StatusTagColumn("state_name", label=HEADINGS["state_name"], primary=lambda row: row.is_live),
            _column("changed_at", "changed", sort_key="changed", classname=SHORT),
            _column("published_at", "published", sort_key="published", classname=SHORT),
            _column("author"),
        ]
        return found if self._of_many_counties else [column for column in found if column.name != "county"]

    @property
    def _of_many_counties(self) -> bool:
        return reaches_city(self.request.user) or len(own_paths(self.request.user)) > 1

    def get_base_queryset(self) -> PageQuerySet:
        return content_of(self.request.user)

    def get_filtered_queryset(self) -> PageQuerySet:
        return self.get_queryset()  # which filters already

    def filter_queryset(self, queryset: PageQuerySet) -> PageQuerySet:
        """As Wagtail's, but a filter that is not understood finds nothing instead of being left out."""
        if not self.filters.is_valid():
            return queryset.none()
        return super().filter_queryset(queryset)

    def order_queryset(self, queryset: PageQuerySet) -> PageQuerySet:
        name = self.ordering.removeprefix("-")
        order = ORDERS[name].copy()
        if self.ordering.startswith("-"):
            order.descending = True
        return queryset.order_by(order, "pk")

    def paginate_queryset(self, queryset: PageQuerySet, page_size: int) -> tuple:
        """As Wagtail's, with rows for the pages of one page of the list."""
        paginator, current, pages, more = super().paginate_queryset(queryset, page_size)
        return paginator, current, self._rows(pages), more

    def decorate_paginated_queryset(self, object_list) -> list[Row]:
        return self._rows(object_list) if self.is_export else object_list

    def _rows(self, pages) -> list[Row]:
        return RowMaker(self.request.user).rows(pages)

    def get_filename(self) -> str:
        return f"{self.page_title}-{timezone.localdate():%Y-%m-%d}"
