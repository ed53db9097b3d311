"""A photo's whole way with the files in a bucket: into a gallery, through both approvals, to a reader."""

import pytest
from playwright.sync_api import expect

from pages.models import LecturePage
from tests.background import work
from tests.conftest import SAMPLES
from tests.factories.events import make_lecture
from tests.factories.in_bucket import files_in_bucket
from tests.flow import fresh

from . import content, server, staff
from .editor import SummaryEditor
from .visits import DESKTOP, PHONE, Visit, Windows

pytestmark = pytest.mark.interface

TITLE = "照片在存储桶里的一场宣讲"
PHOTO = SAMPLES / "photos" / "phone-gps-rotated.jpg"


@pytest.fixture
def visit_by_bucket(chromium, site, object_store):
    """``visit`` on a site of its own, which is started with its files in the bucket."""
    object_store.start()
    object_store.empty()
    opened: list[Visit] = []
    with files_in_bucket(object_store.endpoint), server.running() as address:
        windows = Windows(chromium)

        def make(width: int = DESKTOP, user=None) -> Visit:
            one = Visit(windows, address, width)
            opened.append(one)
            if user:
                one.sign_in(user)
            return one

        yield make
        for one in opened:
            one.close()
    assert {
        url for one in opened for url in one.outside if not url.startswith(object_store.endpoint)
    } == set()
    assert [words for one in opened for words in one.complaints] == []


def test_photo_from_the_gallery_to_the_reader(visit_by_bucket, people, object_store):
    content.open_year()
    place = content.published_site(people)
    make_lecture(place, photos=0, title=TITLE)
    desk = visit_by_bucket(PHONE, people.editor(content.COUNTY)).page
    desk.goto(f"/admin/pages/{LecturePage.objects.get().pk}/edit/")
    desk.locator("#id_photos-UPLOAD").set_input_files(PHOTO)
    expect(desk.locator(".gallery-upload").filter(has_text="已加入")).to_have_count(1)
    desk.locator("#id_photos-0-caption").fill("宣讲现场")
    desk.locator("#id_photos-0-description").fill("姐妹们围坐在院子里")
    editor = SummaryEditor(desk)
    editor.press_submit()
    expect(editor.messages).to_contain_text("提交")

    for reviewer, outcome in (
        (people.lead(content.COUNTY), "转市妇联组联部审核"),
        (people.moderator(), "已审核通过并发布"),
    ):
        staff.decide(visit_by_bucket(user=reviewer).page, TITLE, outcome)
    work()

    lecture = fresh(LecturePage.objects.get())
    assert object_store.names(f"private/{lecture.photos.get().image.file.name}")
    reader = visit_by_bucket(PHONE)
    reader.page.goto(lecture.url)
    picture = reader.page.get_by_role("img", name="姐妹们围坐在院子里").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 0
    assert picture.evaluate("image => image.currentSrc").startswith(object_store.url("public/images/"))
    assert reader.failures == []
