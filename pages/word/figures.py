"""The block 数字展示 as lines of text, on this site's papers and back."""

import re
from typing import Any

from .lines import Line

UNIT = "\u2002"  # stands between a number and its unit, and in no number
_FIGURE = re.compile(rf"(?P<label>.{{1,20}})：(?P<number>[^：{UNIT}]{{1,12}})(?:{UNIT}(?P<unit>.{{1,8}}))?")
MOST = 6


def figure_line(number: str, unit: str, label: str) -> str:
    """Return the line for one figure: 受益妇女：3,200 人次."""
    return f"{label}：{number}{UNIT}{unit}" if unit else f"{label}：{number}"


def figures_of(line: Line) -> list[dict[str, Any]]:
    """Return the raw value of the block that *line* was, nothing if it was none."""
    found = [_FIGURE.fullmatch(text) for text in line.text.split("\n")]
    if len(found) > MOST or not all(found):
        return []
    return [{name: match[name] or "" for name in ("number", "unit", "label")} for match in found]
