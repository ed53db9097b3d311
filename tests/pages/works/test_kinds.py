"""A further work takes an entry in the table, a module and a template: nothing else names a work."""

import re
from pathlib import Path

import pytest
from django.template.loader import get_template

from pages.models.works import MODELS
from pages.works.kinds import KINDS

ROOT = Path(__file__).resolve().parents[3]
# Works with something of their own elsewhere: the archive, the site's page.
NAMED_ELSEWHERE = {"committee", "council", "lights"}
PLAIN = [kind for kind in KINDS if kind.slug not in NAMED_ELSEWHERE]


def sources() -> list[Path]:
    found = [
        path for package in ("media", "pages", "reports", "cms") for path in (ROOT / package).rglob("*.py")
    ]
    found += (ROOT / "templates").rglob("*.html")
    return [path for path in found if "migrations" not in path.parts and "demo" not in path.parts]


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.slug)
def test_a_work_is_named_in_the_table_its_module_and_its_template_only(kind):
    own = {
        "pages/works/kinds.py",
        f"pages/models/works/{kind.slug}.py",
        f"templates/pages/works/{kind.slug}.html",
    }
    named = re.compile(rf"\b{kind.model}\b")
    naming = {
        path.relative_to(ROOT).as_posix() for path in sources() if named.search(path.read_text("utf-8"))
    }
    assert naming <= own


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.slug)
def test_each_work_has_its_page_type_and_its_template(kind):
    model = next(model for model in MODELS if model.kind is kind)
    assert model._meta.label == kind.page_type
    assert get_template(kind.template)
    assert model.listing_kind == kind.slug
    assert model.figure_specs
