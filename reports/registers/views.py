"""modeladmin's views as this site's registers use them. What each changes stands in its first line."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import models, transaction
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from wagtail.admin import messages
from wagtail.admin.paginator import WagtailPaginator
from wagtail.log_actions import log
from wagtail_modeladmin.views import DeleteView, HistoryView, IndexView, InspectView

from ..exports.spreadsheet import SpreadsheetMixin
from .values import exported, heading, shown, value_of

LONGEST_SEARCH = 100


class RegisterPaginator(WagtailPaginator):
    """Says 共 8 条."""

    @property
    def items_count_label(self) -> str:
        return f"共 {self.count:,} 条"


class RegisterIndexView(SpreadsheetMixin, IndexView):
    """Only the declared filters read the address; exports as this site's spreadsheets; one pass of the filters."""

    paginator_class = RegisterPaginator

    def get_filters_params(self, params: Any = None) -> dict[str, list[str]]:
        """Leave out what no filter declares: modeladmin would look up any field of any related model by it."""
        declared = {one.parameter_name for one in self.list_filter}
        return {name: value for name, value in super().get_filters_params(params).items() if name in declared}

    def get_queryset(self, request: HttpRequest | None = None) -> QuerySet:
        if not hasattr(self, "_found"):
            self._found = super().get_queryset(request)
        return self._found

    def get_search_results(self, request: HttpRequest, queryset: QuerySet, search_term: str) -> QuerySet:
        self.query = search_term.replace("\x00", "").strip()[:LONGEST_SEARCH]
        return super().get_search_results(request, queryset, self.query)

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        queryset = self.get_queryset()
        return super().get_context_data(
            summary=self.model_admin.summary(queryset),
            is_narrowed=bool(self.query or any(one.value() for one in self.filter_specs)),
            more_buttons=self.model_admin.more_buttons(self.request),
            **kwargs,
        )

    # -- export -----------------------------------------------------------------------------------------

    @property
    def export_widths(self) -> dict[str, int]:
        return self.model_admin.export_widths

    def as_spreadsheet(self, queryset: QuerySet, spreadsheet_format: str) -> HttpResponse:
        if not self.list_export:
            raise Http404("this register has no export")
        return super().as_spreadsheet(queryset, spreadsheet_format)

    def get_filename(self) -> str:
        return f"{self.get_page_title()}-{timezone.localdate():%Y-%m-%d}"

    def get_heading(self, queryset: QuerySet, field: str) -> str:
        return heading(self.model_admin, field)

    def to_row_dict(self, item: models.Model) -> dict[str, Any]:
        return {name: exported(value_of(self.model_admin, name, item)) for name in self.list_export}


class RegisterInspectView(InspectView):
    """Shows 是 and 否, local times, and 0 as 0."""

    page_title = "查看"

    def get_context_data(self, **kwargs) -> dict[str, Any]:
        return super().get_context_data(
            history_url=self.url_helper.get_action_url("history", self.pk_quoted), **kwargs
        )

    def get_field_label(self, field_name: str, field: models.Field | None = None) -> str:
        return heading(self.model_admin, field_name)

    def get_field_display_value(self, field_name: str, field: models.Field | None = None) -> str:
        value = shown(value_of(self.model_admin, field_name, self.instance))
        return value or self.model_admin.get_empty_value_display(field_name)


class RegisterHistoryView(HistoryView):
    """Leaves the table to the template: modeladmin's is empty on Wagtail 8."""

    page_title = "历史记录"
    columns: list = []


class RegisterDeleteView(DeleteView):
    """A row that others refer to stays, and the page says how many; modeladmin would print each of them."""

    def post(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        name = str(self.instance)
        try:
            with transaction.atomic():
                log(instance=self.instance, action="wagtail.delete")
                self.delete_instance()
        except models.ProtectedError as error:
            context = self.get_context_data(protected=len(error.protected_objects))
            return self.render_to_response(context)
        messages.success(request, f"{self.verbose_name}“{name}”已删除。")
        return redirect(self.index_url)


def require(register: Any, *names: str) -> None:
    """Raise ``ImproperlyConfigured`` unless *register* says each of *names*: nothing is shown by default."""
    missing = [name for name in names if not getattr(register, name, None)]
    if missing:
        raise ImproperlyConfigured(f"{type(register).__name__} must name its {', '.join(missing)}.")
