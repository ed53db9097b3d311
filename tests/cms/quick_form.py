"""What is sent with the quick form, and what is said to it."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from pages.models import Vocabulary
from tests.conftest import SAMPLES
from tests.factories.events import term

CODE = "450202"


def url(site, kind: str = "lecture") -> str:
    return reverse("cms_quick", args=[site.pk, kind])


def sample(name: str) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, (SAMPLES / "photos" / name).read_bytes())


def lecture_data(**extra) -> dict:
    return {
        "title": "山歌唱响好政策",
        "day": "2020-05-06",
        "begins": "15:00",
        "ends": "17:00",
        "place_name": "三楼妇女之家",
        "lecturers": "桂姐姐宣讲队",
        "form": term(Vocabulary.LECTURE_FORM).pk,
        "language": term(Vocabulary.LANGUAGE).pk,
        "topics": [term(Vocabulary.LECTURE_TOPIC).pk],
        "audience": "86",
        "text": "第一段<b>。\n\n第二段。",
        "caption": "5月6日，文昌社区宣讲现场",
        "action": "save",
    } | extra


def said(response) -> str:
    return " ".join(str(message) for message in response.context["messages"])
