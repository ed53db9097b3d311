"""Every public page that links lead to, on the smallest phone."""

from . import content
from .visits import SMALLEST

NOT_PAGES = ("/admin/", "/media/", "/documents/")


def test_all_pages_reachable_from_home(visit, people):
    content.whole_site(people)
    visitor = visit(SMALLEST)
    page, address = visitor.page, visitor.address
    waiting, seen, files, wrong = [f"{address}/"], set(), set(), []
    while waiting:
        url = waiting.pop(0)
        if url in seen:
            continue
        seen.add(url)
        response = page.goto(url)
        if response.status != 200:
            wrong.append(f"{response.status} {url}")
        if visitor.overflow() > 0:
            wrong.append(f"{visitor.overflow()} px too wide: {url}")
        for link in sorted(visitor.links()):
            is_page = not link.removeprefix(address).startswith(NOT_PAGES)
            waiting.append(link) if is_page else files.add(link)
    for url in files:
        answer = visitor.context.request.get(url)
        if answer.status != 200:
            wrong.append(f"{answer.status} {url}")
    assert wrong == []
    assert visitor.complaints == []
    assert visitor.failures == []
    assert len(seen) > 10
