"""The quick form on a phone: an event and its photos in a few minutes, nothing lost, nothing doubled."""

import pytest
from playwright.sync_api import Page, Request, expect
from wagtail.images import get_image_model

from pages.models import LecturePage, VolunteerActivityPage
from tests.conftest import SAMPLES
from tests.flow import step

from . import content
from .axe import violations
from .visits import PHONE

PHOTOS = SAMPLES / "photos"
PHOTOS_TAKE = 30_000  # milliseconds in which a slow machine has taken nine photos in
GOOD = ["phone-gps.jpg", "phone-gps-rotated.jpg", "phone-gps.heic", "plain.webp", "scanner-cmyk.jpg"]
TEXT = "上午在小院里唱山歌，姐妹们问了很多。"
LECTURE = {
    "日期": "2020-05-06",
    "开始": "15:00",
    "结束": "17:00",
    "具体地点": "文昌社区三楼妇女之家",
    "宣讲人": "桂姐姐宣讲队",
    "听众人数": "86",
    "经过": TEXT,
    "照片说明": "5月6日，文昌社区宣讲现场",
}
CHOSEN = {"场所类型": "妇女之家", "宣讲形式": "山歌", "宣讲语言": "壮语"}
TOPIC = "妇联章程"
ACTIVITY = {
    "日期": "2020-05-09",
    "开始": "09:00",
    "具体地点": "文昌路口",
    "志愿服务队": "木棉花志愿服务队",
    "参加志愿者": "12",
    "服务时长": "36",
    "服务群众": "140",
}
# Taps 提交审核, then, before an answer can come, both buttons and the keyboard's 前往. How the buttons look meanwhile.
TAP_AGAIN = """async () => {
  const form = document.querySelector("form[data-once]");
  const buttons = [...form.querySelectorAll("button[type=submit]")];
  buttons.at(-1).click();
  await new Promise((done) => setTimeout(done));
  const looks = buttons.map((button) => [button.disabled, button.textContent]);
  for (const button of buttons) button.click();
  form.requestSubmit();
  return looks;
}"""
SEND_TWICE = """async () => {
  const form = document.querySelector("form[data-once]");
  const button = form.querySelector("[value=submit]");
  const send = () => fetch(location.href, {method: "POST", body: new FormData(form, button)});
  return (await Promise.all([send(), send()])).map((answer) => answer.url);
}"""


@pytest.fixture
def phone(visit, people, site):
    """An editor's phone, on the board of her site."""
    content.open_year()
    place = content.published_site(people)
    found = visit(PHONE, people.editor(content.COUNTY))
    found.page.goto(f"/admin/sites/{place.pk}/")
    return found


def test_a_lecture_with_photos_one_more_and_an_activity(phone):
    page = phone.page
    board = page.url
    page.get_by_role("link", name="记一场宣讲").tap()
    expect(page.get_by_role("heading", name="记一场宣讲")).to_be_visible()
    expect_usable(phone)
    write_lecture(page)
    title = page.get_by_label("标题")
    kept = title.input_value()
    title.fill("")
    page.get_by_label("选择照片").set_input_files([PHOTOS / name for name in (*GOOD, "not-an-image.jpg")])
    page.get_by_role("button", name="提交审核").tap()
    refused = page.locator(".quick__summary")
    expect(refused).to_contain_text("还没有保存，请看下面标出的地方。", timeout=PHOTOS_TAKE)
    expect(refused.locator("li")).to_contain_text(["not-an-image.jpg：“not-an-image.jpg”不是图片文件。"])
    expect(page.get_by_text(f"已经收到 {len(GOOD)} 张，不用再选")).to_be_visible()
    expect_typed(page, LECTURE, CHOSEN, TOPIC)
    expect_usable(phone)
    assert not LecturePage.objects.exists()

    title.fill(kept)
    page.get_by_label("选择照片").set_input_files([PHOTOS / name for name in (*GOOD[:4], "truncated.jpg")])
    page.get_by_role("button", name="提交审核").tap()
    expect(page.get_by_text("已提交审核，等县区主要领导审定。")).to_be_visible(timeout=PHOTOS_TAKE)
    expect(page.locator(".messages li li")).to_contain_text(["truncated.jpg："])
    expect_usable(phone)
    lecture = LecturePage.objects.get()
    assert (step(lecture), lecture.photos.count(), lecture.audience) == ("县区审定", 9, 86)

    page.get_by_role("link", name="再记一场").tap()
    taken_over = {name: LECTURE[name] for name in ("具体地点", "宣讲人")}
    expect_typed(page, taken_over | {"听众人数": "", "经过": "", "结束": ""}, CHOSEN, TOPIC)
    expect_usable(phone)

    page.goto(board)
    page.get_by_role("link", name="记一次志愿服务").tap()
    page.get_by_label("服务类别").select_option(label="环保")
    fill(page, ACTIVITY)
    page.get_by_role("button", name="提交审核").tap()
    expect(page.get_by_text("已提交审核，等县区主要领导审定。")).to_be_visible(timeout=PHOTOS_TAKE)
    assert step(VolunteerActivityPage.objects.get()) == "县区审定"
    page.get_by_role("link", name="再记一场").tap()
    taken_over = {name: ACTIVITY[name] for name in ("具体地点", "志愿服务队")}
    expect_typed(page, taken_over | {"参加志愿者": "", "服务时长": "", "服务群众": ""}, {"服务类别": "环保"})
    expect_usable(phone)


