"""Nothing here asks a database."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark this folder's tests as ones that need to run with one database only."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.interface)
