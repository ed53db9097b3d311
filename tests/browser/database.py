"""A database for a server with several threads, put back between tests as it was before them."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.core.management.color import no_style
from django.db import connection, transaction


class Snapshot:
    """The rows of all tables at one moment. Keys stay the same, so nothing that remembers them is wrong."""

    def __init__(self) -> None:
        names = connection.introspection.django_table_names(only_existing=True, include_views=False)
        # SQLite's triggers write the full-text tables.
        self._tables = {name: _read(name) for name in names if not name.endswith("_fts")}

    def restore(self) -> None:
        """Put the rows back in place of whatever there is now; no signal is sent."""
        quote = connection.ops.quote_name
        with transaction.atomic(), connection.cursor() as cursor:
            for statement in connection.ops.sql_flush(no_style(), list(self._tables)):
                cursor.execute(statement)
            for name, (columns, rows) in self._tables.items():
                into = f"{quote(name)} ({', '.join(map(quote, columns))})"
                holders = ", ".join(["%s"] * len(columns))
                cursor.executemany(f"INSERT INTO {into} VALUES ({holders})", rows)  # noqa: S608
        ContentType.objects.clear_cache()
        cache.clear()


def _read(table: str) -> tuple[list[str], list[tuple]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
        return [column[0] for column in cursor.description], cursor.fetchall()


@contextmanager
def on_disk(path: Path) -> Iterator[None]:
    """Use a copy at *path* in place of an SQLite database in memory; do nothing with any other database.

    In memory all threads would share one connection and with it each other's transactions.
    """
    if connection.vendor != "sqlite" or not connection.is_in_memory_db():
        yield
        return
    connection.ensure_connection()
    kept, name = connection.connection, connection.settings_dict["NAME"]
    copy = sqlite3.connect(path)
    kept.backup(copy)
    copy.close()
    connection.connection, connection.settings_dict["NAME"] = None, str(path)
    try:
        yield
    finally:
        connection.close()
        connection.connection, connection.settings_dict["NAME"] = kept, name
