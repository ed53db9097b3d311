"""The list of words to avoid, and the list a new site starts with."""

import tomllib
from pathlib import Path

import pages
from pages.checks.detectors.words import Term, WordList

STARTER = Path(pages.__file__).parent / "data" / "words-to-avoid.toml"


def starter() -> list[Term]:
    entries = tomllib.loads(STARTER.read_text(encoding="utf-8"))["words"]
    return [Term(one["word"], one["reason"], one["better"], tuple(one.get("unless", ()))) for one in entries]


def words(terms, text):
    matches = WordList(terms).find(text)
    assert all(match.text == text[match.start : match.end] for match in matches)
    return [match.text for match in matches]


def test_longest_first_with_reason_and_better():
    terms = [("残废", "r1", "残疾"), ("残废人", "r2", "残疾人")]
    (match,) = WordList(terms).find("关爱残废人")
    assert (match.start, match.end, match.reason, match.better) == (2, 5, "r2", "残疾人")
    assert words(terms, "残废人和残废，残废人") == ["残废人", "残废", "残废人"]


def test_harmless_inside_a_longer_term():
    terms = [("泼妇", "r", "", ("活泼妇女",)), ("妇女会", "r", "妇联")]
    assert words(terms, "活泼妇女") == []
    assert words(terms, "泼妇，活泼妇女会，泼妇") == ["泼妇", "妇女会", "泼妇"]
    assert words(terms, "泼妇女") == ["泼妇"]


def test_terms_are_exact_and_empty_ones_are_left_out():
    assert words([("a.c", "r", ""), ("", "r", ""), (" ", "r", "")], "abc a.c") == ["a.c"]
    assert words([], "abc") == []
    assert len(WordList([("一", "r", ""), ("一", "s", "")])) == 1


def test_starter_list_is_in_order():
    terms = starter()
    names = [term.word for term in terms]
    assert 40 <= len(terms) <= 70
    assert len(set(names)) == len(names)
    assert all(term.reason.endswith("。") and len(term.reason) <= 40 for term in terms)
    assert all(term.word in longer and term.word != longer for term in terms for longer in term.unless)


def test_starter_list_finds_every_word_of_it_and_never_its_own_advice():
    terms = starter()
    for term in terms:
        assert words(terms, f"在{term.word}中") == [term.word]
        assert words(terms, term.better) == []
        assert all(words(terms, longer) == [] for longer in term.unless)


def test_starter_list_lets_ordinary_sentences_pass():
    text = (
        "性格活泼妇女多，关爱孤寡妇女和残疾儿童，预防犯罪，朝鲜族、壮族姐妹参加；庆祝新中国成立70周年，"
        "大学生村官、村官网，三江侗族自治县妇联、广西省级示范点，发布署名文章，妇女同志们在过渡假期里相聚，仅剩女性。"
    )
    assert words(starter(), text) == []
