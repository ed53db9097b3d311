"""Lectures, activities, meetings and stories for tests: drafts that could be submitted."""

from datetime import UTC, date, datetime, timedelta
from itertools import count

from django.utils import timezone

from cms.county import County
from pages.models import (
    LecturePage,
    OnSiteMeetingPage,
    StoryIndexPage,
    StoryPage,
    Term,
    Vocabulary,
    VolunteerActivityPage,
)
from pages.models.events.activity import VolunteerActivityPhoto
from pages.models.events.lecture import LecturePhoto
from pages.models.events.meeting import OnSiteMeetingPhoto
from pages.models.events.story import StoryPhoto

from .pictures import make_picture

_numbers = count(1)
MORNING = datetime(2020, 5, 6, 1, 0, tzinfo=UTC)  # 9 o'clock in Liuzhou
PHOTOS = {
    LecturePage: LecturePhoto,
    VolunteerActivityPage: VolunteerActivityPhoto,
    OnSiteMeetingPage: OnSiteMeetingPhoto,
    StoryPage: StoryPhoto,
}


def term(vocabulary: Vocabulary, name: str = "") -> Term:
    """A choice of that list: the one called *name*, or the first."""
    found = Term.objects.filter(vocabulary=vocabulary)
    return found.get(name=name) if name else found.first()


def tomorrow() -> datetime:
    """This time tomorrow: an event then is still to come."""
    return timezone.now() + timedelta(days=1)


def make_lecture(parent, photos: int = 1, image=None, topics=None, **fields) -> LecturePage:
    """A lecture of the past with its audience."""
    values = {
        "title": f"宣讲{next(_numbers)}",
        "starts_at": MORNING,
        "ends_at": MORNING + timedelta(hours=2),
        "place": term(Vocabulary.PLACE, "妇女之家"),
        "place_name": "三楼会议室",
        "lecturers": "桂姐姐宣讲队",
        "form": term(Vocabulary.LECTURE_FORM, "山歌"),
        "language": term(Vocabulary.LANGUAGE, "壮语"),
        "audience": 86,
        "body": [("paragraph", "<p>用山歌唱政策。</p>")],
    } | fields
    page = LecturePage(live=False, **values)
    page.topics = topics if topics is not None else [term(Vocabulary.LECTURE_TOPIC, "妇联章程")]
    return _add(parent, page, photos, image)


def make_activity(parent, photos: int = 1, image=None, **fields) -> VolunteerActivityPage:
    """A volunteer activity of the past with its numbers."""
    values = {
        "title": f"服务{next(_numbers)}",
        "starts_at": MORNING,
        "ends_at": MORNING + timedelta(hours=3),
        "place_name": "文昌路口",
        "team": "木棉花志愿服务队",
        "kind": term(Vocabulary.SERVICE_KIND, "环保"),
        "volunteers": 12,
        "hours": 36,
        "people_served": 140,
        "body": [("paragraph", "<p>上门教垃圾分类。</p>")],
    } | fields
    return _add(parent, VolunteerActivityPage(live=False, **values), photos, image)


def make_meeting(parent, photos: int = 1, image=None, **fields) -> OnSiteMeetingPage:
    """An on-site meeting."""
    values = {
        "title": f"推进会{next(_numbers)}",
        "held_on": date(2020, 6, 10),
        "host": "城中区妇联",
        "place_name": "示例社区",
        "units": "鱼峰区妇联\n柳南区妇联",
        "learnt": "看了亮牌服务，学了轮值主席制度。",
    } | fields
    return _add(parent, OnSiteMeetingPage(live=False, **values), photos, image)


def make_story(parent=None, photos: int = 1, image=None, **fields) -> StoryPage:
    """A story under *parent*, or the city's own."""
    values = {
        "title": f"故事{next(_numbers)}",
        "kind": "practice",
        "lead": "小院里坐下来，路灯就亮起来。",
        "work": "council",
        "body": [("paragraph", "<p>一盏路灯的故事。</p>")],
    } | fields
    return _add(parent or StoryIndexPage.objects.get(), StoryPage(live=False, **values), photos, image)


def _add(parent, page, photos: int, image):
    county = County.of(parent)
    collection = county.collection if county else None
    page.photos = [
        PHOTOS[type(page)](
            image=image or make_picture(collection, title=f"照片{number}"),
            caption=f"说明{number}",
            description=f"描述{number}",
            sort_order=number,
        )
        for number in range(photos)
    ]
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision()
    return page
