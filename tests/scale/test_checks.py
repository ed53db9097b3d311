"""How long all checks take over a page of 2,000 characters. Run with ``-m scale -s``."""

import time
from statistics import median

import pytest
from docx import Document

from pages.checks.findings import Report
from pages.checks.registry import checks_for
from pages.checks.runner import run
from pages.checks.subject import Subject
from tests.conftest import SAMPLES
from tests.factories.pages import make_site, make_summary

pytestmark = [pytest.mark.django_db, pytest.mark.scale]
ROUNDS = 20
MOST = 0.020


def test_two_thousand_characters(city_centre):
    paragraphs = Document(SAMPLES / "summary-too-long.docx").paragraphs
    text = "</p><p>".join(paragraph.text for paragraph in paragraphs)[:2_300]
    page = make_summary(make_site(city_centre), text=text, photos=5).get_latest_revision_as_object()
    print(f"\n{page.count_characters():,} characters, 5 photos")
    times, each = [], {}
    for _ in range(ROUNDS):
        began = time.perf_counter()
        report = run(page)
        times.append(time.perf_counter() - began)
    for check in checks_for(page):
        began = time.perf_counter()
        list(check(Subject(page)))
        each[check.__name__] = time.perf_counter() - began
    print("   ".join(f"{name} {1000 * seconds:.1f} ms" for name, seconds in each.items()))
    print(f"all: median {1000 * median(times):.1f} ms, slowest {1000 * max(times):.1f} ms")
    assert isinstance(report, Report)
    assert median(times) < MOST
