"""The notice's part three, as rules: 2000字以内 and 照片3-5张. Called by the form, the workflow and the ledger."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.photo_rules import photo_problems
from pages.problems import Problem

MAX_CHARACTERS = 2000
MIN_PHOTOS = 3
MAX_PHOTOS = 5


@dataclass(frozen=True)
class PhotoFacts:
    """What the rules ask of one photo of a summary."""

    chosen: bool
    caption: str
    description: str


def summary_problems(characters: int, photos: Sequence[PhotoFacts]) -> list[Problem]:
    """Return what keeps a summary with that 字数 and those photos from being submitted."""
    return _body_problems(characters) + _photo_problems(photos)


def _body_problems(characters: int) -> list[Problem]:
    if not characters:
        return [Problem("body", "正文", "还没有正文，请填写后再提交。")]
    if characters > MAX_CHARACTERS:
        over = characters - MAX_CHARACTERS
        return [
            Problem(
                "body",
                "正文",
                f"现有 {characters:,} 字，超过 {MAX_CHARACTERS:,} 字的上限，请删去至少 {over:,} 字后再提交。",
            )
        ]
    return []


def _photo_problems(photos: Sequence[PhotoFacts]) -> list[Problem]:
    problems = []
    count = len(photos)
    if count < MIN_PHOTOS:
        missing = MIN_PHOTOS - count
        problems.append(
            Problem(
                "photos",
                "照片",
                f"需要 {MIN_PHOTOS} 至 {MAX_PHOTOS} 张照片，现有 {count} 张，请再添加至少 {missing} 张。",
            )
        )
    elif count > MAX_PHOTOS:
        problems.append(
            Problem(
                "photos",
                "照片",
                f"最多 {MAX_PHOTOS} 张照片，现有 {count} 张，请删去 {count - MAX_PHOTOS} 张。",
            )
        )
    return problems + photo_problems(photos)
