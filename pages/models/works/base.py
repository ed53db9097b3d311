"""The page that the eight featured works are built on."""

from typing import Any

from django.db import models
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultipleChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index

from ... import queries
from ...blocks import BodyBlock
from ...figures import FigureSpec, Number, ShownFigure, shown
from ...panels import body_panel
from ...photo_rules import photo_problems
from ...problems import Problem
from ...search.kinds import WORK
from ...works import contexts, rules
from ...works.kinds import BY_SLUG, WorkKind
from ..base import BasePage
from ..highlights import OfHighlight


class WorkPage(OfHighlight, BasePage):
    """One featured work of one site in one year. Facts are typed fields; the body tells how it was done.

    A page type sets ``kind``, ``fact_panels`` and ``fact_relations``; declares what ``works.rules`` judges by; and
    may add ``more_problems`` and ``warnings``. Its figures are ``figure_specs`` with ``own_figures``.
    """

    kind: WorkKind
    year = models.PositiveSmallIntegerField("年份", null=True)
    introduction = models.CharField(
        "一句话介绍",
        max_length=60,
        blank=True,
        help_text="做了什么、成效怎样，一句话说完；列表和分享时显示。",
    )
    body = StreamField(
        BodyBlock(), verbose_name="做法和成效", blank=True, help_text="前面各栏装不下的，在这里写。"
    )

    site_kinds: tuple[str, ...] = ()  # kinds of site that have this work; none: all
    fact_panels: list = []
    fact_relations: tuple[str, ...] = ()  # inline rows with facts
    yearly_relations: tuple[str, ...] = ()  # those that a copy for the next year starts without
    required: tuple[str, ...] = ("year",)
    limits: dict[str, int] = {}
    dates: tuple[str, ...] = ()
    figure_specs: tuple[FigureSpec, ...] = ()

    parent_page_types = ["pages.SitePage"]
    subpage_types: list[str] = []

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs) -> None:
        super().__init_subclass__(**kwargs)
        cls.kind = BY_SLUG[cls.__module__.rsplit(".", 1)[-1]]
        cls.short_type_name = cls.kind.short_name
        cls.listing_kind = cls.listing_work = cls.kind.slug
        cls.content_panels = [
            HelpPanel(content=f"<p>{cls.kind.demand}</p>", heading="通知要求"),
            *BasePage.content_panels,
            FieldRowPanel([FieldPanel("year"), FieldPanel("introduction")], heading="年份和介绍"),
            FieldPanel("highlight"),
            *cls.fact_panels,
            body_panel(),
            MultipleChooserPanel("photos", chooser_field_name="image", heading="照片", label="照片"),
        ]

    search_kind = WORK
    search_fields = [*BasePage.search_fields, index.FilterField("year")]

    @classmethod
    def can_create_at(cls, parent) -> bool:
        return super().can_create_at(parent) and cls.fits(parent.specific)

    def can_move_to(self, parent) -> bool:
        return super().can_move_to(parent) and self.fits(parent.specific)

    @classmethod
    def fits(cls, site) -> bool:
        """Whether *site* is of a kind that has this work."""
        return not cls.site_kinds or site.kind in cls.site_kinds

    # -- rules ----------------------------------------------------------------------------------------

    def submission_problems(self) -> list[Problem]:
        problems = rules.facts_problems(self, self.fact_relations)
        other = queries.other_of_year(self)
        if other:
            words = f"这个示范点已有 {self.year} 年的“{self.kind.short_name}”：《{other.draft_title}》。一项工作一年写一篇。"
            problems.append(rules.field_problem(self, "year", words))
        if not self.has_substance():
            problems.append(
                rules.field_problem(self, "body", "还没有内容：请填写上面的具体情况，或者写一写做法。")
            )
        return problems + self.more_problems() + photo_problems(self.photos.all())

    def more_problems(self) -> list[Problem]:
        """What of this type's own rules keeps the page from being submitted."""
        return []

    def has_substance(self) -> bool:
        """Whether there is anything to read: body, or any fact."""
        return bool(self.body) or any(getattr(self, name).all() for name in self.fact_relations)

    # -- figures --------------------------------------------------------------------------------------

    @cached_property
    def figures(self) -> dict[str, Number]:
        """All figures: its own, and those counted from other published pages of the site and year."""
        sources = {spec.source for spec in self.figure_specs if spec.source}
        counted = queries.figures_of_site(self, sources, self.year) if sources else {}
        return counted | self.own_figures()

    def shown_figures(self) -> list[ShownFigure]:
        """Figures for the panel at the top of the page."""
        return shown(self.figure_specs, self.figures)

    def shown_facts(self) -> dict[str, Any]:
        """What the type's template shows of its facts: for the public, so nothing that is for staff only."""
        return {}

    # -- lists and addresses ----------------------------------------------------------------------------

    @property
    def listing_year(self) -> int | None:
        return self.year

    @property
    def listing_image(self):
        """The first photo stands for the page."""
        first = self.photos.first()
        return first.image if first else None

    @property
    def listing_note(self) -> str:
        """The line below the title on a card."""
        return self.introduction

    def facts_text(self) -> str:
        """Words of the facts, for searching."""
        return self.kind.title

    def slug_base(self) -> str:
        return f"{self.kind.slug}-{self.year}" if self.year else self.kind.slug

    def start_under(self, site) -> None:
        """Fill in what a new page under *site* starts with."""
        self.title = f"{site.title}妇联：{self.kind.short_name}"

    def get_template(self, request, *args, **kwargs) -> str:
        return self.kind.template

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | contexts.work_context(self, request)
