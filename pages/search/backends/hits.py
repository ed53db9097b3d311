"""One derived table of hits and scores that a queryset is joined with, so that the index is asked once."""

from collections.abc import Callable
from typing import Any

from django.db.models import Expression, FloatField

ALIAS = "search_hits"


class Hits:
    """Stands in a query's ``FROM`` as ``INNER JOIN (sql) search_hits ON search_hits.pk = table.pk``.

    What Django asks of a join: an alias, a parent and how it is written.
    """

    join_type = "INNER JOIN"
    join_field = None
    filtered_relation = None
    nullable = False
    join_cols: tuple = ()

    def __init__(self, sql: str, params: list[Any], table: str, column: str, alias: str = ALIAS) -> None:
        self.sql, self.params = sql, params
        self.parent_alias, self.column = table, column
        self.table_name = self.table_alias = alias

    def as_sql(self, compiler, connection) -> tuple[str, list[Any]]:
        quote = connection.ops.quote_name
        on = f"{quote(self.table_alias)}.pk = {quote(self.parent_alias)}.{quote(self.column)}"
        return f"INNER JOIN ({self.sql}) {quote(self.table_alias)} ON {on}", list(self.params)

    def relabeled_clone(self, change_map: dict[str, str]) -> "Hits":
        alias = change_map.get(self.table_alias, self.table_alias)
        parent = change_map.get(self.parent_alias, self.parent_alias)
        return Hits(self.sql, self.params, parent, self.column, alias)

    @property
    def identity(self) -> tuple:
        return (type(self), self.sql, tuple(map(str, self.params)), self.parent_alias)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Hits) and self.identity == other.identity

    def __hash__(self) -> int:
        return hash(self.identity)

    def equals(self, other: object) -> bool:
        return self == other

    def demote(self) -> "Hits":
        return self

    def promote(self) -> "Hits":
        return self


class Score(Expression):
    """The score of a hit, the higher the better."""

    def __init__(self, alias: str = ALIAS) -> None:
        super().__init__(output_field=FloatField())
        self.alias = alias

    def as_sql(self, compiler, connection) -> tuple[str, list[Any]]:
        return f"{connection.ops.quote_name(self.alias)}.score", []

    def relabeled_clone(self, change_map: dict[str, str]) -> "Score":
        return Score(change_map.get(self.alias, self.alias))

    def get_group_by_cols(self) -> list:
        return [self]


def join(queryset, sql: str, params: list[Any], add: Callable | None = None):
    """Return *queryset* limited to the rows of *sql*, which selects ``pk`` and ``score``."""
    found = queryset._chain()
    table = found.query.get_initial_alias()
    found.query.alias_map[ALIAS] = Hits(sql, params, table, found.model._meta.pk.column)
    found.query.alias_refcount[ALIAS] = 1
    found.query.table_map.setdefault(ALIAS, []).append(ALIAS)
    return found
