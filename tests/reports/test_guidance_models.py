"""A visit's life: one state at a time, answers that stay, and a record that outlives its site."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from reports.guidance import steps
from reports.guidance.queries import awaiting_department, open_for
from reports.guidance.states import WHERE, State
from reports.models import GuidanceAnswer, GuidanceStep, GuidanceVisit
from reports.models.append_only import AppendOnlyError
from tests.factories.guidance import make_answer, make_visit
from tests.factories.pages import make_site

pytestmark = pytest.mark.django_db


def states_in_database(visit) -> set[State]:
    return {
        state for state, where in WHERE.items() if GuidanceVisit.objects.filter(where, pk=visit.pk).exists()
    }


def test_a_visit_is_in_one_state_and_the_database_agrees(place, department, people):
    visit = make_visit(place, department, sent=False)
    life = []

    def note():
        visit.refresh_from_db()
        assert states_in_database(visit) == {visit.state}
        life.append(visit.state.label)

    note()
    steps.send(visit, department)
    note()
    make_answer(visit, people.editor("450202"))
    note()
    steps.correct(visit, steps.Words.of(visit), department, ask_again=True)
    note()
    make_answer(visit, people.lead("450202"), "再次回复")
    note()
    steps.close(visit, department)
    note()
    steps.reopen(visit, department)
    note()
    assert life == ["草稿", "待回复", "已回复", "待回复", "已回复", "已办结", "待回复"]


def test_a_visit_is_sent_once(place, department):
    visit = make_visit(place, department)
    with pytest.raises(ValueError, match="sent before"):
        steps.send(visit, department)


@pytest.mark.parametrize("model", [GuidanceAnswer, GuidanceStep])
def test_what_was_said_and_done_is_never_changed(place, department, people, model):
    visit = make_visit(place, department)
    make_answer(visit, people.editor("450202"))
    row = model.objects.get()
    for change in (
        row.save,
        row.delete,
        model.objects.all().delete,
        lambda: model.objects.update(user_name="x"),
        lambda: model.objects.bulk_update([row], ["created_at"]),
    ):
        with pytest.raises(AppendOnlyError):
            change()
    with pytest.raises(ProtectedError):
        visit.delete()


def test_the_database_refuses_a_day_before_the_visit(place, department):
    day = date(2020, 5, 1)
    with pytest.raises(IntegrityError), transaction.atomic():
        make_visit(place, department, visited_on=day, answer_due=day - timedelta(days=1))


def test_a_visit_outlives_the_draft_of_its_site_and_the_account(place, city_centre, department, people):
    author = people.editor("450202", "leaves")
    visit = make_visit(place, department)
    make_answer(visit, author, "已经整改")
    place.delete()
    author.delete()
    visit.refresh_from_db()
    assert (visit.site, visit.place_name, visit.county_id) == (None, "文昌社区", city_centre.page_id)
    assert visit.path == city_centre.page.path
    assert visit.answers.get().author_name == "leaves"


def test_what_awaits_the_county(place, far_place, city_centre, department, people, django_assert_num_queries):
    today = timezone.localdate()
    unlimited = make_visit(place, department)
    later = make_visit(place, department, answer_due=today + timedelta(days=9))
    late = make_visit(place, department, answer_due=today)
    gone = make_visit(make_site(city_centre), department)
    gone.site.delete()
    make_visit(far_place, department)
    make_visit(place, department, sent=False)
    make_answer(make_visit(place, department), people.editor("450202"))
    steps.close(make_visit(place, department), department)
    with django_assert_num_queries(1):
        found = list(open_for((city_centre.page.path,)))
        assert [visit.place_name for visit in found][:3] == ["文昌社区"] * 3
    assert found == [late, later, unlimited, gone]
    assert list(open_for(())) == []
    assert open_for(("",)).count() == 5


def test_what_awaits_the_department(place, department, people):
    editor = people.editor("450202")
    visit = make_visit(place, department)
    assert list(awaiting_department()) == []
    make_answer(visit, editor)
    assert list(awaiting_department()) == [visit]
    steps.looked_at(visit)
    assert list(awaiting_department()) == []
    make_answer(visit, editor, "补充")
    assert list(awaiting_department()) == [visit]
    steps.close(visit, department)
    assert list(awaiting_department()) == []
