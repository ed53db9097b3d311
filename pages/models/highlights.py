from django.db import models

MOST_NAME = 40


class OfHighlight(models.Model):
    """A page that may say for which of its site's highlights of the year 特色亮点 it was published.

    The highlights are named in the site's plan, which a higher package knows (``hooks.highlight_names``). Pages that
    name none belong to the highlights of their kind of work.
    """

    highlight = models.CharField(
        "属于哪一项亮点",
        max_length=MOST_NAME,
        blank=True,
        help_text="本示范点计划表里的特色亮点。不选就按工作类型归入。",
    )

    class Meta:
        abstract = True
