"""材料导出 in the bucket: made by the worker, handed on by the application to its user alone, gone after seven days."""

from datetime import timedelta
from io import StringIO

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from reports.exports import orders
from reports.exports.scope import Scope
from reports.models import Export
from reports.models.export import State
from tests.background import make_due, work
from tests.factories.exports import register
from tests.factories.s3_server import fetch

CODE = "450202"


def test_way_of_an_export(s3, monkeypatch, people, city_centre, client):
    editor = people.editor(CODE)
    paper = register(monkeypatch, "test", "good")
    export = orders.order(editor, paper, Scope(2020, city_centre.page)).export
    s3.stop()
    work()
    export.refresh_from_db()
    assert export.state == State.WAITING, "the store is away: once more"
    s3.start()
    make_due()
    work()
    export.refresh_from_db()
    assert export.state == State.READY
    assert s3.names("exports/") == [f"exports/{export.file.name}"]
    assert fetch(s3.url(f"exports/{export.file.name}")).status == 403

    address = reverse("reports_papers_file", args=[export.pk])
    response = people.client(editor).get(address)
    assert b"".join(response.streaming_content).decode() == "城中区 2020"
    assert people.client(people.lead(CODE)).get(address).status_code == 404
    s3.stop()
    assert people.client(editor).get(address).status_code == 302, "with a message, to where she came from"
    s3.start()

    Export.objects.filter(pk=export.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    call_command("expire_exports", stdout=StringIO())
    assert s3.names("exports/") == []
