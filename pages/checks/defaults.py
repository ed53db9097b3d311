"""The checks that every page has, in the order in which people read their findings."""

from .links import links
from .own_rules import own_rules
from .personal_data import personal_data
from .pictures import pictures
from .registry import register_check
from .wording import punctuation, wording


def register() -> None:
    """Register them; called once when the application starts."""
    for check in (own_rules, personal_data, pictures, wording, punctuation, links):
        register_check(check)
