"""Word files as counties send them, read into plain values. No view, no model, nothing stored."""

from .exceptions import WordRefused
from .reader import read
from .values import Picture, WordText

__all__ = ["Picture", "WordRefused", "WordText", "read"]
