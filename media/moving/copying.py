"""Copying one file and comparing what arrived."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import IO

from ..exceptions import StorageUnavailable
from .journal import Moved
from .places import CHUNK, Place


class Outcome(StrEnum):
    """What became of a file; the value is what the report calls it."""

    COPIED = "已复制并核对"
    DONE = "先前已完成"
    COMPARED = "两边已有，核对一致"
    ONLY_THERE = "只在目标处（切换后上传）"
    MISSING = "两边都找不到"
    FAILED = "失败"


@dataclass(frozen=True)
class Result:
    """The outcome for *name*; *moved* if it is at the target for certain, *why* if not."""

    name: str
    outcome: Outcome
    moved: Moved | None = None
    why: str = ""
    unreachable: bool = False


class HashingReader:
    """Reads through to *content*, and knows afterwards how much and what it was."""

    def __init__(self, content: IO[bytes]) -> None:
        self._content, self._digest, self._size = content, hashlib.sha256(), 0

    def read(self, size: int = -1) -> bytes:
        chunk = self._content.read(size if size is not None and size >= 0 else None)
        self._digest.update(chunk)
        self._size += len(chunk)
        return chunk

    def moved(self) -> Moved:
        return Moved(self._size, self._digest.hexdigest())


def measure(place: Place, name: str) -> Moved:
    """Return size and SHA-256 of the file *name*, reading all of it."""
    with place.read(name) as content:
        reader = HashingReader(content)
        while reader.read(CHUNK):
            pass
        return reader.moved()


def bring(source: Place, target: Place, name: str, known: Moved | None, verify: bool = False) -> Result:
    """Make sure that *target* has the file *name* as *source* has it; *known* is what an earlier run found there.

    What an earlier run brought is only asked for its size, since a stored file is never changed; with *verify* whatever
    is at both ends is read again. Never raises for what can happen to files and stores.
    """
    try:
        return _brought(source, target, name, known, verify)
    except StorageUnavailable as error:
        return Result(
            name, Outcome.FAILED, why=f"文件存储服务出错：{error.__cause__ or error}", unreachable=True
        )
    except OSError as error:
        return Result(name, Outcome.FAILED, why=str(error))


def _brought(source: Place, target: Place, name: str, known: Moved | None, verify: bool) -> Result:
    if known and not verify and target.size(name) == known.size:
        return Result(name, Outcome.DONE, known)
    try:
        if (
            verify
            and target.size(name) is not None
            and (same := measure(source, name)) == measure(target, name)
        ):
            return Result(name, Outcome.COMPARED, same)
        with source.read(name) as content:
            reader = HashingReader(content)
            target.write(name, reader)
    except FileNotFoundError:
        return Result(name, Outcome.MISSING if target.size(name) is None else Outcome.ONLY_THERE)
    sent, arrived = reader.moved(), measure(target, name)
    if sent != arrived:
        target.delete(name)
        return Result(name, Outcome.FAILED, why="送达的内容与原文件不一致，已从目标处删除")
    return Result(name, Outcome.COPIED, arrived)
