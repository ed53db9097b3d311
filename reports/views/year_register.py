"""报送年度: the register of reporting years, with deadlines and the extensions of counties."""

from django.forms import Select
from django.http import HttpRequest
from django.urls import reverse
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList

from ..models import ReportingYear
from ..registers.base import Register
from ..registers.filters import yes_no


class YearForm(WagtailAdminModelForm):
    """The number of a year is chosen once: plans and summaries refer to it."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].disabled = bool(self.instance.pk)

    def is_valid(self) -> bool:
        """Refuse extensions, too, that give no more time than everybody has."""
        if not super().is_valid():
            return False
        rows = [row for row in self.formsets["extensions"].forms if row not in self._deleted]
        for row in rows:
            self._judge(row)
        return all(row.is_valid() for row in rows)

    @property
    def _deleted(self) -> list:
        return self.formsets["extensions"].deleted_forms

    def _judge(self, row) -> None:
        until, duty = row.cleaned_data.get("extended_to"), row.cleaned_data.get("duty")
        deadline = self.instance.deadline(duty) if duty else None
        if until and deadline and until <= deadline:
            words = f"不晚于全市的截止日期（{deadline:%Y-%m-%d}），没有作用；请改晚，或者删去这一行。"
            row.add_error("extended_to", words)


class YearRegister(Register):
    model = ReportingYear
    base_url_path = "years"
    menu_icon = "calendar"
    list_display = ("year", "plan_deadline", "summary_deadline", "is_open", "number_extended")
    list_filter = (yes_no("is_open", "开放报送"),)
    list_export = ("year", "plan_deadline", "summary_deadline", "is_open", "extended")
    export_widths = {"plan_deadline": 16, "summary_deadline": 16, "extended": 60}
    inspect_view_fields = ("year", "plan_deadline", "summary_deadline", "is_open", "extended")
    search_fields = ("year",)
    empty_text = "还没有报送年度。在“报送台账”里开启，或者点“添加”开始。"
    edit_handler = ObjectList(
        [
            FieldPanel("year"),
            FieldRowPanel([FieldPanel("plan_deadline"), FieldPanel("summary_deadline")], heading="截止日期"),
            FieldPanel("is_open"),
            InlinePanel(
                "extensions",
                heading="县区延期",
                label="延期",
                help_text="个别县区可以晚报：选县区、哪一项、延到哪一天。没有延期的按上面的日期。",
                panels=[
                    FieldRowPanel([FieldPanel("county", widget=Select), FieldPanel("duty")]),
                    FieldRowPanel([FieldPanel("extended_to"), FieldPanel("reason")]),
                ],
            ),
        ],
        base_form_class=YearForm,
    )

    def get_queryset(self, request: HttpRequest):
        return super().get_queryset(request).prefetch_related("extensions__county")

    def more_buttons(self, request: HttpRequest) -> list[dict[str, str]]:
        return [{"url": reverse("reports_ledger"), "label": "报送台账"}]

    def number_extended(self, year: ReportingYear) -> str:
        number = len(year.extensions.all())
        return f"{number} 项" if number else ""

    number_extended.short_description = "延期"

    def extended(self, year: ReportingYear) -> str:
        return "；".join(map(str, year.extensions.all()))

    extended.short_description = "延期"
