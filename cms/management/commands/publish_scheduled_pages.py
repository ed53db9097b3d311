from .publish_scheduled import Command

__all__ = ["Command"]  # the old name of the same command, which Wagtail still has
