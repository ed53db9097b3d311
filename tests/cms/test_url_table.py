"""Every address of the project, asked by every role: who gets in, and that nothing of another county is said."""

import logging

import pytest

from .url_table_lines import Line, lines
from .url_table_visits import ask, is_allowed, routes, words
from .url_table_world import ROLES, SECRET, STRANGERS, World, build

pytestmark = pytest.mark.interface
LINES = lines()


@pytest.fixture
def world(db) -> World:
    logging.disable(logging.ERROR)  # hundreds of refusals, each with its line in the log
    yield build()
    logging.disable(logging.NOTSET)


def visit(line: Line, world: World) -> list[str]:
    """Ask for the line's address as everybody; return what does not fit its policy."""
    address = line.address(world.values)
    found = []
    for column, role in enumerate(ROLES):
        for method in line.methods:
            response = ask(world.clients[role], method, address, world.forms[line.option("form")])
            if is_allowed(response, crashes=bool(line.option("crashes"))) != line.allows(column):
                found.append(f"{role} {method} {address}: {response.status_code}, decided as {line.policy}")
            if role in STRANGERS and SECRET in words(response):
                found.append(f"{role} {method} {address}: tells what is another county's")
    return found


def test_who_may_enter_and_what_they_are_told(world):
    assert [problem for line in LINES for problem in visit(line, world)] == []


@pytest.mark.parametrize("name", ["page", "site", "draft"])
def test_the_secrets_are_there_for_the_own_county(name: str, world: World):
    """What strangers are not told is really in these pages."""
    response = ask(world.clients["editor"], "GET", f"/admin/pages/{world.values[name]}/edit/")
    assert SECRET in words(response)


def test_every_pattern_is_decided():
    """A pattern that an upgrade or a change adds or takes away must be looked at by somebody."""
    decided = {line.route for line in LINES}
    assert sorted(routes() - decided) == [], "not decided"
    assert sorted(decided - routes()) == [], "no longer there"


def test_no_line_is_there_twice():
    assert len({str(line) for line in LINES}) == len(LINES)


def test_counts():
    """Prints what the table covers; ``pytest -s`` shows it."""
    urls = {line.route for line in LINES}
    cells = [line.allows(column) for line in LINES for _ in line.methods for column in range(len(ROLES))]
    print(f"\nURL table: {len(urls)} URLs, {len(cells)} cells, {sum(cells)} allowed")
    assert cells
