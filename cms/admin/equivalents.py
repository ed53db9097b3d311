"""The list of terms that searching takes for one another, kept by the organisation department."""

from wagtail.admin.panels import FieldPanel

from pages.models import SearchEquivalent
from reports.registers.base import Register


class EquivalentRegister(Register):
    """搜索同义词: a change counts from the next search on."""

    model = SearchEquivalent
    base_url_path = "equivalents"
    menu_icon = "search"
    list_display = ("terms",)
    search_fields = ("terms",)
    list_export = ("terms",)
    export_widths = {"terms": 60}
    inspect_view_fields = ("terms",)
    panels = [FieldPanel("terms")]
    empty_text = "表里还没有同义说法。点“添加”加一组，搜其中一个，其余的也会搜到。"
