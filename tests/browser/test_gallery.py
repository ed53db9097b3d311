"""Photos straight into a page's gallery, from a phone: several at once, good and bad, over a line that breaks."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from pages.models import LecturePage
from tests.conftest import SAMPLES
from tests.factories.events import make_lecture

from . import content
from .axe import violations
from .editor import SummaryEditor
from .visits import PHONE

PHOTOS = SAMPLES / "photos"
GOOD = ["phone-gps", "phone-gps-rotated", "phone-gps", "plain", "scanner-cmyk", "screenshot", "too-small"]
BAD = ["“truncated.jpg”已损坏", "SVG 矢量图", "“not-an-image.jpg”不是图片", "“pixel-bomb.png”的像素太多"]
UPLOAD = "**/admin/photos/upload/"


def samples(*names: str) -> list[Path]:
    return [PHOTOS / name for name in names]


@pytest.fixture
def phone(visit, people):
    """A phone on the form of a lecture without photos."""
    content.open_year()
    lecture = make_lecture(content.published_site(people), photos=0)
    phone = visit(PHONE, people.editor(content.COUNTY))
    phone.page.goto(f"/admin/pages/{lecture.pk}/edit/")
    return phone


def choose(page: Page, *names: str) -> None:
    page.locator("#id_photos-UPLOAD").set_input_files(samples(*names))


def uploads(page: Page):
    return page.locator(".gallery-upload")


def rows(page: Page):
    return page.locator("#id_photos-FORMS > [data-inline-panel-child]:not(.deleted)")


def kept_titles() -> list[str]:
    page = LecturePage.objects.get().get_latest_revision_as_object()
    return [photo.image.title for photo in page.photos.order_by("sort_order")]


def test_several_at_once_good_and_bad_in_order_and_saved(phone):
    page = phone.page
    page.get_by_text("这些照片的拍摄者和肖像权").click()
    page.get_by_label("拍摄者").fill("宣传干事")
    choose(page, *(path.name for path in sorted(PHOTOS.iterdir())))
    expect(uploads(page).filter(has_text="已加入")).to_have_count(len(GOOD), timeout=60_000)
    for words in BAD:
        expect(uploads(page).filter(has_text=words)).to_have_count(1, timeout=30_000)
    expect(uploads(page)).to_have_count(len(GOOD) + len(BAD))
    expect(rows(page)).to_have_count(len(GOOD))
    expect(page.locator("#id_photos-0-photographer")).to_have_value("宣传干事")
    assert phone.overflow() <= 0
    assert violations(page, ".gallery-drop") == []
    uploads(page).filter(has_text="SVG").get_by_role("button", name="移除").click()
    expect(uploads(page)).to_have_count(len(GOOD) + len(BAD) - 1)
    numbers = list(range(len(GOOD)))
    for number in numbers:
        page.locator(f"#id_photos-{number}-caption").fill(f"说明{number}")
    # By keyboard: the last one up by one.
    rows(page).nth(numbers[-1]).locator("[data-inline-panel-child-move-up]").press("Enter")
    editor = SummaryEditor(page)
    editor.press_save()
    editor.expect_saved()
    titles = kept_titles()
    assert sorted(titles) == sorted(GOOD)
    kept = LecturePage.objects.get().get_latest_revision_as_object().photos.order_by("sort_order")
    *first, last, moved = numbers
    assert [photo.caption for photo in kept] == [f"说明{number}" for number in (*first, moved, last)]
    assert {photo.photographer for photo in kept} == {"宣传干事"}


def test_a_line_that_breaks_loses_nothing(phone):
    page = phone.page
    page.route(UPLOAD, lambda route: route.abort())
    choose(page, "plain.webp")
    expect(uploads(page)).to_contain_text("网络中断，没有传完")
    page.unroute(UPLOAD)
    uploads(page).get_by_role("button", name="重试").click()
    expect(uploads(page)).to_contain_text("已加入")
    expect(rows(page)).to_have_count(1)
    choose(page, "plain.webp")
    again = uploads(page).nth(1)
    expect(again).to_contain_text("图片库里已经有这张照片：“plain”")
    again.get_by_role("button", name="用图片库里的").click()
    expect(rows(page)).to_have_count(2)
    chosen = [page.locator(f"#id_photos-{number}-image").input_value() for number in range(2)]
    assert chosen[0] == chosen[1]


def test_saving_waits_for_what_is_under_way(phone):
    page, held = phone.page, []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(UPLOAD, hold)
    choose(page, "plain.webp")
    expect(uploads(page)).to_contain_text("正在")
    SummaryEditor(page).press_save()
    expect(page.get_by_text("还有照片正在上传，传完再保存。")).to_be_visible()
    held[0].continue_()
    expect(uploads(page).filter(has_text="已加入")).to_have_count(1, timeout=30_000)
    editor = SummaryEditor(page)
    editor.press_save()
    editor.expect_saved()
    assert kept_titles() == ["plain"]


def test_dropped_files_are_taken(phone):
    page = phone.page
    page.evaluate(
        """() => {
          const files = new DataTransfer();
          const canvas = document.createElement("canvas");
          canvas.width = 1300;
          canvas.height = 20;
          return new Promise((done) => {
            const next = (number) => {
              if (number === 3) {
                const box = document.querySelector(".gallery-drop");
                box.dispatchEvent(new DragEvent("drop", {dataTransfer: files, bubbles: true, cancelable: true}));
                return done();
              }
              canvas.getContext("2d").fillRect(number * 20, 0, 9, 20);
              canvas.toBlob((blob) => {
                files.items.add(new File([blob], `第${number}张.png`, {type: "image/png"}));
                next(number + 1);
              });
            };
            next(0);
          });
        }"""
    )
    expect(uploads(page).filter(has_text="已加入")).to_have_count(3, timeout=30_000)
    expect(rows(page)).to_have_count(3, timeout=30_000)
