"""The list of words to avoid, kept by the organisation department (permissions: ``cms/roles.py``)."""

from wagtail.admin.panels import FieldPanel

from pages.models import WordToAvoid
from reports.registers.base import Register
from reports.registers.filters import yes_no


class WordRegister(Register):
    """慎用词: what the checks before publishing warn of."""

    model = WordToAvoid
    base_url_path = "words"
    menu_icon = "warning"
    list_display = ("word", "better", "reason", "active")
    list_filter = (yes_no("active", "启用"),)
    search_fields = ("word", "better")
    list_export = ("word", "reason", "better", "unless", "active")
    export_widths = {"word": 18, "reason": 48, "better": 30, "unless": 30}
    inspect_view_fields = ("word", "reason", "better", "unless", "active")
    panels = [FieldPanel(name) for name in ("word", "reason", "better", "unless", "active")]
    empty_text = "表里还没有词语。点“添加”加一个，发布前的检查就会提醒。"
