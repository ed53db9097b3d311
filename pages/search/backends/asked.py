"""Wagtail's search queries as expressions."""

from modelsearch.query import And, Boost, Fuzzy, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

from ..expressions import NOTHING, Except, Expression, all_of, any_of
from ..pinyin import typed
from ..query import phrase, understand


class Asked(SearchQuery):
    """An expression that is already made, passed through Wagtail's search."""

    def __init__(self, expression: Expression) -> None:
        self.expression = expression


def expression_of(query: SearchQuery, typing: bool) -> tuple[Expression, bool]:
    """Return *query* as an expression, and whether all that it does not find is meant.

    With *typing* the last word may be unfinished. Raises ``NotImplementedError`` for queries of another kind.
    """
    if isinstance(query, MatchAll):
        return NOTHING, True
    if isinstance(query, Not):
        expression, outside = expression_of(query.subquery, typing)
        return expression, not outside
    if isinstance(query, Boost):
        return expression_of(query.subquery, typing)
    if isinstance(query, And | Or):
        parts = [expression_of(one, typing) for one in query.subqueries]
        inside = [expression for expression, outside in parts if not outside]
        outside = [expression for expression, outside in parts if outside]
        return (_and if isinstance(query, And) else _or)(inside, outside)
    return _plain(query, typing), False


def _and(inside: list[Expression], outside: list[Expression]) -> tuple[Expression, bool]:
    if not inside:
        return any_of(outside), True
    return without(all_of(inside), any_of(outside)), False


def _or(inside: list[Expression], outside: list[Expression]) -> tuple[Expression, bool]:
    if not outside:
        return any_of(inside), False
    return without(all_of(outside), any_of(inside)), True


def without(wanted: Expression, unwanted: Expression) -> Expression:
    """Return what *wanted* finds and *unwanted* does not."""
    return wanted if NOTHING in (wanted, unwanted) else Except(wanted, unwanted)


def _plain(query: SearchQuery, typing: bool) -> Expression:
    if isinstance(query, Asked):
        return query.expression
    if not isinstance(query, PlainText | Phrase | Fuzzy):
        raise NotImplementedError(f"{type(query).__name__} is not supported.")
    text = query.query_string
    if typing:
        return typed(text)
    if isinstance(query, Phrase):
        return phrase(text)
    either = (getattr(query, "operator", None) or "and").lower() == "or"
    question = understand(text)
    return question.loose if either else question.strict
