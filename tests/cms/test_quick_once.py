"""However often the quick form is sent, one opened form makes one page."""

import pytest
from django.db.models.signals import pre_save
from wagtail.images import get_image_model

from pages.models import LecturePage
from tests.factories.events import make_lecture
from tests.factories.pages import make_site
from tests.flow import step

from .quick_form import CODE, lecture_data, said, sample, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def site(city_centre):
    return make_site(city_centre, title="文昌社区")


@pytest.fixture
def editor(people, city_centre):
    people.lead(CODE)
    return people.client(people.editor(CODE))


def once(response) -> str:
    """The number in a form that was opened."""
    return str(response.context["once"])


@pytest.mark.parametrize("action", ["save", "submit"])
def test_a_form_that_is_sent_twice_makes_one_page(editor, site, action):
    data = lecture_data(action=action, once=once(editor.get(url(site))))
    first = editor.post(url(site), data | {"photos": [sample("phone-gps.jpg")]}, follow=True)
    second = editor.post(url(site), data | {"photos": [sample("phone-gps.jpg")]}, follow=True)
    page = LecturePage.objects.get()
    assert second.redirect_chain == first.redirect_chain
    assert said(second) == f"这一页刚才已经收到，没有重复保存。要记另一场，请点“再记一场”。 {said(first)}"
    assert get_image_model().objects.count() == 1
    assert page.get_latest_revision_as_object().photos.count() == 1
    assert step(page) == ("县区审定" if action == "submit" else "")


def test_the_reasons_are_said_again(editor, site):
    data = lecture_data(action="submit", topics=[], once=once(editor.get(url(site))))
    first, second = (said(editor.post(url(site), data, follow=True)) for _ in range(2))
    assert "请至少选一个主题" in first
    assert second.endswith(first)


def test_a_refused_form_keeps_its_number(editor, site):
    number = once(editor.get(url(site)))
    assert once(editor.post(url(site), lecture_data(title="", once=number))) == number
    editor.post(url(site), lecture_data(once=number))
    editor.post(url(site), lecture_data(once=number))
    assert LecturePage.objects.count() == 1


def test_every_form_that_is_opened_makes_its_own_page(editor, site):
    for _ in range(2):
        editor.post(url(site), lecture_data(once=once(editor.get(url(site)))))
    for typed in ("", "x"):
        editor.post(url(site), lecture_data(once=typed))
    assert LecturePage.objects.count() == 4


def test_the_slower_of_two_requests_leaves_no_photo_behind(editor, site, people):
    """The quicker one comes while the slower one stores its photos, having found nothing made yet."""
    data = lecture_data(once=once(editor.get(url(site))))
    model = get_image_model()

    def overtake(**kwargs) -> None:
        pre_save.disconnect(overtake, sender=model)
        quicker = data | {"photos": [sample("phone-gps.jpg")]}
        people.client(people.editor(CODE)).post(url(site), quicker)

    pre_save.connect(overtake, sender=model)
    response = editor.post(url(site), data | {"photos": [sample("plain.webp")]}, follow=True)
    assert "没有重复保存" in said(response)
    page = LecturePage.objects.get()
    photo = page.get_latest_revision_as_object().photos.get()
    assert list(model.objects.all()) == [photo.image]


def test_the_number_of_another_countys_page_opens_nothing(editor, site, sanjiang):
    foreign = make_lecture(make_site(sanjiang), title="三江的草稿")
    taken = str(foreign.translation_key)
    answer = editor.post(url(site), lecture_data(once=taken))
    assert "没有保存成功，请再提交一次" in answer.content.decode()
    assert "三江的草稿" not in answer.content.decode()
    number = once(answer)
    assert number != taken
    editor.post(url(site), lecture_data(once=number))
    assert LecturePage.objects.child_of(site).count() == 1
