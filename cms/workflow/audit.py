"""Comparing what is live with what was approved, and the ledger with itself.

Finds what no guard can prevent: changes by raw SQL or by somebody who owns the database or the disk.
"""

import hashlib
from collections.abc import Iterator

from wagtail.models import Page

from media.exceptions import StorageUnavailable
from pages.content import content_hash, file_keys, stored_files

from ..county import County
from . import rule
from .approvals import entries_for
from .ledger import LedgerEntry, LedgerHead

CHUNK = 64 * 1024


def findings(with_files: bool = True) -> Iterator[str]:
    """Yield one line in Chinese for each thing that does not match; *with_files* reads every live file's bytes."""
    yield from chain_findings()
    checked: set[str] = set()
    for page in Page.objects.filter(live=True, depth__gt=1).specific().iterator(chunk_size=100):
        yield from page_findings(page)
        if with_files:
            new = file_keys(page) - checked
            checked |= new
            yield from file_findings(new, page)


def page_findings(page: Page) -> Iterator[str]:
    """Yield why the live content of *page* should not be live."""
    reason = rule.reason_against(entries_for(page), content_hash(page), of_county=County.of(page) is not None)
    if reason:
        yield f"页面 {page.pk}《{page.title}》（{page.url_path}）：{reason}"


def file_findings(keys: set[str], page: Page) -> Iterator[str]:
    """Yield files among *keys* that are gone or whose bytes are not those that were stored."""
    found = stored_files(keys)
    if len(found) < len(keys):
        yield f"页面 {page.pk}《{page.title}》用到的图片或文件在库中已不存在。"
    for file in found:
        if stored_hash(file) != file.file_hash:
            yield f"页面 {page.pk}《{page.title}》用到的“{file.title}”（编号 {file.pk}）与入库时不一致。"


def stored_hash(file) -> str:
    """SHA-1 (hex) of the bytes in storage, as Wagtail computes ``file_hash``; empty if they cannot be read.

    Raises ``StorageUnavailable``: a store that is away says nothing about its files.
    """
    digest = hashlib.sha1(usedforsecurity=False)
    try:
        with file.file.storage.open(file.file.name) as stored:
            while chunk := stored.read(CHUNK):
                digest.update(chunk)
    except StorageUnavailable:
        raise
    except OSError:
        return ""
    return digest.hexdigest()


def chain_findings() -> Iterator[str]:
    """Yield where the ledger was changed, cut or filled in afterwards."""
    previous = ""
    for entry in LedgerEntry.objects.order_by("pk").iterator(chunk_size=1000):
        if entry.previous_hash != previous:
            yield f"审批记录 {entry.pk} 与前一条接不上：中间有记录被删除或插入。"
        if entry.computed_hash() != entry.entry_hash:
            yield f"审批记录 {entry.pk} 的内容被改动过。"
        previous = entry.entry_hash
    head = LedgerHead.objects.filter(pk=1).values_list("newest_hash", flat=True).first() or ""
    if head != previous:
        yield "审批记录的末尾被删除或追加过。"
