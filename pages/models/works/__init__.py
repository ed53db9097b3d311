"""The eight featured works, one page type a module. Loaded by the table of kinds, so that a new one is named once."""

from importlib import import_module

from ...works.kinds import KINDS
from .base import WorkPage

MODELS: tuple[type[WorkPage], ...] = tuple(
    getattr(import_module(f"{__name__}.{kind.slug}"), kind.model) for kind in KINDS
)

__all__ = ["MODELS", "WorkPage"]
