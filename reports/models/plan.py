from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel
from wagtail.search import index

from pages.contexts import is_preview, place_context
from pages.models import BasePage, SitePage
from pages.models.highlights import MOST_NAME
from pages.models.works.facts import FactRow
from pages.problems import Problem
from pages.queries import other_of_year, site_draft_of, site_of
from pages.works import kinds
from pages.works.rules import facts_problems

from .. import highlights, queries
from ..forms import YearForm
from ..rules import MAX_ITEMS, MIN_ITEMS, MOST_MEASURES, plan_problems, plan_warnings
from ..status import Duty

MOST_POST = 60


class WorkPlanPage(BasePage):
    """Work plan 特色亮点工作计划表 of a site for a year: 3–4 highlights in the annex's columns (notice, part three)."""

    duty = Duty.PLAN
    year = models.PositiveSmallIntegerField("年份", null=True)

    base_form_class = YearForm
    required = ("year",)
    limits: dict[str, int] = {}
    dates: tuple[str, ...] = ()
    content_panels = [
        HelpPanel(
            heading="报送要求",
            content=f"<p>每个示范点每年打造 {MIN_ITEMS}—{MAX_ITEMS} 项特色亮点工作，一项一行。"
            "可以先存草稿，填完再提交审核；通过以后在示范点页面公布。</p>",
        ),
        *BasePage.content_panels,
        FieldPanel("year"),
        InlinePanel("items", heading="特色亮点工作", label="亮点", max_num=8),
    ]
    search_fields = [*BasePage.search_fields, index.FilterField("year")]
    parent_page_types = ["pages.SitePage"]
    subpage_types: list[str] = []
    template = "reports/work_plan_page.html"
    short_type_name = "工作计划"

    class Meta:
        verbose_name = "工作计划表"
        indexes = [models.Index(fields=["year"])]

    def submission_problems(self) -> list[Problem]:
        items = list(self.items.all())
        problems = facts_problems(self, ("items",)) + plan_problems(items, site_draft_of(self))
        return queries.year_problems(self, other_of_year(self)) + problems

    def warnings(self) -> list[Problem]:
        return plan_warnings(list(self.items.all()))

    @property
    def listing_year(self) -> int | None:
        return self.year

    def facts_text(self) -> str:
        """Words of the items, for searching."""
        return "\n".join(f"{item.name} {item.measures} {item.target}" for item in self.items.all())

    def slug_base(self) -> str:
        return f"jihua-{self.year}" if self.year else super().slug_base()

    def start_under(self, site: SitePage) -> None:
        """Fill in what a new plan of *site* starts with; its year must be set before."""
        year = f"{self.year}年" if self.year else ""
        self.title = f"{site.title}{year}特色亮点工作计划表"

    def get_context(self, request, *args, **kwargs) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs) | place_context(self)
        site = site_of(self)
        items = list(self.items.all())
        outputs = {} if is_preview(request) else highlights.outputs_of(self.parent_path, self.year, items)
        return context | {
            "site": site,
            "description": "；".join(item.name for item in items if item.name),
            "highlights": [
                highlights.Highlight(n, item, outputs.get(item)) for n, item in enumerate(items, 1)
            ],
            "siblings": queries.neighbours(self),
        }


class PlanItem(FactRow):
    """One highlight of the year, in the annex's columns; number, county and site are known from its place."""

    page = ParentalKey(WorkPlanPage, on_delete=models.CASCADE, related_name="items")
    work = models.CharField("工作类型", max_length=16, choices=kinds.choices, blank=True)
    name = models.CharField(
        "亮点名称", max_length=MOST_NAME, blank=True, help_text="例如“侗歌里的婚育新风”。"
    )
    measures = models.TextField("主要内容及措施", blank=True, help_text=f"{MOST_MEASURES} 字以内。")
    target = models.TextField("量化目标", blank=True, help_text="写出数字：多少场、多少人、做到什么程度。")
    due_on = models.DateField("完成时限", null=True, blank=True, help_text="全年的工作填 12 月 31 日。")
    responsible = models.CharField(
        "责任人（职务）", max_length=MOST_POST, blank=True, help_text="写职务，不写姓名，例如“社区妇联主席”。"
    )

    required = ("work", "name", "measures", "target", "due_on", "responsible")
    dates = ("due_on",)
    panels = [
        FieldRowPanel([FieldPanel("work"), FieldPanel("name")]),
        FieldPanel("measures"),
        FieldPanel("target"),
        FieldRowPanel([FieldPanel("due_on"), FieldPanel("responsible")]),
    ]

    class Meta(FactRow.Meta):
        verbose_name = "亮点"
        verbose_name_plural = "亮点"

    def __str__(self) -> str:
        return self.name

    @property
    def work_kind(self) -> kinds.WorkKind | None:
        """The featured work that the highlight belongs to."""
        return kinds.BY_SLUG.get(self.work)
