"""The list of words to avoid in the admin: the organisation department's alone, and in Chinese."""

import json
import re
from html.parser import HTMLParser

import pytest
from django.core.cache import cache
from django.urls import reverse

from pages.models import WordToAvoid
from pages.words import CACHE_KEY, current_words

pytestmark = pytest.mark.django_db
DATA = {"word": "唯一", "reason": "说得太绝对。", "better": "首个", "unless": "唯一性", "active": "on"}
# The name of the user; in Wagtail's templates: a label that cannot be translated, and a counter that is hidden.
NOT_MEANT = {"zulianbu", "Actions", "None"}
UNSEEN = {"script", "style", "svg"}
SPOKEN = {"aria-label", "title", "placeholder", "alt"}


class Reader(HTMLParser):
    """Collects what is seen of a page, or read out from it."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.unseen += tag in UNSEEN
        self.texts += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self.unseen -= tag in UNSEEN

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.texts.append(data)


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


def main_part(response) -> str:
    html = response.content.decode()
    return html[html.index("<main") : html.index("</main>")]


def listed(response) -> list[str]:
    return [row.word for row in response.context["object_list"]]


def english(html: str) -> set[str]:
    reader = Reader()
    reader.feed(html)
    return set(re.findall(r"[A-Za-z]{3,}", " ".join(reader.texts))) - NOT_MEANT


def test_a_word_is_added_changed_and_deleted(city):
    response = city.post(reverse("words:add"), DATA, follow=True)
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
    city.post(reverse("words:edit", args=[made.pk]), hidden | {"better": "第一个"})
    made.refresh_from_db()
    assert (made.better, made.active) == ("第一个", False)
    assert "唯一" not in [word for word, *_ in current_words()]
    city.post(reverse("words:delete", args=[made.pk]))
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
    response = city.post(reverse("words:add"), DATA | changes)
    assert errors(response) == found
    assert [text for texts in found.values() for text in texts if text not in main_part(response)] == []
    assert WordToAvoid.objects.count() == number


def test_search_looks_at_the_word_and_the_advice(city, word):
    other = WordToAvoid.objects.create(word="首个唯", reason="唯一", active=False)
    index = reverse("words:index")
    assert set(listed(city.get(index, {"q": "首个"}))) == {word.word, other.word}
    assert listed(city.get(index, {"q": "唯一"})) == [word.word]
    assert listed(city.get(index, {"q": "没有这个词"})) == []


def test_the_list_is_filtered_by_what_is_in_use(city, word):
    hidden = WordToAvoid.objects.create(word="最好", reason="说得太绝对。", active=False)
    index = reverse("words:index")
    assert listed(city.get(index, {"active": "0"})) == [hidden.word]
    in_use = listed(city.get(index, {"active": "1"}))
    assert word.word in in_use
    assert hidden.word not in in_use
    assert "已停用" in main_part(city.get(index, {"active": "0"}))


@pytest.mark.parametrize("role", ["editor", "lead"])
def test_counties_neither_see_nor_enter(people, word, role):
    client = people.client(getattr(people, role)("450202"))
    assert reverse("words:index") not in client.get(reverse("wagtailadmin_home")).content.decode()
    addresses = [reverse(f"words:{view}") for view in ("index", "add")]
    addresses += [reverse(f"words:{view}", args=[word.pk]) for view in ("edit", "delete", "history", "usage")]
    for address in addresses:
        response = client.post(address, DATA | {"word": "别的"})
        assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert list(WordToAvoid.objects.filter(word__in=["唯一", "别的"])) == [word]


def test_the_menu_of_the_organisation_department(city):
    menu = city.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("words:index") in menu
    assert json.dumps("慎用词") in menu


def test_the_check_for_english_sees_it():
    html = '<p title="Delete it">慎用词</p><svg>icon</svg><b>Edit</b>'
    assert english(html) == {"Delete", "Edit"}


def test_no_english_is_seen(city, word):
    city.post(reverse("words:edit", args=[word.pk]), DATA)
    pages = [city.get(reverse(f"words:{view}")) for view in ("index", "add")]
    pages += [
        city.get(reverse(f"words:{view}", args=[word.pk])) for view in ("edit", "delete", "history", "usage")
    ]
    pages += [city.get(reverse("words:index"), query) for query in ({"q": "没有这个词"}, {"active": "1"})]
    pages.append(city.post(reverse("words:add"), {}))
    assert [page.status_code for page in pages] == [200] * len(pages)
    assert [found for page in pages if (found := english(main_part(page)))] == []
