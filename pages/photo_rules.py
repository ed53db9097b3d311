"""Rules for a page's own photos: each is chosen, and has a caption and a description (PRODUCT 5)."""

from collections.abc import Iterable
from typing import Any

from .problems import Problem

RELATION, PLACE = "photos", "照片"
NEEDED = {"caption": "图片说明", "description": "图片描述"}


def photo_problems(photos: Iterable[Any]) -> list[Problem]:
    """Return what is missing in *photos*, whose rows have ``chosen``, ``caption`` and ``description``."""
    problems = []
    for number, photo in enumerate(photos, start=1):
        if not photo.chosen:
            problems.append(_problem(photo, "image", f"第 {number} 行还没有选择照片，请选择或删去这一行。"))
            continue
        for name, label in NEEDED.items():
            if not getattr(photo, name).strip():
                problems.append(_problem(photo, name, f"第 {number} 张照片缺少{label}，请填写后再提交。"))
    return problems


def _problem(photo: Any, name: str, message: str) -> Problem:
    return Problem(RELATION, PLACE, message, photo, name)
