"""The public lists of lectures, volunteer activities, on-site meetings and stories."""

from collections.abc import Callable
from functools import partial

from django.db.models import QuerySet

from .. import queries
from ..cards import cards_of_listings
from ..filters import county_filter, fixed_filter, site_filter, term_filter, year_filter
from ..hooks import ListFilter, ListType
from ..models import Vocabulary
from ..models.events.story import StoryKind
from ..works import kinds

LECTURE, ACTIVITY, STORY = "page__lecturepage", "page__volunteeractivitypage", "page__storypage"

CALENDAR = (("calendar", "活动日历"),)


def _where_and_when(*more: ListFilter) -> list[ListFilter]:
    return [county_filter("page__path"), year_filter(), *more, site_filter("page__path")]


def _listed(kind: str) -> Callable[[], QuerySet]:
    return partial(queries.listings_of, kind)


LIST_TYPES = (
    ListType(
        key="lectures",
        heading="桂姐姐宣讲",
        introduction="桂姐姐宣讲队走进村屯社区，用山歌、快板和家常话讲政策、讲法律、讲改革。",
        queryset=_listed("lecture"),
        filters=_where_and_when(
            term_filter("topic", "主题", Vocabulary.LECTURE_TOPIC, f"{LECTURE}__topics", folded=True),
            term_filter("form", "形式", Vocabulary.LECTURE_FORM, f"{LECTURE}__form", folded=True),
            term_filter("language", "语言", Vocabulary.LANGUAGE, f"{LECTURE}__language", folded=True),
        ),
        empty_hint="去掉一个条件，或者换一个县区、主题试试。",
        cards=cards_of_listings,
        links=CALENDAR,
    ),
    ListType(
        key="activities",
        heading="志愿服务",
        introduction="维权、发展、家教、助困、环保：巾帼志愿者在各示范点开展的活动。",
        queryset=_listed("volunteer-activity"),
        filters=_where_and_when(
            term_filter("kind", "类别", Vocabulary.SERVICE_KIND, f"{ACTIVITY}__kind"),
        ),
        empty_hint="去掉一个条件，或者换一个县区、类别试试。",
        cards=cards_of_listings,
        links=CALENDAR,
    ),
    ListType(
        key="meetings",
        heading="现场推进会",
        introduction="各县区、各示范点互相看、互相学，把可以带回去的做法记下来。",
        queryset=_listed("meeting"),
        filters=_where_and_when(),
        empty_hint="去掉一个条件，或者换一个县区、年份试试。",
        cards=cards_of_listings,
    ),
    ListType(
        key="stories",
        heading="经验故事",
        introduction="各县区、各示范点的经验做法和典型故事。",
        queryset=_listed("story"),
        filters=_where_and_when(
            fixed_filter("kind", "类型", StoryKind.choices, f"{STORY}__kind"),
            fixed_filter("work", "工作", kinds.choices(), f"{STORY}__work"),
        ),
        empty_hint="去掉一个条件，或者换一个县区、一项工作试试。",
        cards=cards_of_listings,
        own_address=False,
    ),
)
