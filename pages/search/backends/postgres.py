"""The search index in PostgreSQL. Vectors are written as they are, so that no parser and no locale takes part."""

from collections import defaultdict
from typing import Any

from modelsearch.backends.database.postgres.postgres import (
    IndexEntry,
    PostgresAutocompleteQueryCompiler,
    PostgresIndex,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from modelsearch.utils import get_content_type_pk

from ..entry import Entry
from ..expressions import All, Except, Expression, Token, any_of, leaves
from ..folding import MARK
from .compiler import ChineseCompiler
from .indexing import entries

ENTRIES = IndexEntry._meta.db_table
WEIGHTS = "{0.1, 0.2, 0.5, 1.0}"  # of captions, body, facts, title
LAST_POSITION = 16_383
MOST_POSITIONS = 20  # of one token
FEW = 8
NORMALISED = 1  # by the logarithm of the length


def query_text(expression: Expression) -> str:
    """Return *expression* as a ``tsquery``; tokens have letters and digits only, so that none is an operator."""
    if isinstance(expression, Token):
        return f"'{expression.text}'{':*' if expression.prefix else ''}"
    if isinstance(expression, Except):
        return f"({query_text(expression.wanted)} & !{query_text(expression.unwanted)})"
    word = " & " if isinstance(expression, All) else " | "
    return f"({word.join(map(query_text, expression.parts))})"


def vector_text(*weighted: tuple[list[str], str]) -> str:
    """Return a ``tsvector`` of lists of tokens, each with the letter of its weight."""
    places: dict[str, list[str]] = defaultdict(list)
    position = 0
    for tokens, weight in weighted:
        for token in tokens:
            position = min(position + 1, LAST_POSITION)
            if len(places[token]) < MOST_POSITIONS:
                places[token].append(f"{position}{weight}")
    return " ".join(f"'{token}':{','.join(where)}" for token, where in places.items())


def by_words(expression: Expression) -> Expression:
    """What the rank goes by: of many tokens the words rather than their parts, where there are any."""
    tokens = list(leaves(expression))
    words = [token for token in tokens if token.text.startswith(MARK) or token.text.isascii() or token.prefix]
    return any_of(tokens if len(tokens) <= FEW else words or tokens)


class _Compiler(ChineseCompiler):
    def hits(
        self, expression: Expression, columns: list[str], types: list[int], pk: str
    ) -> tuple[str, list[Any]]:
        vector = " || ".join(f'"{ENTRIES}"."{column}"' for column in columns)
        sql = (
            f"SELECT {pk} AS pk, ts_rank('{WEIGHTS}', {vector}, %s::tsquery, {NORMALISED}) AS score "  # noqa: S608
            f"FROM {ENTRIES} WHERE ({vector}) @@ %s::tsquery AND content_type_id IN ({', '.join(map(str, types))})"
        )
        return sql, [query_text(by_words(expression)), query_text(expression)]


class ChinesePostgresCompiler(_Compiler, PostgresSearchQueryCompiler):
    pass


class ChinesePostgresAutocompleteCompiler(_Compiler, PostgresAutocompleteQueryCompiler):
    typing = True


class ChinesePostgresIndex(PostgresIndex):
    def add_items(self, model, objs) -> None:
        """Write the entries of *objs*, all of class *model*."""
        if not model.get_search_fields() or not objs:
            return
        content_type = get_content_type_pk(model)
        rows = [(content_type, pk, *_vectors(entry)) for pk, entry in entries(model, objs)]
        values = ", ".join(["(%s, %s, %s::tsvector, %s::tsvector, %s::tsvector, 1.0, '', '')"] * len(rows))
        with self.write_connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {ENTRIES} (content_type_id, object_id, title, autocomplete, body, "  # noqa: S608
                f"title_norm, title_text, body_text) VALUES {values} "
                "ON CONFLICT (content_type_id, object_id) DO UPDATE SET title = EXCLUDED.title, "
                "autocomplete = EXCLUDED.autocomplete, body = EXCLUDED.body",
                [value for row in rows for value in row],
            )

    def _refresh_title_norms(self, full: bool = False) -> None:
        """Nothing: lengths are the rank's business, and every change of a row rewrites its vectors."""


class ChinesePostgresBackend(PostgresSearchBackend):
    query_compiler_class = ChinesePostgresCompiler
    autocomplete_query_compiler_class = ChinesePostgresAutocompleteCompiler
    index_class = ChinesePostgresIndex


def _vectors(entry: Entry) -> tuple[str, str, str]:
    return (
        vector_text((entry.title, "A")),
        vector_text((list(dict.fromkeys(entry.autocomplete)), "D")),
        vector_text((entry.facts, "B"), (entry.body, "C"), (entry.captions, "D")),
    )
