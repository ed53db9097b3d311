"""What a reader typed, as an expression for the index."""

from dataclasses import dataclass
from pathlib import Path

from django.utils import timezone

from . import kinds, knowledge
from .expressions import NOTHING, Expression, Token, all_of, any_of, at_least
from .folding import MARK, fold, runs
from .tokens import LONGEST as LONGEST_TOKEN
from .tokens import bigrams
from .words import cut, cut_fine, is_word

MOST = 100  # characters of a question that are looked at
MOST_RUNS = 12
COMPOUND = 4  # characters from which a word may be made of others
# Words that ask or bind and say nothing about the matter.
EMPTY = frozenset(
    (Path(__file__).parents[1] / "data" / "search-empty-words.txt").read_text(encoding="utf-8").split()
)
_YEARS = {"今年": 0, "本年": 0, "去年": -1, "前年": -2, "明年": 1}


@dataclass(frozen=True)
class Question:
    """What was asked: *strict* as it is meant, *parts* what it consists of, and the place and time that it names.

    *typed* is the same without what stands for its words; *terms* are what passages mark.
    """

    strict: Expression
    parts: tuple[Expression, ...]
    typed: Expression = NOTHING
    terms: tuple[str, ...] = ()
    county: knowledge.CountyName | None = None
    year: int | None = None

    @property
    def relaxed(self) -> Expression:
        """All parts but one, of many but two."""
        number = len(self.parts)
        return at_least(number - (1 if number < 5 else 2), list(self.parts)) if number > 2 else self.loose

    @property
    def loose(self) -> Expression:
        """Any part that is more than one character."""
        return any_of(part for part in self.parts if not (isinstance(part, Token) and part.prefix))


def understand(text: str) -> Question:
    """Return what *text* asks for; of any text, however odd or long. Nothing is found by one without letters."""
    known = knowledge.current()
    strict, typed, parts, terms = [], [], [], []
    county = year = None
    for run, han in list(runs(fold(text[:MOST])))[:MOST_RUNS]:
        if not han:
            run = run[:LONGEST_TOKEN]
            strict.append(Token(run))
            typed.append(Token(run))
            parts.append(Token(run))
            terms.append(run)
            if run.isdecimal() and len(run) == 4 and 1990 <= int(run) <= 2100:
                year = int(run)
            continue
        if year and run.startswith("年") and parts[-1] == Token(str(year)):
            parts[-1] = strict[-1] = typed[-1] = Token(f"{year}年")
            terms[-1] = f"{year}年"
            run = run[1:]
            if not run:
                continue
        found, words = [], _meaningful(run, known.alternatives)
        for word in words:
            found.append(word_expression(word, known.alternatives))
            terms += [word, *known.alternatives.get(word, ())]
            county = county or known.county_called(word)
            if word in _YEARS:
                year = timezone.localdate().year + _YEARS[word]
        parts += found
        strict.append(_run(run, found))
        typed.append(_run(run, [_said(word) for word in words]))
    unique = tuple(dict.fromkeys(terms))
    return Question(all_of(strict), tuple(dict.fromkeys(parts)), all_of(typed), unique, county, year)


def phrase(text: str) -> Expression:
    """Return what finds *text* as it stands."""
    found = []
    for run, han in list(runs(fold(text[:MOST])))[:MOST_RUNS]:
        found.append(
            (_exact(run) if len(run) > 1 else Token(run, prefix=True)) if han else Token(run[:LONGEST_TOKEN])
        )
    return all_of(found)


def word_expression(word: str, alternatives: dict[str, tuple[str, ...]]) -> Expression:
    """Return what finds one *word* or what stands for it."""
    if word in _YEARS:
        year = timezone.localdate().year + _YEARS[word]
        return any_of([Token(f"{year}年"), Token(MARK + word)])
    return any_of(_said(one) for one in alternatives.get(word, (word,)))


def _said(term: str) -> Expression:
    """What finds *term* as it stands or, if it is long, by the words it is made of."""
    if any(not han for _, han in runs(term)) or len(list(runs(term))) != 1:
        return phrase(term)
    if len(term) == 1:
        return Token(term, prefix=True)
    finer = [part for part in cut_fine(term) if len(part) > 1 and part != term]
    finer = [part for part in finer if not any(part in other for other in finer if other != part)]
    if len(term) >= COMPOUND and set(term) <= set("".join(finer)):
        return any_of([_exact(term), all_of(Token(MARK + part) for part in sorted(finer))])
    return _exact(term)


def _run(run: str, words: list[Expression]) -> Expression:
    """A run of Han characters: as it stands, or all that it says; the name of a kind finds all of that kind too."""
    if run in kinds.labels().values():
        return any_of([Token(kinds.token(run)), all_of(words)])
    if len(run) == 1:
        return Token(run, prefix=True)
    if len(run) == 2 and is_word(run):
        return words[0] if words else Token(MARK + run)
    return any_of([all_of(Token(pair) for pair in bigrams(run)), all_of(words)])


def _exact(word: str) -> Expression:
    if len(word) == 2:
        return Token(MARK + word) if is_word(word) else Token(word)
    pairs = all_of(Token(pair) for pair in bigrams(word))
    return any_of([pairs, Token(MARK + word)]) if len(word) < COMPOUND else pairs


def _meaningful(run: str, alternatives: dict[str, tuple[str, ...]]) -> list[str]:
    """The words of *run*, known terms kept together, without those that say nothing."""
    words = [part for word in cut(run) for part in _split(word, alternatives)]
    found, place = [], 0
    while place < len(words):
        end = next(
            (end for end in range(len(words), place, -1) if "".join(words[place:end]) in alternatives),
            place + 1,
        )
        found.append("".join(words[place:end]))
        place = end
    return [word for word in found if word not in EMPTY] or (found if len(run) < 5 else [])


def _split(word: str, alternatives: dict[str, tuple[str, ...]]) -> list[str]:
    """*word* in two where it begins or ends with a known term that is a word: 市妇联 → 市, 妇联."""
    if word not in alternatives:
        for term in sorted(cut_fine(word) & alternatives.keys(), key=len, reverse=True):
            if word.endswith(term):
                return [word.removesuffix(term), term]
            if word.startswith(term):
                return [term, word.removeprefix(term)]
    return [word]
