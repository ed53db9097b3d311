"""Whatever is typed, an answer comes, and never an unpublished title."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from wagtail.models import Page

from media.models import CustomImage
from pages.models import StoryPage
from pages.search.find import find
from pages.search.suggesting import suggest

from .published import story

pytestmark = pytest.mark.django_db
SECRET = "尚未公开的绝密草稿"
QUIET = {"max_examples": 60, "deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
ODD = [
    "", " ", "\x00", "a\x00b", '"', '""', "'", "'; DROP TABLE x; --", "*", "妇女*", "-妇女", "妇女 AND", "OR", "NOT 妇女",
    "NEAR(妇女 工作)", "title:妇女", "{title}:妇女", "(妇女", "妇女)", "^妇女", "妇女 & !工作", "妇女:*A", "a <-> b",
    "\\", "%", "_",
    "😀👩‍👩‍👧", "👩妇女", "\u202e妇女", "\ufeff", "\x07\x1b[31m", "ＡＢＣ　１２３", "ꒌꒌ", "ꒌ妇女", "𠮷𠮷野家",
    "é́́́", "妇" * 10_000, "a" * 10_000,
    "妇女 " * 2_500, "1" * 400, "½①㈱", "ﷺ", "؟", "한국어", "кириллица", "的了吗", "怎么",
]  # fmt: skip
PIECES = st.sampled_from(
    [
        "妇女",
        "绝密",
        "草稿",
        "尚未公开",
        '"',
        "*",
        " AND ",
        " OR ",
        "(",
        ")",
        ":",
        "\x00",
        "jm",
        "2020年",
        "的",
        "|",
        "&",
        "!",
    ]
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map("".join))


class AnyText(TestCase):
    @classmethod
    def setUpTestData(cls):
        story("妇女工作简报", "妇女工作、妇女之家。")
        story(SECRET, "妇女草稿，外人不知。", live=False)

    @settings(**QUIET)
    @given(text=TEXTS)
    def test_the_public_search_answers(self, text):
        results = find(text, county=text, kind=text, work=text, year=text, page=text)
        assert all(item.title != SECRET for item in results.items)
        assert results.total == len(results.pks)

    @settings(**QUIET)
    @given(text=TEXTS)
    def test_suggestions_answer(self, text):
        assert all(one.text != SECRET for one in suggest(text))

    @settings(**QUIET)
    @given(text=TEXTS)
    def test_staff_searches_answer(self, text):
        for model in (Page, CustomImage):
            for search in (model.objects.all().search, model.objects.all().autocomplete):
                found = search(text)
                assert len(list(found[:50])) == min(50, found.count())
        list(StoryPage.objects.search(text, fields=["title"], operator="or")[:5])


@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_odd_texts(text):
    story(SECRET, "妇女", live=False)
    shown = story("妇女节", "妇女")
    assert {item.pk for item in find(text).items} <= {shown.pk}
    assert SECRET not in {one.text for one in suggest(text)}
    list(Page.objects.all().search(text))
    list(Page.objects.all().autocomplete(text))
