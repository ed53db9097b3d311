"""Wagtail's index of references, which is otherwise made anew for every single row of a page that is saved."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def references_at_the_end() -> Iterator[None]:
    """Leave the index alone inside the block, and make it whole when the block ends without an error."""
    with disable_reference_index_auto_update():
        yield
    call_command("rebuild_references_index", verbosity=0)
