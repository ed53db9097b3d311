"""Model fields that are derived from other fields."""

from django.db import models

from .blocks import counted_text
from .text import count_characters


class CharacterCountField(models.PositiveIntegerField):
    """The 字数 of a body, computed whenever the model is stored, so that lists need not load bodies.

    *counts* names the StreamField. A revision's content gets the number too, since serialising asks ``pre_save``.
    """

    def __init__(self, *args, counts: str = "body", **kwargs) -> None:
        self.counts = counts
        kwargs |= {"editable": False, "default": 0}
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, kwargs | {"counts": self.counts}

    def pre_save(self, model_instance, add):
        value = self.count(getattr(model_instance, self.counts))
        setattr(model_instance, self.attname, value)
        return value

    @staticmethod
    def count(body) -> int:
        """Return the 字数 of a body (PRODUCT 3)."""
        return count_characters(counted_text(body))
