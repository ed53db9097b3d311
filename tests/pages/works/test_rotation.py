"""The strip and the gaps of rotating chairs, for any terms that somebody may have typed."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pages.models.works.committee import RotatingChairTerm
from pages.works import rotation

YEARS = st.integers(1999, 2025)
DAYS = st.dates(date(1998, 1, 1), date(2026, 12, 31))
TERMS = st.lists(
    st.builds(
        RotatingChairTerm,
        name=st.sampled_from("甲乙丙"),
        starts_on=st.none() | DAYS,
        ends_on=st.none() | DAYS,
    ),
    max_size=6,
)


def days_of(term, year: int) -> set[date]:
    if not (term.starts_on and term.ends_on):
        return set()
    length = (term.ends_on - term.starts_on).days + 1
    days = (term.starts_on + timedelta(days=n) for n in range(length))
    return {day for day in days if day.year == year}


@given(TERMS, YEARS)
def test_strip_shows_the_days_of_the_year_that_each_term_has_and_no_others(terms, year):
    strip = rotation.strip(terms, year)
    first = date(year, 1, 1)
    assert strip.days == (date(year + 1, 1, 1) - first).days
    shown = [
        (one.name, {first + timedelta(days=n) for n in range(one.start, one.start + one.width)})
        for one in strip.segments
    ]
    expected = [(term.name, days) for term in terms if (days := days_of(term, year))]
    assert sorted(shown, key=str) == sorted(expected, key=str)
    assert [one.number for one in strip.segments] == list(range(1, len(shown) + 1))
    assert all(0 <= one.start < one.start + one.width <= strip.days for one in strip.segments)


def test_months_begin_where_the_calendar_says():
    assert rotation.strip([], 2020).months == [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335]
    assert rotation.strip([], 2021).months[2] == 59


def test_strip_of_a_year_that_cannot_be_is_empty():
    """A draft may have any number for its year, and has a preview."""
    for year in (0, 10_000, 32_767):
        assert rotation.strip([], year).segments == []


def test_strip_marks_who_is_in_the_chair_today(monkeypatch):
    monkeypatch.setattr("pages.works.rotation.timezone.localdate", lambda: date(2020, 7, 1))
    terms = [
        RotatingChairTerm(name="甲", starts_on=date(2020, 1, 1), ends_on=date(2020, 6, 30)),
        RotatingChairTerm(name="乙", starts_on=date(2020, 7, 1), ends_on=date(2020, 12, 31)),
    ]
    assert [one.name for one in rotation.strip(terms, 2020).segments if one.current] == ["乙"]


@given(TERMS, YEARS)
def test_a_month_has_a_chair_if_one_of_its_days_has(terms, year):
    complete = [term for term in terms if term.starts_on and term.ends_on]
    covered = {day.month for term in complete for day in days_of(term, year)}
    assert rotation.months_without_chair(complete, year) == sorted(set(range(1, 13)) - covered)


@given(TERMS)
def test_a_term_is_warned_about_if_and_only_if_it_begins_within_an_earlier_one(terms):
    warned = {id(one.row) for one in rotation.term_warnings(terms, None)}
    complete = [term for term in terms if term.starts_on and term.ends_on]
    ordered = sorted(complete, key=lambda term: (term.starts_on, term.ends_on))
    within = {
        id(term)
        for number, term in enumerate(ordered)
        if any(before.starts_on <= term.starts_on <= before.ends_on for before in ordered[:number])
    }
    assert warned == within


@given(st.lists(st.integers(1, 12), unique=True).map(sorted))
def test_months_in_words_name_each_month_once(months):
    words = rotation.month_words(months)
    named = []
    for part in filter(None, words.split("、")):
        ends = [int(number) for number in part.removesuffix(" 月").split("—")]
        named += range(ends[0], ends[-1] + 1)
    assert named == months
