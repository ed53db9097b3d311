from django.core.paginator import Paginator
from django.db import models
from django.http import QueryDict
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.fields import StreamField

from .. import contexts, queries
from ..blocks import BodyBlock
from ..list_page import canonical_url
from ..pager import pager_context
from ..panels import body_panel
from ..problems import Problem
from .base import BasePage

PER_PAGE = 20


class NoticeIndexPage(BasePage):
    """The section of the city's notices."""

    introduction = models.CharField("导语", max_length=120, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.NoticePage"]
    max_count = 1
    template = "pages/notice_index_page.html"
    short_type_name = "通知公告"

    class Meta:
        verbose_name = "通知公告栏目"

    def get_context(self, request, *args, **kwargs):
        paginator = Paginator(queries.notices_under(self), PER_PAGE)
        current = paginator.get_page(request.GET.get("page"))
        context = super().get_context(request, *args, **kwargs)
        context |= contexts.place_context(self)
        return context | {
            "notices": list(current),
            "pager": pager_context(current, request.GET),
            "canonical_url": canonical_url(request.path, QueryDict(), current.number),
        }


class NoticePage(BasePage):
    """A notice 通知 of the city federation."""

    document_number = models.CharField("文号", max_length=40, blank=True, help_text="例如 柳妇通〔2019〕43号")
    issued_by = models.CharField("发文单位", max_length=60, default="柳州市妇女联合会")
    issued_on = models.DateField("发文日期", null=True, blank=True)
    body = StreamField(BodyBlock(), verbose_name="正文", blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("document_number"), FieldPanel("issued_on")], heading="文号和日期"),
        FieldPanel("issued_by"),
        body_panel(),
    ]
    parent_page_types = ["pages.NoticeIndexPage"]
    subpage_types: list[str] = []
    template = "pages/notice_page.html"
    short_type_name = "通知"
    search_kind = "notice"

    class Meta:
        verbose_name = "通知"

    def submission_problems(self) -> list[Problem]:
        return [] if self.body else [Problem("body", "正文", "请填写正文后再提交。")]

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | contexts.place_context(self)
