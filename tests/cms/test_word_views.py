"""The list of words to avoid in the admin: the organisation department's alone, and in Chinese."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from django.core.cache import cache
from django.urls import reverse
from openpyxl import load_workbook

from pages.models import WordToAvoid
from pages.words import CACHE_KEY, current_words
from tests.english import english, main_part

pytestmark = pytest.mark.django_db
DATA = {"word": "唯一", "reason": "说得太绝对。", "better": "首个", "unless": "唯一性", "active": "on"}
HEADINGS = ["词语", "为什么不用", "建议写法", "例外", "启用"]


def address(action: str, *args: int) -> str:
    return reverse(f"words_modeladmin_{action}", args=args)


@pytest.fixture(autouse=True)
def forgotten():
    yield
    cache.delete(CACHE_KEY)


@pytest.fixture
def city(people):
    return people.client(people.moderator())


@pytest.fixture
def word():
    return WordToAvoid.objects.create(word="唯一", reason="说得太绝对。", better="首个")


def errors(response) -> dict[str, list[str]]:
    return dict(response.context["form"].errors)


def listed(response) -> list[str]:
    return [row.word for row in response.context["object_list"]]


def test_a_word_is_added_changed_and_deleted(city):
    response = city.post(address("create"), DATA, follow=True)
    assert "唯一" in main_part(response)
    made = WordToAvoid.objects.get(word="唯一")
    assert (made.reason, made.better, made.exceptions, made.active) == (
        "说得太绝对。",
        "首个",
        ("唯一性",),
        True,
    )
    assert ("唯一", "说得太绝对。", "首个", ("唯一性",)) in current_words()
    hidden = {name: value for name, value in DATA.items() if name != "active"}
    city.post(address("edit", made.pk), hidden | {"better": "第一个"})
    made.refresh_from_db()
    assert (made.better, made.active) == ("第一个", False)
    assert "唯一" not in [word for word, *_ in current_words()]
    city.post(address("delete", made.pk))
    assert not WordToAvoid.objects.filter(pk=made.pk).exists()


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({}, {"word": ["这个词语已经在表里了。"]}),
        ({"word": " 唯一 "}, {"word": ["这个词语已经在表里了。"]}),
        ({"word": "一"}, {"word": ["词语至少要有两个字，一个字会在别的词里误报。"]}),
        ({"word": "最好", "unless": "", "reason": ""}, {"reason": ["此项为必填项。"]}),
        (
            {"word": "最好", "unless": "", "better": "最好的"},
            {"better": ["建议写法里又有这个词语，照着改还会被提醒。请换一种写法，或者填到例外里。"]},
        ),
    ],
    ids=["twice", "twice with spaces", "short", "no reason", "found again"],
)
def test_what_is_refused_is_said_in_chinese(city, word, changes, found):
    number = WordToAvoid.objects.count()
    response = city.post(address("create"), DATA | changes)
    assert errors(response) == found
    assert [text for texts in found.values() for text in texts if text not in main_part(response)] == []
    assert WordToAvoid.objects.count() == number


def test_search_looks_at_the_word_and_the_advice(city, word):
    other = WordToAvoid.objects.create(word="首个唯", reason="唯一", active=False)
    index = address("index")
    assert set(listed(city.get(index, {"q": "首个"}))) == {word.word, other.word}
    assert listed(city.get(index, {"q": "唯一"})) == [word.word]
    assert listed(city.get(index, {"q": "没有这个词"})) == []


def test_the_list_is_filtered_by_what_is_in_use(city, word):
    hidden = WordToAvoid.objects.create(word="最好", reason="说得太绝对。", active=False)
    index = address("index")
    assert listed(city.get(index, {"active": "0"})) == [hidden.word]
    in_use = listed(city.get(index, {"active": "1"}))
    assert word.word in in_use
    assert hidden.word not in in_use


@pytest.mark.parametrize("role", ["editor", "lead"])
def test_counties_neither_see_nor_enter(people, word, role):
    client = people.client(getattr(people, role)("450202"))
    assert address("index") not in client.get(reverse("wagtailadmin_home")).content.decode()
    addresses = [address("index"), address("create"), address("index") + "?export=csv"]
    addresses += [address(view, word.pk) for view in ("edit", "delete", "history", "inspect")]
    for url in addresses:
        response = client.post(url, DATA | {"word": "别的"})
        assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert list(WordToAvoid.objects.filter(word__in=["唯一", "别的"])) == [word]


def test_the_menu_of_the_organisation_department(city):
    menu = city.get(reverse("wagtailadmin_home")).content.decode()
    assert address("index") in menu
    assert json.dumps("慎用词") in menu


def test_the_check_for_english_sees_it():
    html = '<p title="Delete it">慎用词</p><svg>icon</svg><b>Edit</b>'
    assert english(html) == {"Delete", "Edit"}


def test_no_english_is_seen(city, word):
    city.post(address("edit", word.pk), DATA)
    pages = [city.get(address(view)) for view in ("index", "create")]
    pages += [city.get(address(view, word.pk)) for view in ("edit", "delete", "history", "inspect")]
    pages += [city.get(address("index"), query) for query in ({"q": "没有这个词"}, {"active": "1"})]
    pages.append(city.post(address("create"), {}))
    assert [page.status_code for page in pages] == [200] * len(pages)
    assert [found for page in pages if (found := english(main_part(page), ("zulianbu",)))] == []


def test_the_list_and_one_word_say_yes_and_no(city, word):
    WordToAvoid.objects.create(word="最好", reason="说得太绝对。", active=False)
    list_of_hidden = main_part(city.get(address("index"), {"active": "0"}))
    assert ">否<" in list_of_hidden
    shown = city.get(address("inspect", word.pk)).context["fields"]
    assert [(field["label"], field["value"]) for field in shown] == list(
        zip(HEADINGS, ["唯一", "说得太绝对。", "首个", "—", "是"], strict=True)
    )


def test_exported(city, word):
    response = city.get(address("index"), {"export": "xlsx", "q": "唯一"})
    rows = load_workbook(BytesIO(b"".join(response.streaming_content))).active.iter_rows(values_only=True)
    assert list(rows) == [tuple(HEADINGS), ("唯一", "说得太绝对。", "首个", None, "是")]
    response = city.get(address("index"), {"export": "csv", "q": "唯一"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    assert list(csv.reader(StringIO(text))) == [HEADINGS, ["唯一", "说得太绝对。", "首个", "", "是"]]
