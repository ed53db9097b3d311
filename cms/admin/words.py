"""The list of words to avoid, kept by the organisation department (permissions: ``cms/roles.py``)."""

from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from pages.models import WordToAvoid

from .yes_no import YesNoIndexView


class WordToAvoidViewSet(ModelViewSet):
    model = WordToAvoid
    name = "words"
    menu_label = "慎用词"
    icon = "warning"
    menu_order = 265
    add_to_admin_menu = True
    copy_view_enabled = False
    form_fields = ["word", "reason", "better", "unless", "active"]
    list_display = [
        "word",
        "better",
        "reason",
        Column("active", label="启用", accessor=lambda row: "是" if row.active else "已停用"),
    ]
    index_view_class = YesNoIndexView
    list_filter = ["active"]
    list_per_page = 50
    search_fields = ["word", "better"]


words = WordToAvoidViewSet()
