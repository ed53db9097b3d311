"""What is found while somebody types: pairs of characters, and pinyin in full and by initials from any syllable on."""

from collections.abc import Iterator
from itertools import chain

from pypinyin import Style, lazy_pinyin

from .expressions import Expression, Token, all_of, any_of
from .folding import fold, runs
from .tokens import LONGEST, bigrams

MOST_SYLLABLES = 12
MOST_RUN = 60


def typed_tokens(text: str) -> Iterator[str]:
    """Yield the tokens of a name that is looked for by typing its beginning, or that of a part."""
    for run, han in runs(fold(text)):
        if not han:
            yield run[:LONGEST]
            continue
        yield from chain(bigrams(run), [run[-1]])
        syllables = lazy_pinyin(run[:MOST_RUN], style=Style.NORMAL)
        for place in range(len(syllables)):
            some = syllables[place : place + MOST_SYLLABLES]
            yield "".join(some)
            if len(some) > 1:
                yield "".join(syllable[0] for syllable in some)


def typed(text: str, most: int = 60) -> Expression:
    """Return what finds names by *text*, of which the last word may be unfinished."""
    parts, latin = [], []
    for run, han in list(runs(fold(text[:most])))[:12]:
        if han:
            pairs = bigrams(run) or [run]
            parts += [Token(pair, prefix=len(pair) == 1) for pair in pairs]
        else:
            latin.append(run[:LONGEST])
            parts.append(Token(run[:LONGEST], prefix=True))
    if len(latin) > 1 and len(latin) == len(parts):  # syllable by syllable: gui jie jie
        return any_of([all_of(parts), Token("".join(latin)[:LONGEST], prefix=True)])
    return all_of(parts)
