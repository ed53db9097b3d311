"""How a search is put to the database: the same on both, but for the words in which the index is asked."""

from typing import Any

from django.db.models import BigIntegerField, IntegerField
from modelsearch.utils import get_descendants_content_types_pks

from ..expressions import NOTHING, Expression
from .asked import expression_of
from .hits import Score, join


class ChineseCompiler:
    """Mixed into Wagtail's query compilers. A database says in ``hits`` what selects pk and score of what is found."""

    typing = False
    DEFAULT_OPERATOR = "and"

    def hits(
        self, expression: Expression, columns: list[str], types: list[int], pk: str
    ) -> tuple[str, list[Any]]:
        """Return SQL and parameters that select ``pk`` and ``score`` from the *columns* of entries of *types*."""
        raise NotImplementedError

    @property
    def columns(self) -> list[str]:
        """The columns of the index that are looked into; fields other than the title are in the body."""
        if self.typing:
            return ["autocomplete"]
        if self.fields is None:
            return ["title", "body"]
        return sorted({"title" if name == "title" else "body" for name in self.fields}, reverse=True)

    def search(self, config, start, stop, score_field=None, backend=None):
        """Return the queryset of what is found, the best first unless another order is wanted."""
        expression, outside = expression_of(self.query, self.typing)
        if expression == NOTHING:
            return self.queryset[start:stop] if outside else self.queryset.none()
        model = self.queryset.model
        types = sorted(get_descendants_content_types_pks(model))
        sql, params = self.hits(expression, self.columns, types, _as_pk(model))
        if outside:
            found = self.queryset.exclude(pk__in=join(model._base_manager.all(), sql, params).values("pk"))
        else:
            found = join(self.queryset, sql, params)
            if score_field is not None:
                found = found.annotate(**{score_field: Score()})
            if self.order_by_relevance:
                found = found.order_by(Score().desc(), "-pk")
        if not found.query.order_by:
            found = found.order_by("-pk")
        return found[start:stop]


def _as_pk(model) -> str:
    """The entry's ``object_id`` in SQL, as the model's key."""
    field = model._meta.pk
    while field.remote_field:
        field = field.target_field
    return "CAST(object_id AS bigint)" if isinstance(field, IntegerField | BigIntegerField) else "object_id"
