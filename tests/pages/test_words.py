"""The list of words to avoid: what is refused in it, where words are found, and how the list begins and is kept."""

import pytest
from django.core.cache import cache
from django.core.exceptions import ValidationError

from pages import words
from pages.checks.detectors.words import WordList
from pages.models import WordToAvoid
from pages.words import current_words, ensure_words, starting_words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def forgotten():
    """What one test made the cache remember is nothing for the next."""
    cache.delete(words.CACHE_KEY)
    yield
    cache.delete(words.CACHE_KEY)


def make(word: str = "唯一", **fields) -> WordToAvoid:
    return WordToAvoid(**{"word": word, "reason": "说得太绝对。"} | fields)


def refusals(word: WordToAvoid) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        word.full_clean()
    return refused.value.message_dict


@pytest.mark.parametrize(
    ("text", "unless", "found"),
    [
        ("唯一的，唯一", (), [0, 4]),
        ("唯一性和唯一", ("唯一性",), [4]),
        ("唯一性", ("唯一性",), []),
        ("一一一", (), []),
        ("唯一性唯一标识", ("唯一标识", "唯一性"), []),
        ("独一无二", ("无二",), []),
    ],
)
def test_a_word_is_found_except_within_words_that_are_fine(text, unless, found):
    assert [one.start for one in WordList([("唯一", "", "", unless)]).find(text)] == found


def test_several_words_in_one_field():
    word = make(unless=" 唯一性、唯一标识 唯一值，、\n唯一码 ")
    assert word.exceptions == ("唯一性", "唯一标识", "唯一值", "唯一码")
    assert make().exceptions == ()


def test_texts_are_stripped_and_exceptions_put_in_order():
    word = make(" 唯一 ", reason=" 太绝对。 ", better=" 首个 ", unless=" 唯一性  唯一标识、")
    word.full_clean()
    assert (word.word, word.reason, word.better, word.unless) == (
        "唯一",
        "太绝对。",
        "首个",
        "唯一性、唯一标识",
    )


@pytest.mark.parametrize(
    ("word", "errors"),
    [
        (make(" 一 "), {"word": ["词语至少要有两个字，一个字会在别的词里误报。"]}),
        (make(""), {"word": ["此项不能为空。"]}),
        (make(reason=""), {"reason": ["此项不能为空。"]}),
        (
            make(better="唯一的"),
            {"better": ["建议写法里又有这个词语，照着改还会被提醒。请换一种写法，或者填到例外里。"]},
        ),
        (make(unless="第一、唯一性"), {"unless": ["“第一”里没有“唯一”，不能作为例外。"]}),
    ],
    ids=["short", "empty", "no reason", "found again", "useless exception"],
)
def test_what_is_refused(word, errors):
    assert refusals(word) == errors


def test_advice_may_hold_the_word_where_that_is_an_exception():
    make(better="唯一性", unless="唯一性").full_clean()


def test_a_word_is_there_once():
    make().save()
    assert refusals(make()) == {"word": ["这个词语已经在表里了。"]}


def test_setup_filled_the_list_with_words_that_the_form_takes():
    starting = starting_words()
    assert "再接再励" in [word.word for word in starting]
    assert {word.word for word in WordToAvoid.objects.all()} == {word.word for word in starting}
    WordToAvoid.objects.all().delete()
    for word in starting:
        word.full_clean()
        word.save()


def test_what_the_department_deleted_hid_or_changed_stays_so():
    gone, hidden, changed = WordToAvoid.objects.all()[:3]
    gone.delete()
    WordToAvoid.objects.filter(pk=hidden.pk).update(active=False)
    WordToAvoid.objects.filter(pk=changed.pk).update(better="另一种写法")
    before = list(WordToAvoid.objects.values())
    ensure_words()
    ensure_words()
    assert list(WordToAvoid.objects.values()) == before
    assert not WordToAvoid.objects.filter(word=gone.word).exists()


def test_an_empty_list_is_filled_and_at_once_in_use():
    WordToAvoid.objects.all().delete()
    assert current_words() == ()
    ensure_words()
    assert len(current_words()) == len(starting_words()) > 0


def test_words_in_use_cost_no_query_and_follow_changes(django_assert_num_queries):
    WordToAvoid.objects.all().delete()
    word = make(better="首个", unless="唯一性、唯一标识")
    word.save()
    expected = (("唯一", "说得太绝对。", "首个", ("唯一性", "唯一标识")),)
    with django_assert_num_queries(1):
        assert current_words() == expected
    with django_assert_num_queries(0):
        assert current_words() == expected
    word.active = False
    word.save()
    assert current_words() == ()
    with django_assert_num_queries(0):
        assert current_words() == ()
    word.active = True
    word.save()
    assert current_words() == expected
    word.delete()
    assert current_words() == ()


def test_what_was_read_before_a_change_was_stored_is_dropped(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        make().save()
        cache.set(words.CACHE_KEY, (), 60)
    assert "唯一" in [word for word, *_ in current_words()]
