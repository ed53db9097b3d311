"""Figures add up from the facts whatever part of them is filled in, and shares are what they say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.figures import FigureSpec, percent, share, shown, whole
from pages.models.works.committee import CommitteeWorkPage, MemberContact
from pages.models.works.green import FinestFamilies, GreenAction, GreenFamilyPage
from pages.models.works.housekeeping import GROUPS, HousekeepingPage, TrainingClass
from pages.models.works.volunteering import VolunteerServicePage, VolunteerTeam
from pages.works.kinds import BY_SLUG

pytestmark = pytest.mark.django_db  # an empty relation asks the database
NUMBERS = st.none() | st.integers(0, 2_000)
KINDS = st.sampled_from(["rights", "development", "tutoring", "relief", "environment"])


def total(numbers) -> int:
    return sum(filter(None, numbers))


@given(st.lists(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS), max_size=5))
def test_trainees_add_up_by_class_and_by_group(facts):
    page = HousekeepingPage()
    page.classes = [
        TrainingClass(**dict(zip(GROUPS, row[:4], strict=True)), employed=row[4], sort_order=n)
        for n, row in enumerate(facts)
    ]
    trainees = total(number for row in facts for number in row[:4])
    assert page.own_figures() == {
        "training_classes": len(facts),
        "trainees": trainees,
        "employed": total(row[4] for row in facts),
    }
    assert sum(number for _, number in page.trainees_by_group()) == trainees


@given(st.lists(st.tuples(KINDS, NUMBERS), max_size=6))
def test_volunteers_add_up_by_kind(facts):
    page = VolunteerServicePage()
    page.teams = [VolunteerTeam(kind=kind, volunteers=number) for kind, number in facts]
    volunteers = total(number for _, number in facts)
    assert page.own_figures() == {"volunteer_teams": len(facts), "registered_volunteers": volunteers}
    assert sum(number for _, number in page.volunteers_by_kind()) == volunteers


@given(st.lists(NUMBERS, max_size=5), st.lists(st.tuples(NUMBERS, NUMBERS), max_size=5))
def test_missing_numbers_count_as_nought(single, pairs):
    committee, green = CommitteeWorkPage(), GreenFamilyPage()
    committee.contacts = [MemberContact(women=number) for number in single]
    assert committee.own_figures()["contacted_women"] == total(single)
    green.families = [FinestFamilies(number=number) for number in single]
    green.actions = [GreenAction(households=one, participants=two) for one, two in pairs]
    assert green.own_figures() == {
        "green_volunteers": 0,
        "green_actions": len(pairs),
        "green_households": total(one for one, _ in pairs),
        "green_participants": total(two for _, two in pairs),
        "finest_families": total(single),
    }


@given(st.integers(0, 5_000), st.integers(1, 5_000))
def test_share_is_right_to_half_a_tenth_of_a_per_cent(part, whole_number):
    said = percent(part, whole_number)
    assert abs(Decimal(said.removesuffix("%")) - Decimal(part) * 100 / whole_number) <= Decimal("0.05")
    assert ".0%" not in said


def test_share_of_nothing_is_not_shown():
    spec = FigureSpec("employed", "就业", "人", part_of="trainees")
    assert share(spec, {"employed": 3, "trainees": 0}) == ""
    assert share(spec, {"employed": 3}) == ""
    assert share(spec, {"trainees": 4}) == "0%"


def test_noughts_are_left_out_and_the_order_is_the_types():
    specs = HousekeepingPage.figure_specs
    values = {"employed": 0, "trainees": Decimal("25.0"), "training_classes": 2}
    assert [(one.name, str(one.value)) for one in shown(specs, values)] == [
        ("training_classes", "2"),
        ("trainees", "25"),
    ]
    assert whole(Decimal("12.5")) == Decimal("12.5")


def test_names_of_figures_are_unique_over_all_types():
    from pages.models.works import MODELS

    names = [spec.name for model in MODELS for spec in model.figure_specs]
    assert len(names) == len(set(names))
    assert len(BY_SLUG) == len(MODELS) == 8
