"""The base of this site's registers: wagtail-modeladmin's list, forms, inspection, deletion and history in Chinese.

For lists of which whoever may see the list may see every row: nothing here narrows rows by user. A register is
declared once and put into a group of the menu (``cms/admin/registers.py``)::

    class YearRegister(Register):
        model = ReportingYear
        base_url_path = "years"                      # /admin/years/, names years_modeladmin_index, _edit, …
        menu_icon = "calendar"
        list_display = ("year", "plan_deadline", "is_open")
        list_filter = (yes_no("is_open", "开放报送"),)  # classes made by ``filters`` only
        list_export = ("year", "plan_deadline", "is_open")
        inspect_view_fields = ("year", "plan_deadline", "is_open")
        panels = [FieldPanel("year"), FieldPanel("plan_deadline"), FieldPanel("is_open")]
        empty_text = "还没有报送年度。点右上角的“添加”开始。"

What is shown, exported, inspected and edited is named field by field; what is not named stays inside. Names are
fields or properties of the model, or methods of the register that take the row (with ``short_description`` and,
where the list can be sorted by it, ``admin_order_field``). Relations that these names follow belong into
``list_select_related``.
"""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from wagtail_modeladmin.options import ModelAdmin

from .filters import RegisterFilter
from .permissions import RegisterPermissions
from .values import Column
from .views import (
    RegisterDeleteView,
    RegisterHistoryView,
    RegisterIndexView,
    RegisterInspectView,
    require,
)

# Actions with the permission that each needs; those of the second table are about one row.
ON_ALL = {"index": "view", "create": "add"}
ON_ONE = {"edit": "change", "delete": "delete", "inspect": "view", "history": "view"}


class Register(ModelAdmin):
    """A register. Every address asks the permission of its action before it looks anything up.

    ``more_actions``: further addresses, ``{"ranking": "view"}`` for ``ranking_view(request)`` at
    ``<base_url_path>/ranking/``, with the permission that they need.
    ``list_export``: columns of XLSX and CSV; none, no export. ``export_widths``: their widths in characters.
    ``empty_text``: what a register without rows says to do.
    """

    more_actions: dict[str, str] = {}
    export_widths: dict[str, int] = {}
    empty_text = ""
    list_per_page = 50
    empty_value_display = "—"
    inspect_view_enabled = True
    permission_helper_class = RegisterPermissions
    index_view_class = RegisterIndexView
    inspect_view_class = RegisterInspectView
    delete_view_class = RegisterDeleteView
    history_view_class = RegisterHistoryView
    index_template_name = "reports/registers/index.html"
    create_template_name = "reports/registers/create.html"
    edit_template_name = "reports/registers/edit.html"
    history_template_name = "reports/registers/history.html"
    inspect_template_name = "reports/registers/inspect.html"
    delete_template_name = "reports/registers/delete.html"
    index_view_extra_css = ["admin/registers.css"]
    form_view_extra_css = ["admin/registers.css"]
    inspect_view_extra_css = ["admin/registers.css"]

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        require(self, "base_url_path", "list_display", "inspect_view_fields", "empty_text")
        if not getattr(self, "edit_handler", None):
            require(self, "panels")
        for one in self.list_filter:
            if not (isinstance(one, type) and issubclass(one, RegisterFilter)):
                raise ImproperlyConfigured(f"{type(self).__name__}.list_filter: {one} is no RegisterFilter.")
        self._columns = tuple(Column(self, name) for name in self.list_display)

    # -- what a register may say in addition --------------------------------------------------------------

    def summary(self, queryset: QuerySet) -> str:
        """Return what stands above the list about *queryset*, the rows that search and filters left."""
        return ""

    def more_buttons(self, request: HttpRequest) -> list[dict[str, str]]:
        """Return further buttons above the list: ``url``, ``label``, ``icon`` each."""
        return []

    # -- modeladmin's seams -------------------------------------------------------------------------------

    def get_list_display(self, request: HttpRequest) -> tuple[Column, ...]:
        return self._columns

    def get_extra_attrs_for_field_col(self, obj: Model, field_name: Column) -> dict[str, str]:
        return {"data-label": field_name.short_description}  # shown beside the value on a phone

    def get_admin_urls_for_registration(self) -> tuple[URLPattern, ...]:
        """As modeladmin's, with numbers for rows, and with the permission asked before the row is looked up."""
        actions = ON_ALL | self.more_actions
        found = [self._address(action, permission, "") for action, permission in actions.items()]
        found += [
            self._address(action, permission, "<int:instance_pk>/") for action, permission in ON_ONE.items()
        ]
        return tuple(found)

    def _address(self, action: str, permission: str, row: str) -> URLPattern:
        step = "" if action == "index" else f"{action}/"
        route = f"{self.url_helper.base_url_path}/{step}{row}"
        return path(
            route, self._guarded(action, permission), name=self.url_helper.get_action_url_name(action)
        )

    def _guarded(self, action: str, permission: str) -> Callable[..., HttpResponse]:
        view = getattr(self, f"{action}_view")

        def guarded(request: HttpRequest, **kwargs: int) -> HttpResponse:
            if not self.permission_helper.may(request.user, permission):
                raise PermissionDenied
            return view(request, **{name: str(value) for name, value in kwargs.items()})

        return guarded
