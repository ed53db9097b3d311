"""Every public page that links lead to, on the smallest phone."""

import re

import pytest

from . import content
from .visits import SMALLEST

pytestmark = pytest.mark.interface

FETCHED_ONLY = re.compile(r"/media/|/documents/|/calendar\.ics$|/calendar/\d")  # months lead to months


def test_all_pages_reachable_from_home(visit, people):
    content.whole_site(people)
    visitor = visit(SMALLEST)
    page, address = visitor.page, visitor.address
    waiting, seen, others, wrong = [f"{address}/"], set(), set(), []
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        seen.add(url)
        response = page.goto(url)
        if response.status != 200:
            wrong.append(f"{response.status} {url}")
        if visitor.overflow() > 0:
            wrong.append(f"{visitor.overflow()} px too wide: {url}")
        for link in visitor.links() - {f"{address}/admin/"}:
            # A list's filters lead to each other in every combination; one look at each value is enough.
            only_fetched = "?" in link or FETCHED_ONLY.match(link.removeprefix(address))
            others.add(link) if only_fetched else waiting.append(link)
    for url in others:
        answer = visitor.context.request.get(url)
        if answer.status != 200:
            wrong.append(f"{answer.status} {url}")
    assert wrong == []
    assert visitor.complaints == []
    assert visitor.failures == []
    assert len(seen) >= 10
    assert others
