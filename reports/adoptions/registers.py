"""The registers of adoptions and of their channels."""

from django.db.models import QuerySet, Sum
from django.forms import Select
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from pages.queries import counties

from ..models import Adoption, AdoptionChannel
from ..registers.base import Register
from ..registers.filters import one_of, quarter_of, year_of, yes_no
from .forms import AdoptionForm
from .ranking_views import ranking_view


class AdoptionRegister(Register):
    """采用登记, with the ranking 积分排名 of what it holds."""

    model = Adoption
    base_url_path = "adoptions"
    menu_icon = "pick"
    more_actions = {"ranking": "view"}
    list_display = ("title", "county", "channel", "adopted_on", "points")
    list_select_related = ("county", "site", "channel", "recorded_by")
    list_filter = (
        one_of("county", "县区", lambda: counties().values_list("pk", "title")),
        one_of("channel", "渠道", lambda: AdoptionChannel.objects.values_list("pk", "name")),
        year_of("adopted_on"),
        quarter_of("adopted_on"),
    )
    search_fields = ("title",)
    list_export = (
        "title", "county", "site", "channel", "adopted_on", "points", "appeared", "link", "remark",
        "recorder", "recorded_at",
    )  # fmt: skip
    export_widths = {
        "title": 48, "county": 18, "site": 24, "channel": 22, "appeared": 24, "link": 40, "remark": 30,
        "recorder": 18, "recorded_at": 18,
    }  # fmt: skip
    inspect_view_fields = (
        "title", "page_link", "county", "site", "channel", "adopted_on", "points", "appeared", "link_out",
        "remark", "recorder", "recorded_at",
    )  # fmt: skip
    empty_text = "还没有采用记录。被公众号、上级或者媒体采用一篇，点“添加”登记一条。"
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("page"), FieldPanel("title"), FieldPanel("county", widget=Select)], "采用了什么"
            ),
            MultiFieldPanel(
                [
                    FieldPanel("channel"),
                    FieldRowPanel([FieldPanel("adopted_on"), FieldPanel("points")]),
                    FieldPanel("appeared"),
                    FieldPanel("link"),
                ],
                "在哪里采用",
            ),
            FieldPanel("remark"),
        ],
        base_form_class=AdoptionForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        long_texts = ("county__introduction", "county__support", "site__introduction")
        return super().get_queryset(request).defer(*long_texts)

    def summary(self, queryset: QuerySet) -> str:
        total = queryset.order_by().aggregate(total=Sum("points", default=0))["total"]
        return f"合计 {total:,} 分"

    def more_buttons(self, request: HttpRequest) -> list[dict[str, str]]:
        return [{"url": self.url_helper.get_action_url("ranking"), "label": "积分排名"}]

    def ranking_view(self, request: HttpRequest) -> HttpResponse:
        return ranking_view(request, self)

    # -- columns ------------------------------------------------------------------------------------------

    def recorder(self, item: Adoption) -> str:
        user = item.recorded_by
        return (user.get_full_name() or user.get_username()) if user else ""

    recorder.short_description = "登记人"

    def page_link(self, item: Adoption) -> str:
        if item.page is None:
            return ""
        url = item.page.url if item.page.live else None
        return format_html('<a href="{}">{}</a>', url, item.page.title) if url else item.page.title

    page_link.short_description = "本站的内容"

    def link_out(self, item: Adoption) -> str:
        return format_html('<a href="{}" rel="noreferrer">{}</a>', item.link, item.link) if item.link else ""

    link_out.short_description = "网址"


class ChannelRegister(Register):
    """采用渠道 with the points of each. A channel that a row uses cannot be deleted (``PROTECT``)."""

    model = AdoptionChannel
    base_url_path = "adoption-channels"
    menu_icon = "list-ul"
    list_display = ("name", "points", "sort_order", "active")
    list_filter = (yes_no("active", "可以选用"),)
    search_fields = ("name",)
    list_export = ("name", "points", "sort_order", "active")
    export_widths = {"name": 30}
    inspect_view_fields = ("name", "points", "sort_order", "active")
    panels = [FieldPanel("name"), FieldPanel("points"), FieldPanel("sort_order"), FieldPanel("active")]
    empty_text = "还没有采用渠道。点“添加”，先定渠道和每篇的分值，才能登记采用。"
