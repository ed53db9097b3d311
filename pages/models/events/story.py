from typing import Any

from django.db import models
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.search import index

from ... import queries
from ...events import contexts
from ...events.forms import StoryForm
from ...panels import body_panel
from ...problems import Problem
from ...works import kinds
from ...works.rules import field_problem
from ..base import BasePage
from ..photos import PagePhoto
from .base import IllustratedPage, photos_panel

MOST_LEAD = 160


class StoryKind(models.TextChoices):
    PRACTICE = "practice", "经验做法"
    STORY = "story", "典型故事"


class StoryPage(IllustratedPage):
    """A showcase story 经验做法/典型故事, of a site, of a county, or told by the city."""

    kind = models.CharField("类型", max_length=10, choices=StoryKind, blank=True)
    lead = models.TextField(
        "导语", blank=True, help_text=f"两三句话说清楚做了什么、成效怎样，{MOST_LEAD} 字以内。"
    )
    work = models.CharField("属于哪一项工作", max_length=16, choices=kinds.choices, blank=True)
    site = models.ForeignKey(
        "pages.SitePage",
        verbose_name="来自哪个示范点",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,  # what a live story names is not deleted, see queries.named_by_live_story
        related_name="+",
        help_text="写的是某个示范点的，请选择。",
    )

    base_form_class = StoryForm
    required = ("kind", "lead", "work")
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("work")], heading="类型"),
        FieldPanel("site"),
        FieldPanel("highlight"),
        FieldPanel("lead"),
        body_panel("有人物、有做法、有变化。写到真人的，请先取得本人同意。"),
        photos_panel(),
    ]
    search_fields = [*IllustratedPage.search_fields, index.FilterField("kind"), index.FilterField("work")]
    parent_page_types = ["pages.StoryIndexPage", "pages.CountyPage", "pages.SitePage"]
    template = "pages/story_page.html"
    short_type_name = "经验故事"
    listing_kind = search_kind = "story"
    shown_relations = ("site",)

    class Meta:
        verbose_name = "经验故事"

    @property
    def work_kind(self):
        """The featured work that the story belongs to, or ``None``."""
        return kinds.BY_SLUG.get(self.work)

    @property
    def listing_year(self) -> int | None:
        published = self.first_published_at
        return timezone.localdate(published).year if published else None

    @property
    def listing_work(self) -> str:
        return self.work

    @property
    def listing_note(self) -> str:
        """The line below the title on a card."""
        return self.lead

    def more_problems(self) -> list[Problem]:
        found = [] if self.body else [field_problem(self, "body", "还没有填写。")]
        if len(self.lead) > MOST_LEAD:
            words = f"导语 {len(self.lead)} 字，请缩短到 {MOST_LEAD} 字以内。"
            found.append(field_problem(self, "lead", words))
        if message := self._site_message():
            found.append(field_problem(self, "site", message))
        return found

    def _site_message(self) -> str:
        if not self.site:
            return ""
        own = queries.site_path(self)
        if own:
            return "" if self.site.path == own else "故事写在示范点下面，就是这个示范点的，不能另选别的。"
        county = queries.county_path(self)
        if county:
            return "" if self.site.path.startswith(county) else "请选择本县区的示范点。"
        return "" if self.site.live else "这个示范点还没有公开，不能选。"

    def facts_text(self) -> str:
        kind = self.work_kind
        return "\n".join([self.lead, kind.title if kind else "", self.site.title if self.site else ""])

    def shown_context(self, request) -> dict[str, Any]:
        return contexts.story_context(self, request)


class StoryPhoto(PagePhoto):
    page = ParentalKey(StoryPage, on_delete=models.CASCADE, related_name="photos")


class StoryIndexPage(BasePage):
    """The city's section of stories. It lists those of the counties too."""

    introduction = models.CharField("导语", max_length=120, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.StoryPage"]
    max_count = 1
    template = "pages/story_index_page.html"
    short_type_name = "经验故事"

    class Meta:
        verbose_name = "经验故事栏目"

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | contexts.index_context(self, request)
