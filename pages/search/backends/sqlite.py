"""The search index in SQLite (FTS5)."""

from typing import Any

from django.db import connections
from modelsearch.backends.database.sqlite.sqlite import (
    IndexEntry,
    SQLiteAutocompleteQueryCompiler,
    SQLiteFTSIndexEntry,
    SQLiteIndex,
    SQLiteSearchAtomicRebuilder,
    SQLiteSearchBackend,
    SQLiteSearchQueryCompiler,
    SQLiteSearchRebuilder,
)
from modelsearch.utils import get_content_type_pk

from ..entry import Entry
from ..expressions import All, Except, Expression, Token
from .compiler import ChineseCompiler
from .indexing import entries

ENTRIES, FTS = IndexEntry._meta.db_table, SQLiteFTSIndexEntry._meta.db_table
# Of autocomplete, body and title, in the order of the table's columns.
WEIGHTS = (1.0, 1.0, 6.0)
FACTS_COUNT = 2  # facts stand in the body, as if they were said so often


def match_text(expression: Expression) -> str:
    """Return *expression* in the language of FTS5; tokens have letters and digits only, so that none is an operator."""
    if isinstance(expression, Token):
        return f'"{expression.text}"{"*" if expression.prefix else ""}'
    if isinstance(expression, Except):
        return f"({match_text(expression.wanted)} NOT {match_text(expression.unwanted)})"
    word = " AND " if isinstance(expression, All) else " OR "
    return f"({word.join(map(match_text, expression.parts))})"


class _Compiler(ChineseCompiler):
    def hits(
        self, expression: Expression, columns: list[str], types: list[int], pk: str
    ) -> tuple[str, list[Any]]:
        match = f"{{{' '.join(columns)}}} : {match_text(expression)}"
        weights = ", ".join(map(str, WEIGHTS))
        # The type is asked of the entry beside it: as a condition on a join it would be looked up first.
        sql = (
            f"SELECT {pk} AS pk, -bm25({FTS}, {weights}) AS score FROM {FTS} "  # noqa: S608
            f"CROSS JOIN {ENTRIES} ON {ENTRIES}.id = {FTS}.rowid "
            f"WHERE {FTS} MATCH %s AND +{ENTRIES}.content_type_id IN ({', '.join(map(str, types))}) "
            "LIMIT -1"  # keeps SQLite from dissolving this into the query around it, which would go through all pages
        )
        return sql, [match]


class ChineseSQLiteCompiler(_Compiler, SQLiteSearchQueryCompiler):
    pass


class ChineseSQLiteAutocompleteCompiler(_Compiler, SQLiteAutocompleteQueryCompiler):
    typing = True


class ChineseSQLiteIndex(SQLiteIndex):
    def add_items(self, model, objs) -> None:
        """Write the entries of *objs*, all of class *model*."""
        if not model.get_search_fields() or not objs:
            return
        content_type = get_content_type_pk(model)
        rows = []
        for pk, entry in entries(model, objs):
            rows.append(IndexEntry(content_type_id=content_type, object_id=pk, **_columns(entry)))
        IndexEntry._default_manager.bulk_create(
            rows,
            update_conflicts=True,
            unique_fields=["content_type", "object_id"],
            update_fields=["title", "autocomplete", "body"],
        )

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Nothing: lengths are bm25's business, and every change of a row rewrites its full text."""


class _Rebuilder:
    def finish(self) -> None:
        super().finish()
        with connections[self.index.write_connection.alias].cursor() as cursor:
            cursor.execute(f"INSERT INTO {FTS}({FTS}) VALUES ('optimize')")  # noqa: S608


class ChineseSQLiteRebuilder(_Rebuilder, SQLiteSearchRebuilder):
    pass


class ChineseSQLiteAtomicRebuilder(_Rebuilder, SQLiteSearchAtomicRebuilder):
    pass


class ChineseSQLiteBackend(SQLiteSearchBackend):
    query_compiler_class = ChineseSQLiteCompiler
    autocomplete_query_compiler_class = ChineseSQLiteAutocompleteCompiler
    index_class = ChineseSQLiteIndex
    rebuilder_class = ChineseSQLiteRebuilder
    atomic_rebuilder_class = ChineseSQLiteAtomicRebuilder


def _columns(entry: Entry) -> dict[str, str]:
    return {
        "title": " ".join(entry.title),
        "body": " ".join([*entry.facts * FACTS_COUNT, *entry.body, *entry.captions]),
        "autocomplete": " ".join(dict.fromkeys(entry.autocomplete)),
    }
