"""The base of registers: nothing is shown, exported or filtered by that is not named."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import Http404
from wagtail.admin.panels import FieldPanel

from reports.models import ReportingYear
from reports.registers.base import ON_ALL, ON_ONE, Register
from reports.registers.filters import yes_no
from reports.registers.values import exported, shown


class YearRegister(Register):
    model = ReportingYear
    base_url_path = "years"
    list_display = ("year", "plan_deadline", "is_open")
    list_filter = (yes_no("is_open", "开放报送"),)
    inspect_view_fields = ("year", "is_open")
    panels = [FieldPanel("year")]
    empty_text = "还没有年度。"


@pytest.mark.parametrize(
    "attribute", ["base_url_path", "list_display", "inspect_view_fields", "panels", "empty_text"]
)
def test_a_register_names_what_it_shows(attribute):
    with pytest.raises(ImproperlyConfigured, match=attribute):
        type("Nameless", (YearRegister,), {attribute: ()})()


def test_filters_are_those_of_registers():
    with pytest.raises(ImproperlyConfigured, match="is_open"):
        type("Loose", (YearRegister,), {"list_filter": ("is_open",)})()


def test_each_address_has_its_own_permission():
    assert ON_ALL | ON_ONE == {
        "index": "view",
        "create": "add",
        "edit": "change",
        "delete": "delete",
        "inspect": "view",
        "history": "view",
    }
    routes = {str(one.pattern) for one in YearRegister().get_admin_urls_for_registration()}
    assert routes == {
        "years/",
        "years/create/",
        *(f"years/{action}/<int:instance_pk>/" for action in ("edit", "delete", "inspect", "history")),
    }


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_without_columns_there_is_no_export(people, rf, kind):
    request = rf.get("/", {"export": kind})
    request.user = people.admin()
    with pytest.raises(Http404):
        YearRegister().index_view(request)


@pytest.mark.parametrize(
    ("value", "words", "cell"),
    [
        (True, "是", "是"),
        (False, "否", "否"),
        (None, "", ""),
        (0, "0", 0),
        (date(2020, 3, 31), "2020-03-31", date(2020, 3, 31)),
    ],
    ids=str,
)
def test_values_in_words_and_in_cells(value, words, cell):
    assert (shown(value), exported(value)) == (words, cell)


def test_times_are_local():
    moment = datetime(2020, 3, 31, 16, 5, tzinfo=UTC)
    assert shown(moment) == "2020-04-01 00:05"
    assert exported(moment).isoformat() == "2020-04-01T00:05:00+08:00"
