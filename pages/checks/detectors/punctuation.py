"""Punctuation that Chinese text does not have: marks repeated, half-width marks between Chinese characters."""

import re
from dataclasses import dataclass

from .match import Match

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_AFTER = f"[{_HAN}”’）》〉」』】]"
_BEFORE = f"[{_HAN}“‘（《〈「『【]"
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。", "(": "（", ")": "）"}

_REPEATED = re.compile(
    rf"(?<={_AFTER})[，、；：。！？,;:!?]{{2,}}|[，、；：。！？]{{2,}}|[，、；：。！？][,;:!?]+|(?<={_AFTER})\.{{2,}}"
)
_HALF = re.compile(
    rf"(?<={_AFTER})(?:[,;:!?](?=[ ]?(?:{_BEFORE}|[0-9]|$))|\.(?=[ ]?(?:{_BEFORE}|$)))", re.MULTILINE
)
_BRACKETS = re.compile(r"([(（])([^()（）\n]{1,200})([)）])")
_NEXT_TO_HAN = re.compile(rf"[{_HAN}”’）》〉」』】“‘（《〈「『【，、；：。！？]")
_RIGHT = re.compile("？！|！？")
_STRENGTH = "？！。；：，、"


@dataclass(frozen=True)
class PunctuationFault(Match):
    """A wrong mark in its place, the mark to write instead, and advice in Chinese."""

    better: str
    advice: str


def punctuation_faults(text: str) -> list[PunctuationFault]:
    """Return the faults of punctuation in *text*, in order."""
    repeated = [_repetition(found) for found in _REPEATED.finditer(text) if not _RIGHT.fullmatch(found[0])]
    single = [_half_width(text, found.start()) for found in _HALF.finditer(text)]
    brackets = [
        _half_width(text, at) for found in _BRACKETS.finditer(text) for at in _wrong_brackets(text, found)
    ]
    single = [fault for fault in single + brackets if not fault.overlaps(repeated)]
    return sorted(repeated + single, key=lambda fault: fault.start)


def _repetition(found: re.Match[str]) -> PunctuationFault:
    marks = "".join(_FULL_WIDTH.get(mark, mark) for mark in found[0])
    if len(marks) >= 3 and set(marks) == {"。"}:
        better, advice = "……", "省略号应写作“……”。"
    elif set(marks) == {"？", "！"}:
        better, advice = "？！", "叹号和问号不应重复，写作“？！”即可。"
    else:
        better = min(marks, key=_STRENGTH.index)
        advice = f"标点“{found[0]}”重复，只留一个“{better}”。"
    return PunctuationFault(found.start(), found.end(), found[0], better, advice)


def _half_width(text: str, at: int) -> PunctuationFault:
    better = _FULL_WIDTH[text[at]]
    return PunctuationFault(
        at, at + 1, text[at], better, f"中文里应使用全角标点，把“{text[at]}”改为“{better}”。"
    )


def _wrong_brackets(text: str, found: re.Match[str]) -> list[int]:
    ends = [at for at in (found.start(1), found.start(3)) if text[at] in "()"]
    if len(ends) == 1:
        return ends if re.search(f"[{_HAN}]", found[2]) else []
    around = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
    return ends if re.search(f"[{_HAN}]", found[2]) and _NEXT_TO_HAN.search(around) else []
