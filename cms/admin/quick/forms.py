"""The fields of the quick form, taken from the page types, so that names and lengths are theirs."""

from datetime import datetime
from typing import Any

from django import forms
from django.forms.models import fields_for_model
from django.utils import timezone
from django.utils.html import format_html_join
from wagtail.models import Page

from pages.events.forms import offer_active_terms
from pages.models import EventPage, LecturePage, VolunteerActivityPage
from pages.models.photos import MAX_CAPTION
from pages.panels import TEAM_NAMES

PLACE = ("place", "place_name")
CAPTIONS_HELP = "每张照片的说明不一样时才填：一行一张，按选择照片的顺序。"


def fields_of(model: type[EventPage], *names: str, **widgets: forms.Widget) -> type[forms.Form]:
    """Return a form with the fields *names* of *model*, labels, help and limits included."""
    return type(
        f"{model.__name__}Fields", (forms.Form,), fields_for_model(model, fields=names, widgets=widgets)
    )


class QuickForm(forms.Form):
    """What both kinds have. Only title, day and hour must be there; everything else may wait."""

    model: type[EventPage]
    heading = ""
    kind_fields: tuple[str, ...] = ()
    count_fields: tuple[str, ...] = ()

    title = forms.CharField(label="标题", max_length=255)
    day = forms.DateField(label="日期", widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    begins = forms.TimeField(label="开始", widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"}))
    ends = forms.TimeField(
        label="结束", required=False, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    )
    text = forms.CharField(
        label="经过", required=False, widget=forms.Textarea(attrs={"rows": 6}), help_text="一行写一段。"
    )
    caption = forms.CharField(
        label="照片说明", required=False, max_length=MAX_CAPTION, help_text="何时、何地、何事，几张照片共用。"
    )
    captions = forms.CharField(
        label="逐张说明", required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text=CAPTIONS_HELP
    )
    description = forms.CharField(
        label="画面描述",
        required=False,
        max_length=250,
        help_text="读给看不见照片的人听：画面里有什么。不填就用照片说明。",
    )
    people_shown = forms.BooleanField(label="画面中有可辨认的人", required=False)
    minors_shown = forms.BooleanField(label="画面中有未成年人", required=False)
    consent_held = forms.BooleanField(label="已取得肖像使用同意", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_active_terms(self, self.model())
        for name in ("place", *self.kind_fields):
            if getattr(self.fields[name], "empty_label", None):
                self.fields[name].empty_label = "请选择"

    @classmethod
    def initial_for(cls, parent: Page, like: EventPage | None = None) -> dict[str, Any]:
        """Return what the form starts with under *parent*, taken over from *like* for one more of its kind."""
        fresh = cls.model()
        fresh.start_under(parent)
        begins = timezone.localtime(fresh.starts_at)
        initial = {"title": fresh.title, "day": begins.date(), "begins": begins.time()}
        for name in (*PLACE, *cls.kind_fields) if like else ():
            value = getattr(like, name)
            initial[name] = list(value.all()) if hasattr(value, "all") else value
        return initial

    def fill(self, page: EventPage) -> None:
        """Write what was typed into *page*."""
        data = self.cleaned_data
        page.title = data["title"]
        page.starts_at = self._moment(data["begins"])
        page.ends_at = self._moment(data["ends"])
        for name in (*PLACE, *self.kind_fields, *self.count_fields):
            setattr(page, name, data[name])
        text = paragraphs(data["text"])
        page.body = [("paragraph", text)] if text else []

    def _moment(self, time) -> datetime | None:
        return timezone.make_aware(datetime.combine(self.cleaned_data["day"], time)) if time else None

    # -- for the template -------------------------------------------------------------------------------

    def when(self) -> list[forms.BoundField]:
        return [self[name] for name in ("day", "begins", "ends")]

    def what(self) -> list[forms.BoundField]:
        return [self[name] for name in (*PLACE, *self.kind_fields)]

    def counts(self) -> list[forms.BoundField]:
        return [self[name] for name in self.count_fields]

    def about_photos(self) -> list[forms.BoundField]:
        return [self[name] for name in ("caption", "captions", "description")]

    def consents(self) -> list[forms.BoundField]:
        return [self[name] for name in ("people_shown", "minors_shown", "consent_held")]


LECTURE = ("lecturers", "form", "language", "topics")
LECTURE_COUNTS = ("audience",)
ACTIVITY = ("team", "kind")
ACTIVITY_COUNTS = ("volunteers", "hours", "people_served")
_LectureFields = fields_of(
    LecturePage, *PLACE, *LECTURE, *LECTURE_COUNTS, topics=forms.CheckboxSelectMultiple()
)
_ActivityFields = fields_of(
    VolunteerActivityPage,
    *PLACE,
    *ACTIVITY,
    *ACTIVITY_COUNTS,
    team=forms.TextInput(attrs={"list": TEAM_NAMES, "autocomplete": "off"}),
)


class QuickLectureForm(QuickForm, _LectureFields):
    model = LecturePage
    heading = "记一场宣讲"
    kind_fields = LECTURE
    count_fields = LECTURE_COUNTS


class QuickActivityForm(QuickForm, _ActivityFields):
    model = VolunteerActivityPage
    heading = "记一次志愿服务"
    kind_fields = ACTIVITY
    count_fields = ACTIVITY_COUNTS


FORMS: dict[str, type[QuickForm]] = {"lecture": QuickLectureForm, "activity": QuickActivityForm}


def paragraphs(text: str) -> str:
    """Return *text* as HTML, a paragraph for each line that is not empty.

    >>> paragraphs("一<二\\n\\n三")
    '<p>一&lt;二</p><p>三</p>'
    """
    return format_html_join("", "<p>{}</p>", ((line.strip(),) for line in text.splitlines() if line.strip()))
