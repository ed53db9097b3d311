"""One spelling for index, query and passage: full-width, capitals and traditional characters make no difference."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from opencc import OpenCC

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af々〇"
_RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+")
IS_HAN = re.compile(rf"[{HAN}]")
MARK = "\ua48c"  # begins tokens that are words; a rare letter of another script, never part of a run


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


def fold(text: str) -> str:
    """Return *text* in the one spelling: compatibility forms resolved, lower case, simplified characters."""
    return _converter().convert(unicodedata.normalize("NFKC", text).lower())


def fold_each(text: str) -> tuple[str, list[int]]:
    """Return the folded *text* and, for each of its characters, the place in *text* that it comes from."""
    parts, places = [], []
    for place, character in enumerate(text):
        folded = unicodedata.normalize("NFKC", character).lower()
        parts.append(folded)
        places.extend([place] * len(folded))
    joined = "".join(parts)
    simplified = _converter().convert(joined)
    return (simplified if len(simplified) == len(joined) else joined), places


def runs(folded: str) -> Iterator[tuple[str, bool]]:
    """Yield the runs of Han characters and of other letters and digits, each with whether it is Han."""
    for match in _RUN.finditer(folded.replace(MARK, " ")):
        run = match.group()
        yield run, bool(IS_HAN.match(run))
