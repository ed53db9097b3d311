"""Links that carry what a reader has chosen."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import QueryDict


def with_query(query: QueryDict | Mapping[str, str], page: int = 1) -> str:
    """Return *query* and *page* as a link: one address for one combination, in whatever order it came about."""
    parameters = sorted((name, value) for name, value in query.items() if name != "page")
    if page > 1:
        parameters.append(("page", str(page)))
    return f"?{urlencode(parameters)}" if parameters else "?"
