"""The notice's limits: 2000字以内, 照片3-5张, each with caption and description."""

import docx
import pytest

from pages.text import count_characters
from reports.rules import PhotoFacts, summary_problems
from tests.conftest import SAMPLES

GOOD = PhotoFacts(True, "说明", "描述")


def messages(characters: int, photos) -> str:
    return " ".join(str(problem) for problem in summary_problems(characters, photos))


@pytest.mark.parametrize(("characters", "photos"), [(1, 3), (2000, 5)])
def test_limits_themselves_pass(characters, photos):
    assert summary_problems(characters, [GOOD] * photos) == []


def test_too_long_says_how_much():
    assert (
        messages(2345, [GOOD] * 3) == "正文：现有 2,345 字，超过 2,000 字的上限，请删去至少 345 字后再提交。"
    )


def test_empty_body():
    assert "还没有正文" in messages(0, [GOOD] * 3)


def test_too_few_and_too_many_photos():
    assert "需要 3 至 5 张照片，现有 2 张，请再添加至少 1 张" in messages(10, [GOOD] * 2)
    assert "最多 5 张照片，现有 6 张，请删去 1 张" in messages(10, [GOOD] * 6)


@pytest.mark.parametrize(
    ("photo", "message"),
    [
        (PhotoFacts(True, " ", "描述"), "第 2 张照片缺少图片说明"),
        (PhotoFacts(True, "说明", ""), "第 2 张照片缺少图片描述"),
        (PhotoFacts(False, "", ""), "第 2 行还没有选择照片"),
    ],
)
def test_photo_without_something_is_named(photo, message):
    assert message in messages(10, [GOOD, photo, GOOD])


@pytest.mark.parametrize(
    ("sample", "too_long"),
    [("summary-valid", False), ("summary-too-long", True), ("summary-with-personal-data", False)],
)
def test_samples_as_counties_send_them(sample, too_long):
    paragraphs = docx.Document(SAMPLES / f"{sample}.docx").paragraphs
    text = "\n".join(paragraph.text for paragraph in paragraphs[1:] if not paragraph.text.startswith("图"))
    problems = summary_problems(count_characters(text), [GOOD] * 3)
    assert bool(problems) is too_long
