"""The search backend of this site for ``WAGTAILSEARCH_BACKENDS``, by the database that is in use."""

from django.core.exceptions import ImproperlyConfigured
from django.db import connection


def SearchBackend(params):
    """Return the backend for the default database; raises ``ImproperlyConfigured`` for one without Chinese search."""
    if connection.vendor == "sqlite":
        from .sqlite import ChineseSQLiteBackend

        return ChineseSQLiteBackend(params)
    if connection.vendor == "postgresql":
        from .postgres import ChinesePostgresBackend

        return ChinesePostgresBackend(params)
    raise ImproperlyConfigured(f"There is no Chinese search for {connection.vendor}.")
