"""All of ``setup_site`` in order."""

from django.db import transaction
from django.utils import timezone

from pages.divisions import counties as listed_counties
from pages.search.equivalents import ensure_equivalents
from pages.vocabularies import ensure_terms
from pages.words import ensure_words
from reports.adoptions.channels import ensure_channels
from reports.models import ReportingYear

from . import accounts, tree, workflow


def divisions() -> list[tree.Division]:
    """The ten counties and districts of Liuzhou."""
    return [tree.Division(county.code, county.name) for county in listed_counties()]


@transaction.atomic
def setup() -> list[str]:
    """Make what is missing and mend what differs; return lines that say what there is now. Idempotent."""
    tree.name_roots()
    home = tree.ensure_home()
    tree.ensure_stories(home)
    tree.ensure_notices(home)
    counties = [accounts.ensure_county(tree.ensure_county_page(home, division)) for division in divisions()]
    accounts.ensure_organisation(home)
    accounts.remove_stock_groups()
    flow = workflow.ensure_workflow(home)
    ensure_terms()
    ensure_words()
    ensure_equivalents()
    ensure_channels()
    year = ReportingYear.open(timezone.localdate().year)
    return [f"县区：{len(counties)} 个", f"审核流程：{flow.name}", f"报送年度：{year.year}"]
