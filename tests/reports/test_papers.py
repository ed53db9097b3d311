"""Each paper that can be ordered, made by its own builder as the worker does it."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from reports.exports.papers import PAPERS
from reports.exports.scope import Scope
from tests.factories.pages import make_site, make_summary
from tests.flow import publish

from .spreadsheets import rows_of

pytestmark = pytest.mark.django_db
SAYS = {
    "compilation-docx": lambda content: "".join(p.text for p in Document(BytesIO(content)).paragraphs),
    "compilation-pdf": lambda content: "".join(p.extract_text() for p in PdfReader(BytesIO(content)).pages),
    "materials": lambda content: "".join(ZipFile(BytesIO(content)).namelist()),
    "approval-sheets": lambda content: "".join(ZipFile(BytesIO(content)).namelist()),
    "statistics": lambda content: "".join(str(value) for row in rows_of(content) for value in row),
}


def test_every_paper_is_tried_here():
    assert set(SAYS) == set(PAPERS)


@pytest.mark.parametrize("key", SAYS)
def test_its_builder_writes_a_file_of_its_kind(key, city_centre, people, tmp_path):
    paper, told = PAPERS[key], []
    publish(make_summary(publish(make_site(city_centre, "文昌社区"), people)), people)
    year = (
        timezone.localdate().year if key == "approval-sheets" else 2020
    )  # of the publication, and of the report
    target = tmp_path / f"a.{paper.extension}"
    paper.import_builder()(Scope(year, city_centre.page), target, lambda *step: told.append(step))
    says = "".join(SAYS[key](target.read_bytes()).split())
    assert "城中区" in says
    assert ("文昌社区" in says) == (key != "statistics")
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
