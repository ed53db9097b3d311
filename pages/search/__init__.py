"""Chinese full-text search: one way of cutting texts for index and query, on SQLite and PostgreSQL alike.

``find.py`` is what the public search page is made of; ``backends`` is set in ``WAGTAILSEARCH_BACKENDS`` and serves
the admin's searches too. How it works: ``docs/operations/search.md``.
"""
