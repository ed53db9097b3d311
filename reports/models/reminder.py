from django.db import models

from pages.mail.once import OwedMail


class Reminder(OwedMail):
    """That somebody is written to for a reason on a day: never twice, which the database itself holds.

    A mail about several reasons has a row for each; the first of them stands for the mail while it is being sent.
    """

    day = models.DateField("日期")
    reason = models.CharField("缘由", max_length=40)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = "邮件提醒"
        verbose_name_plural = "邮件提醒"
        ordering = ["-day", "user", "reason"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user", "day", "reason"], name="a_reason_once_a_day_to_one_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d} {self.reason} {self.address}"
