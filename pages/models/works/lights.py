from typing import Any

from django.conf import settings
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel

from ...figures import FigureSpec
from ...problems import Problem
from ...works import rules
from ..photos import PagePhoto
from .base import WorkPage
from .facts import FactRow


class Light(models.TextChoices):
    """The five lights of 柳妇通〔2019〕43号, in its order."""

    EMBLEM = "emblem", "亮妇联标识"
    STRUCTURE = "structure", "亮组织架构"
    DUTIES = "duties", "亮工作职责"
    MEMBERS = "members", "亮执委身份"
    ACTIVITIES = "activities", "亮活动内容"


class LightState(models.TextChoices):
    LIT = "lit", "已亮"
    UNDER_WAY = "under_way", "正在落实"
    NOT_YET = "not_yet", "还没有"


class PlaqueServicePage(WorkPage):
    """3 深化“基层妇联亮牌服务”行动: five lights, each with its state, what was done, and a picture."""

    fact_relations = ("lights",)
    fact_panels = [InlinePanel("lights", heading="五亮", label="亮牌", max_num=len(Light))]
    figure_specs = (FigureSpec("lit_lights", "已亮", "项"),)

    class Meta:
        verbose_name = "叁·亮牌服务"

    def start_under(self, site) -> None:
        super().start_under(site)
        self.lights = [PlaqueLight(light=light, sort_order=order) for order, light in enumerate(Light)]

    def own_figures(self) -> dict[str, int]:
        return {"lit_lights": len({one.light for one in self.lights.all() if one.state == LightState.LIT})}

    def has_substance(self) -> bool:
        return bool(self.body) or any(row.state or row.done for row in self.lights.all())

    def more_problems(self) -> list[Problem]:
        rows = list(self.lights.all())
        lights = [row.light for row in rows]
        found = [
            rules.row_problem(
                "lights", number, row, "light", f"“{row.get_light_display()}”填了两次，请删去一行。"
            )
            for number, row in enumerate(rows, start=1)
            if row.light and row.light in lights[: number - 1]
        ]
        found += [
            rules.row_problem("lights", number, row, "description", "放了照片，请填写图片描述后再提交。")
            for number, row in enumerate(rows, start=1)
            if row.image_id and not row.description.strip()
        ]
        missing = [label for value, label in Light.choices if value not in lights]
        if missing:
            found.append(
                Problem("lights", "五亮", f"还缺{'、'.join(missing)}，五项都要有，没做到的写“还没有”。")
            )
        return found

    def warnings(self) -> list[Problem]:
        found = []
        for number, row in enumerate(self.lights.all(), start=1):
            if row.state == LightState.LIT and not row.image_id:
                found.append(
                    rules.row_problem(
                        "lights", number, row, "image", f"{row.get_light_display()}还没有照片。"
                    )
                )
            elif row.state and row.state != LightState.LIT:
                words = f"{row.get_light_display()}：{row.get_state_display()}。"
                found.append(rules.row_problem("lights", number, row, "state", words))
        return found

    @property
    def listing_image(self):
        return super().listing_image or next((row.image for row in self.lights.all() if row.image), None)

    def shown_facts(self) -> dict[str, Any]:
        return {"lights_shown": [row for row in self.lights.all() if row.light]}

    def facts_text(self) -> str:
        return "\n".join(
            [super().facts_text(), *(f"{row.get_light_display()} {row.done}" for row in self.lights.all())]
        )


class PlaqueServicePhoto(PagePhoto):
    page = ParentalKey(PlaqueServicePage, on_delete=models.CASCADE, related_name="photos")


class PlaqueLight(FactRow):
    """One of the five lights."""

    page = ParentalKey(PlaqueServicePage, on_delete=models.CASCADE, related_name="lights")
    light = models.CharField("哪一亮", max_length=12, choices=Light, blank=True)
    state = models.CharField("进展", max_length=10, choices=LightState, blank=True)
    done = models.CharField(
        "做了什么", max_length=150, blank=True, help_text="亮在哪里、亮了什么，群众怎么看得到。"
    )
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name="照片",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    description = models.CharField(
        "图片描述", max_length=255, blank=True, help_text="读给看不见照片的人听：画面里有什么。"
    )

    required = ("light", "state")
    panels = [
        FieldRowPanel([FieldPanel("light"), FieldPanel("state")]),
        FieldPanel("done"),
        FieldRowPanel([FieldPanel("image"), FieldPanel("description")]),
    ]

    class Meta(FactRow.Meta):
        verbose_name = "亮牌"

    def clean(self) -> None:
        """Take the description over from the library's picture, where the row has none of its own."""
        super().clean()
        if self.image:
            self.description = self.description or self.image.description
