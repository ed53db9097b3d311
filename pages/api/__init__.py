"""The read-only interface at ``/api/v1/``: published content as JSON, in fields that are named one by one.

Documented for its users in ``docs/api.md``.
"""
