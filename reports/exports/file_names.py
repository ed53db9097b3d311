"""Names of files that any system opens: Windows forbids most, so its rules are everybody's."""

import re
from itertools import chain, count

LONGEST = 60
_FORBIDDEN = re.compile(
    r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]'
)
_RESERVED = re.compile(r"(?:CON|PRN|AUX|NUL|COM[0-9¹²³]|LPT[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def safe_name(text: str, longest: int = LONGEST) -> str:
    """Return *text* as one part of a path, *longest* signs at most; never empty.

    >>> safe_name("总结：1/2?.")
    '总结：1_2_'
    """
    name = _FORBIDDEN.sub("_", " ".join(text.split()))[:longest].strip(" .")
    return f"_{name}" if _RESERVED.fullmatch(name) else name or "未命名"


class Names:
    """Gives out names that are not given twice; Windows takes ``a.jpg`` and ``A.JPG`` for the same."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def free(self, stem: str, extension: str) -> str:
        """Return ``stem.extension``, with （2）, （3）… after the stem if it was given already."""
        stems = chain([stem], (f"{stem}（{number}）" for number in count(2)))
        name = next(name for one in stems if (name := f"{one}.{extension}").casefold() not in self._given)
        self._given.add(name.casefold())
        return name
