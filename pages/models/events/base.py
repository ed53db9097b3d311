"""The page that lectures, activities, meetings and stories are built on."""

from typing import Any

from django.db import models
from wagtail.admin.panels import MultipleChooserPanel
from wagtail.fields import StreamField

from ...blocks import BodyBlock
from ...events import contexts
from ...figures import FigureSpec
from ...photo_rules import RELATION, photo_problems
from ...problems import Problem
from ...works import rules
from ..base import BasePage
from ..highlights import OfHighlight
from ..terms import Term, Vocabulary

MOST_PHOTOS = 9


class IllustratedPage(OfHighlight, BasePage):
    """A page with a text and up to nine photos. Facts are typed fields, judged when the page is submitted.

    A page type adds its photos (``PagePhoto``), declares what ``works.rules`` judges by, and may add
    ``more_problems`` and ``warnings``.
    """

    body = StreamField(BodyBlock(), verbose_name="正文", blank=True)

    required: tuple[str, ...] = ()
    limits: dict[str, int] = {}
    dates: tuple[str, ...] = ()
    figure_specs: tuple[FigureSpec, ...] = ()
    year = None  # of the rules about days within a year, which these pages do not have
    slug_name = ""
    title_words = ""  # how a new page's title goes on after the name of the place

    subpage_types: list[str] = []

    class Meta:
        abstract = True

    # -- rules ----------------------------------------------------------------------------------------

    def submission_problems(self) -> list[Problem]:
        problems = rules.facts_problems(self, ()) + self.more_problems()
        photos = self.photos.all()
        if len(photos) > MOST_PHOTOS:
            words = f"照片最多 {MOST_PHOTOS} 张，现在有 {len(photos)} 张，请删去几张。"
            problems.append(Problem(RELATION, "照片", words))
        return problems + photo_problems(photos)

    def more_problems(self) -> list[Problem]:
        """What of this type's own rules keeps the page from being submitted."""
        return []

    # -- lists and addresses ----------------------------------------------------------------------------

    @property
    def listing_year(self) -> int | None:
        return self.listing_date.year if self.listing_date else None

    @property
    def listing_image(self):
        """The first photo stands for the page."""
        first = self.photos.first()
        return first.image if first else None

    def facts_text(self) -> str:
        """Words of the facts, for searching."""
        return ""

    def slug_base(self) -> str:
        day = self.listing_date
        return f"{self.slug_name}-{day:%Y%m%d}" if day else super().slug_base()

    def start_under(self, parent) -> None:
        """Fill in what a new page under *parent* starts with."""
        self.title = f"{parent.title}妇联：{self.title_words}" if self.title_words else ""

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.shown_context(request)

    def shown_context(self, request) -> dict[str, Any]:
        """What the template shows besides the page's own facts."""
        return contexts.event_context(self, request)


def term_field(vocabulary: Vocabulary, label: str, help_text: str = "") -> models.ForeignKey:
    """A choice of one list that the organisation department extends; a draft may lack it."""
    return models.ForeignKey(
        Term,
        verbose_name=label,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        limit_choices_to={"vocabulary": vocabulary},
        help_text=help_text,
    )


def photos_panel() -> MultipleChooserPanel:
    """The panel of the page's photos."""
    return MultipleChooserPanel(
        "photos",
        chooser_field_name="image",
        heading="照片",
        label="照片",
        help_text=f"最多 {MOST_PHOTOS} 张，每张都要有图片说明和图片描述。",
    )
