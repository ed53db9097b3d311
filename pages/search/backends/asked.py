"""Wagtail's search queries as expressions."""

from modelsearch.backends.database.sqlite.query import AndNot
from modelsearch.query import And, Boost, Fuzzy, MatchAll, Or, Phrase, PlainText, SearchQuery

from ..expressions import Except, Expression, all_of, any_of
from ..pinyin import typed
from ..query import phrase, understand


class Asked(SearchQuery):
    """An expression that is already made, passed through Wagtail's search."""

    def __init__(self, expression: Expression) -> None:
        self.expression = expression


def expression_of(query: SearchQuery, typing: bool, operator: str = "and") -> Expression:
    """Return *query* as an expression; with *typing* the last word may be unfinished."""
    if isinstance(query, Asked):
        return query.expression
    if isinstance(query, Boost):
        return expression_of(query.subquery, typing, operator)
    if isinstance(query, AndNot):
        return Except(
            expression_of(query.subquery_a, typing, operator),
            expression_of(query.subquery_b, typing, operator),
        )
    if isinstance(query, And | Or):
        parts = [
            expression_of(one, typing, operator) for one in query.subqueries if not isinstance(one, MatchAll)
        ]
        return (all_of if isinstance(query, And) else any_of)(parts)
    text = getattr(query, "query_string", "")
    if typing and isinstance(query, PlainText | Phrase | Fuzzy):
        return typed(text)
    if isinstance(query, Phrase):
        return phrase(text)
    if isinstance(query, PlainText | Fuzzy):
        question = understand(text)
        either = str(getattr(query, "operator", "") or operator).lower() == "or"
        return question.loose if either else question.strict
    raise NotImplementedError(f"{type(query).__name__} is not supported.")
