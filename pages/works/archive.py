"""Archived deliberation records stay as they are (notice, part one, 2: 一事一记，注意存档).

A record is binding from its first publication as archived. Until then its editor may still correct a slip. What is
binding is kept by fingerprint in ``ArchivedRecord``, apart from page and revisions, so that neither an older
revision nor a deleted row can undo it.
"""

import hashlib
import json
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.db.models.signals import pre_save
from wagtail.models import Page
from wagtail.signals import page_published

from .. import models
from ..problems import Problem
from ..publishing import PublishingRefused

FIELDS = ("held_on", "matter", "participants", "method", "outcome", "follow_up", "archive_number")


def fingerprint(record: Model) -> str:
    """Return the SHA-256 (hex) of all that an archived *record* says."""
    said = [str(getattr(record, name)) for name in FIELDS]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def problems(page: Page) -> list[Problem]:
    """Return which binding records *page*, as it is in memory, changes or lacks."""
    if page.pk is None:
        return []
    there = {fingerprint(record) for record in page.records.all() if record.archived}
    return [
        Problem(
            "records",
            "议事记录",
            f"{kept}已归档发布，不能修改、取消归档或删除。请重新打开页面，恢复这条记录。",
        )
        for kept in page.archived_records.order_by("held_on", "pk")
        if kept.fingerprint not in there
    ]


def check(page: Page) -> None:
    """Raise ``ValidationError`` if *page* changes or lacks a binding record."""
    found = problems(page)
    if found:
        raise ValidationError([str(problem) for problem in found])


def holds_archive(pages: Any) -> bool:
    """Whether one of *pages* has a binding record, and must therefore never be deleted."""
    return pages.filter(archived_records__isnull=False).exists()


def _bind(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    for record in instance.records.all():
        if record.archived:
            models.ArchivedRecord.objects.get_or_create(
                page_id=instance.pk,
                fingerprint=fingerprint(record),
                defaults={"held_on": record.held_on, "matter": record.matter},
            )


def _before_save(sender: type[Page], instance: Page, raw: bool = False, **kwargs: Any) -> None:
    """Refuse to make an older version public again: it was approved once, before the record was archived."""
    if instance.live and not raw:
        found = problems(instance)
        if found:
            raise PublishingRefused(" ".join(str(problem) for problem in found))


def connect() -> None:
    """Bind records when their page is published, and hold to them; called once when the application starts."""
    pre_save.connect(_before_save, sender=models.DeliberationCouncilPage, dispatch_uid="pages.archive.save")
    page_published.connect(_bind, sender=models.DeliberationCouncilPage, dispatch_uid="pages.archive")
