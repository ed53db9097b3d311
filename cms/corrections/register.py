"""读者纠错: the department's inbox. Reports are neither made nor deleted here (permissions: ``cms/roles.py``)."""

from django.contrib.auth.models import AbstractBaseUser
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, ObjectList

from pages.models import Correction
from pages.queries import counties
from reports.registers.base import Register
from reports.registers.filters import one_of
from reports.registers.permissions import RegisterPermissions

from .forms import CorrectionForm


class AboutPanel(HelpPanel):
    """Which page it is about, and when it came."""

    class BoundPanel(HelpPanel.BoundPanel):
        def __init__(self, **kwargs) -> None:
            super().__init__(**kwargs)
            one = self.instance
            self.content = format_html(
                '<p>编号 <b>{}</b>，{} 提交。</p><p class="register-about">页面：{}{}</p>',
                one.number,
                f"{timezone.localtime(one.created_at):%Y-%m-%d %H:%M}",
                link_to_page(one),
                f"（{one.county.title}）" if one.county else "（市级）",
            )


def link_to_page(one: Correction) -> SafeString | str:
    """The page that *one* is about, where it is now; its former title if it is not public any more."""
    if one.page is None or not one.page.live:
        return f"{one.page_title}（已不公开）"
    return format_html('<a href="{}">{}</a>', one.page.get_url(), one.page.title)


class OnlyAnswered(RegisterPermissions):
    """Readers make reports, and nobody deletes them, superusers neither."""

    def may(self, user: AbstractBaseUser, action: str) -> bool:
        return action in ("view", "change") and super().may(user, action)

    def user_can_create(self, user: AbstractBaseUser) -> bool:
        return False

    def user_can_delete_obj(self, user: AbstractBaseUser, obj: Correction) -> bool:
        return False


class CorrectionRegister(Register):
    """The inbox, the newest first; what waits is found by the state 未处理."""

    model = Correction
    base_url_path = "corrections"
    menu_icon = "comment"
    permission_helper_class = OnlyAnswered
    list_display = ("number", "page_title", "kind", "place", "state", "created_at")
    list_select_related = ("county", "page", "handled_by")
    list_filter = (
        one_of("state", "处理状态", lambda: Correction.State.choices),
        one_of("county", "县区", lambda: counties().values_list("pk", "title")),
        one_of("kind", "问题类型", lambda: Correction.Kind.choices),
    )
    search_fields = ("page_title", "text")
    inspect_view_fields = (
        "number", "page_link", "place", "kind", "text", "contact", "created_at", "state", "answer", "handler",
        "handled_at",
    )  # fmt: skip
    empty_text = "还没有读者纠错。读者在页面底下点“我要纠错”提交的，会出现在这里。"
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    AboutPanel(),
                    FieldPanel("kind", read_only=True),
                    FieldPanel("text", read_only=True),
                    FieldPanel("contact", read_only=True),
                ],
                "读者写的",
            ),
            MultiFieldPanel([FieldPanel("state"), FieldPanel("answer")], "怎样处理"),
        ],
        base_form_class=CorrectionForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer("county__introduction", "county__support")

    def summary(self, queryset: QuerySet) -> str:
        waiting = queryset.order_by().filter(state=Correction.State.OPEN).count()
        return f"未处理 {waiting} 条"

    # -- columns ------------------------------------------------------------------------------------------

    def number(self, one: Correction) -> str:
        return one.number

    number.short_description = "编号"
    number.admin_order_field = "pk"

    def place(self, one: Correction) -> str:
        return one.county.title if one.county else "市级"

    place.short_description = "县区"
    place.admin_order_field = "county"

    def page_link(self, one: Correction) -> SafeString | str:
        return link_to_page(one)

    page_link.short_description = "页面"

    def handler(self, one: Correction) -> str:
        user = one.handled_by
        return (user.get_full_name() or user.get_username()) if user else ""

    handler.short_description = "处理人"
