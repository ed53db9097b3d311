"""The notice's part three, as rules: 3-4项特色亮点, 2000字以内 and 照片3-5张. Called by forms, workflow and checks."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pages.models.works import MODELS
from pages.photo_rules import photo_problems
from pages.problems import Problem
from pages.text import count_characters
from pages.works.rules import row_problem

MIN_ITEMS, MAX_ITEMS = 3, 4
MOST_MEASURES, MOST_TARGET = 500, 200
MAX_CHARACTERS = 2000
MIN_PHOTOS = 3
MAX_PHOTOS = 5
FIGURES = "0123456789０１２３４５６７８９一二三四五六七八九十百千万两全每"


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


def plan_problems(items: Sequence[Any], site: Any) -> list[Problem]:
    """Return what keeps a plan of *items* (rows of ``WorkPlanPage``) for *site* from being submitted."""
    count = len(items)
    problems = []
    if not MIN_ITEMS <= count <= MAX_ITEMS:
        do = f"请再添加至少 {MIN_ITEMS - count} 项" if count < MIN_ITEMS else f"请删去 {count - MAX_ITEMS} 项"
        words = f"需要 {MIN_ITEMS} 至 {MAX_ITEMS} 项，现有 {count} 项，{do}。"
        problems.append(Problem("items", "特色亮点工作", words))
    names = Counter(item.name.strip() for item in items if item.name.strip())
    models = {model.kind.slug: model for model in MODELS}
    for number, item in enumerate(items, start=1):
        if names[item.name.strip()] > 1:
            problems.append(row_problem("items", number, item, "name", "和另一项同名，请改得不一样。"))
        if item.work and site and not models[item.work].fits(site):
            words = "这一项只在易地搬迁安置点开展，这个示范点请选别的工作类型。"
            problems.append(row_problem("items", number, item, "work", words))
        for name, most in (("measures", MOST_MEASURES), ("target", MOST_TARGET)):
            length = count_characters(getattr(item, name))
            if length > most:
                words = f"现有 {length:,} 字，超过 {most} 字，请删去至少 {length - most:,} 字。"
                problems.append(row_problem("items", number, item, name, words))
    return problems


def plan_warnings(items: Iterable[Any]) -> list[Problem]:
    """Return what the reviewers of a plan should know: a target without any figure cannot be measured."""
    return [
        row_problem("items", number, item, "target", "没有数字，年底不好对照，请核对。")
        for number, item in enumerate(items, start=1)
        if item.target.strip() and not any(sign in item.target for sign in FIGURES)
    ]
