from django.db import models
from django.http import Http404
from wagtail.admin.panels import FieldPanel

from .. import home, queries
from .base import BasePage


class HomePage(BasePage):
    """The front page. Its figures and lists are counted from published content, never typed."""

    slogan = models.CharField("主题句", max_length=30, default="把妇联建在姐妹身边")
    introduction = models.CharField(
        "导语", max_length=120, blank=True, help_text="一两句话，显示在主题句下面。"
    )

    content_panels = [*BasePage.content_panels, FieldPanel("slogan"), FieldPanel("introduction")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["pages.CountyPage", "pages.StoryIndexPage", "pages.NoticeIndexPage"]
    max_count = 1
    template = "pages/home_page.html"
    short_type_name = "首页"

    class Meta:
        verbose_name = "首页"

    def route(self, request, path_components):
        """Find any page by its whole address at once instead of level by level."""
        if not path_components:
            return super().route(request, [])
        page = queries.page_at(f"{self.url_path}{'/'.join(path_components)}/")
        if page is None:
            raise Http404
        return page.route(request, [])

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | home.home_context(self, request)