def test_reasons_are_listed(phone):
    page = phone.page
    page.get_by_role("link", name="记一场宣讲").tap()
    page.get_by_role("button", name="提交审核").tap()
    reasons = page.locator(".messages li li")
    expect(reasons).to_contain_text(
        ["宣讲人：还没有填写。", "宣讲形式：还没有填写。", "具体地点：", "宣讲主题："]
    )
    expect_usable(phone)


def test_whoever_taps_twice_sends_the_form_once(phone):
    page = phone.page
    page.get_by_role("link", name="记一场宣讲").tap()
    write_lecture(page)
    sent: list[Request] = []
    page.on("request", lambda request: sent.append(request) if request.method == "POST" else None)
    assert page.evaluate(TAP_AGAIN) == [[True, "保存草稿"], [True, "正在发送…"]]
    expect(page.get_by_text("已提交审核，等县区主要领导审定。")).to_be_visible(timeout=PHOTOS_TAKE)
    assert len(sent) == 1
    assert step(LecturePage.objects.get()) == "县区审定"


def test_two_requests_at_once_make_one_page(phone):
    page = phone.page
    page.get_by_role("link", name="记一场宣讲").tap()
    write_lecture(page)
    page.get_by_label("选择照片").set_input_files(PHOTOS / "phone-gps.jpg")
    answers = page.evaluate(SEND_TWICE)
    lecture = LecturePage.objects.get()
    assert set(answers) == {f"{phone.address}/admin/quick/saved/{lecture.pk}/"}
    assert (step(lecture), lecture.photos.count()) == ("县区审定", 1)
    assert get_image_model().objects.filter(title=LECTURE["照片说明"]).count() == 1


def write_lecture(page: Page) -> None:
    for name, choice in CHOSEN.items():
        page.get_by_label(name).select_option(label=choice)
    page.get_by_label(TOPIC).check()
    fill(page, LECTURE)


def fill(page: Page, typed: dict[str, str]) -> None:
    for name, value in typed.items():
        page.get_by_label(name).fill(value)


def expect_typed(page: Page, typed: dict[str, str], chosen: dict[str, str], topic: str = "") -> None:
    for name, value in typed.items():
        expect(page.get_by_label(name)).to_have_value(value)
    for name, choice in chosen.items():
        expect(page.get_by_label(name).locator("option:checked")).to_have_text(choice)
    if topic:
        expect(page.get_by_label(topic)).to_be_checked()


def expect_usable(phone) -> None:
    """Nothing sticks out on the phone, nothing is wrong for those who cannot see, the console is silent."""
    assert phone.overflow() <= 0
    assert violations(phone.page) == []
    assert phone.complaints == []
