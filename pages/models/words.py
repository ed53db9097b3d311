import re

from django.core.exceptions import ValidationError
from django.db import models

SHORTEST = 2
_BETWEEN = re.compile(r"[、，,;；\s]+")


class WordToAvoid(models.Model):
    """A word on the federation's list; the organisation department adds and takes away."""

    word = models.CharField("词语", max_length=30, unique=True, help_text="照原样查找，至少两个字。")
    reason = models.CharField("为什么不用", max_length=120)
    better = models.CharField("建议写法", max_length=60, blank=True)
    unless = models.CharField(
        "例外",
        max_length=200,
        blank=True,
        help_text="词语在这些说法里没有问题，几个用顿号分开。例如词语“解放前”，例外“思想解放前提”。",
    )
    active = models.BooleanField("启用", default=True)

    class Meta:
        verbose_name = "慎用词"
        verbose_name_plural = "慎用词"
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word

    @property
    def exceptions(self) -> tuple[str, ...]:
        """Terms inside which the word is fine."""
        return tuple(term for term in _BETWEEN.split(self.unless) if term)

    def clean(self) -> None:
        """Refuse a word that would be found in nearly everything, or again in what is put in its place."""
        super().clean()
        self.word, self.better = self.word.strip(), self.better.strip()
        if len(self.word) < SHORTEST:
            raise ValidationError({"word": "词语至少要有两个字，太短的会在别的词里找出来。"})
        if self.word in self.better and not any(self.better in term for term in self.exceptions):
            words = "建议写法里还含有这个词，改了以后又会提醒。请把建议写法也填进“例外”。"
            raise ValidationError({"better": words})
