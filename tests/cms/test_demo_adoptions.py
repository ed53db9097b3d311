"""Adoptions of the demonstration are in the past on whichever day it is loaded."""

from datetime import date

import pytest

from cms.demo.adoptions import OF_THIS_YEAR, _days


@pytest.mark.parametrize("today", [date(2024, 1, 1), date(2024, 2, 29), date(2024, 12, 31)], ids=str)
def test_days_of_this_year_are_over(today):
    days = list(_days(today, len(OF_THIS_YEAR)))
    assert len(days) == len(OF_THIS_YEAR)
    assert days == sorted(days)
    assert all(date(2024, 1, 1) <= day <= today for day in days)
