"""Punctuation that is doubled, or of half width between Chinese characters."""

import re
from dataclasses import dataclass

from .match import Match

_HAN = "\u3400-\u9fff"
_REPEATED = re.compile(r"([，。、；：])\1+|([！？])\2{2,}|([，、；：])[，。、；：]|。[，、；：]")
_HALF = re.compile(
    rf"(?<=[{_HAN}”’）》])[,;:?!](?=[{_HAN}“‘（《]|$)|(?<=[{_HAN}])\.(?=[{_HAN}]|$)"
    rf"|(?<=[{_HAN}])\((?=[{_HAN}])|(?<=[{_HAN}])\)(?=[{_HAN}，。、；：]|$)",
    re.MULTILINE,
)
FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。", "(": "（", ")": "）"}


@dataclass(frozen=True)
class PunctuationFault(Match):
    """A fault with what to do about it, and the better mark."""

    advice: str = ""
    better: str = ""


def punctuation_faults(text: str) -> list[PunctuationFault]:
    """Return the faults in *text*, in their order; …… and —— and ？！ are none."""
    found = [_repeated(text, one) for one in _REPEATED.finditer(text)]
    found += [_half(text, one) for one in _HALF.finditer(text)]
    return sorted(found, key=lambda fault: fault.start)


def _repeated(text: str, found: re.Match) -> PunctuationFault:
    mark = found.group()[0]
    same = set(found.group()) == {mark}
    advice = f"标点重复，留一个“{mark}”就够。" if same else "两个标点连在一起，请核对。"
    return PunctuationFault(found.start(), found.end(), found.group(), advice, mark if same else "")


def _half(text: str, found: re.Match) -> PunctuationFault:
    mark = found.group()
    return PunctuationFault(
        found.start(), found.end(), mark, f"汉字之间用全角标点“{FULL[mark]}”。", FULL[mark]
    )
