"""Every address of the project, asked by every role: who gets in, and that nothing of another county is said."""

import logging

import pytest
from django.db import transaction

from .url_table_lines import Line, lines
from .url_table_visits import ask, is_allowed, routes, words
from .url_table_world import ROLES, SECRET, STRANGERS, World, build

LINES = lines()


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Made once for the module; each request is undone by itself, and all of it at the end."""
    logging.disable(logging.ERROR)
    with django_db_blocker.unblock():
        with transaction.atomic():
            yield build()
            transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("line", LINES, ids=str)
def test_who_may_enter(line: Line, world: World):
    address = line.address(world.values)
    wrong, told = [], []
    for column, role in enumerate(ROLES):
        for method in line.methods:
            response = ask(world.clients[role], method, address, world.forms[line.option("form")])
            if is_allowed(response, crashes=bool(line.option("crashes"))) != line.allows(column):
                wrong.append(f"{role} {method} {response.status_code} {response.headers.get('location', '')}")
            if role in STRANGERS and SECRET in words(response):
                told.append(f"{role} {method}")
    assert not wrong, f"{address} is decided as {line.policy}"
    assert not told, f"{address} tells another county what is not theirs"


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
