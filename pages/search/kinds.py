"""The kinds of page that the public search knows, named by the page types themselves."""

from functools import cache

from django.apps import apps

from .folding import MARK

WORK = "work"
WORK_LABEL = "特色工作"


@cache
def labels() -> dict[str, str]:
    """Return the words for each kind, in the order in which the facet offers them."""
    from ..models import BasePage

    found = {WORK: WORK_LABEL}
    for model in apps.get_models():
        if issubclass(model, BasePage) and model.search_kind not in ("", WORK):
            found[model.search_kind] = model.short_type_name
    return found


def token(label: str) -> str:
    """The token that all pages of a kind bear in the index, which no text has."""
    return f"{MARK}{MARK}{label}"
