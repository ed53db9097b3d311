"""Two clicks and two workers at the same moment, in threads, on the database that the suite runs on."""

from threading import Barrier

import pytest
from django_tasks_db.models import DBTaskResult

from cms.county import County
from reports.exports import orders
from reports.exports.jobs import claim
from reports.exports.papers import PAPERS
from reports.exports.scope import Scope
from reports.models import Export
from tests.factories.exports import make_export_row, make_running
from tests.threads import RUNS, at_once

OWN = "450202"


@pytest.fixture
def editor(snapshot, transactional_db, people):
    snapshot.restore()
    DBTaskResult.objects.all().delete()
    return people.editor(OWN)


@pytest.fixture
def county(editor):
    return County.objects.get(code=OWN).page


@pytest.mark.parametrize("silent", [None, 11])
def test_of_workers_that_have_the_same_export_one_makes_it(editor, county, silent):
    export = make_export_row(editor, county) if silent is None else make_running(editor, county, silent)

    def run(barrier: Barrier) -> bool:
        barrier.wait()
        return claim(export.pk) is not None

    assert sorted(at_once(run)) == [False] * (RUNS - 1) + [True]


def test_clicks_at_the_same_moment_make_one(editor, county):
    def run(barrier: Barrier) -> tuple[int, bool]:
        barrier.wait()
        placed = orders.order(editor, PAPERS["statistics"], Scope(2020, county))
        return placed.export.pk, placed.is_new

    pk = Export.objects.values_list("pk", flat=True)
    assert sorted(at_once(run)) == [(pk.get(), False)] * (RUNS - 1) + [(pk.get(), True)]
    assert DBTaskResult.objects.count() == 1
