import re

from django.core.exceptions import ValidationError
from django.db import models

from ..checks.detectors.words import WordList

SHORTEST = 2
BETWEEN = re.compile(r"[、，,；;\s]+")


class WordToAvoid(models.Model):
    """A word that texts had better not use; the organisation department keeps the list."""

    word = models.CharField(
        "词语", max_length=30, unique=True, error_messages={"unique": "这个词语已经在表里了。"}
    )
    reason = models.CharField("为什么不用", max_length=120)
    better = models.CharField(
        "建议写法", max_length=60, blank=True, help_text="可以不填：有的词只要提醒，没有固定的替代写法。"
    )
    unless = models.CharField(
        "例外",
        max_length=200,
        blank=True,
        help_text="含有这个词语、但可以照常使用的词，用顿号或空格隔开。"
        "例如词语是“唯一”，例外填“唯一性、唯一标识”。",
    )
    active = models.BooleanField("启用", default=True, help_text="取消勾选后不再提醒，词语留在表里。")

    class Meta:
        verbose_name = "慎用词"
        verbose_name_plural = "慎用词"
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word

    @property
    def exceptions(self) -> tuple[str, ...]:
        """The longer words in which this one is fine."""
        return tuple(word for word in BETWEEN.split(self.unless) if word)

    def clean(self) -> None:
        """Strip the texts; refuse a word that is too short to look for, or that would be found in its own advice."""
        super().clean()
        for name in ("word", "reason", "better"):
            setattr(self, name, getattr(self, name).strip())
        self.unless = "、".join(self.exceptions)
        errors = {}
        if self.word and len(self.word) < SHORTEST:
            errors["word"] = "词语至少要有两个字，一个字会在别的词里误报。"
        elif self.word:
            pointless = [longer for longer in self.exceptions if self.word not in longer]
            if pointless:
                errors["unless"] = f"“{'”“'.join(pointless)}”里没有“{self.word}”，不能作为例外。"
            if WordList([(self.word, "", "", self.exceptions)]).find(self.better):
                errors["better"] = "建议写法里又有这个词语，照着改还会被提醒。请换一种写法，或者填到例外里。"
        if errors:
            raise ValidationError(errors)
