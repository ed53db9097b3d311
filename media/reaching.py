"""Speaking to a store that may be slow, away or back again, without keeping anybody waiting for long."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError, ConnectTimeoutError, ReadTimeoutError
from django.conf import settings
from s3transfer.exceptions import RetriesExceededError

from .exceptions import StorageUnavailable

FAILURES = (BotoCoreError, ClientError, Boto3Error, RetriesExceededError)
SILENCE = (ConnectTimeoutError, ReadTimeoutError)
ATTEMPTS = 2
# Of the connection to ``/readyz/`` and of the question before an upload: somebody waits for the answer.
QUICK_SECONDS = 3

logger = logging.getLogger(__name__)


def connect_seconds() -> float:
    """How long a connection may take (``MEDIA_STORE_CONNECT_SECONDS``)."""
    return getattr(settings, "MEDIA_STORE_CONNECT_SECONDS", 3)


def read_seconds() -> float:
    """How long the store may be silent while it is asked (``MEDIA_STORE_READ_SECONDS``)."""
    return getattr(settings, "MEDIA_STORE_READ_SECONDS", 15)


def rest_seconds() -> float:
    """For how long a store that did not answer in time is not asked again (``MEDIA_STORE_REST_SECONDS``)."""
    return getattr(settings, "MEDIA_STORE_REST_SECONDS", 10)


class Rest:
    """When the store may be asked again, for this process.

    Otherwise a page with nine photos would wait for nine time-outs. Refused connections cost nothing and need no rest.
    """

    def __init__(self) -> None:
        self._until = 0.0

    def begin(self) -> None:
        self._until = time.monotonic() + rest_seconds()

    def end(self) -> None:
        self._until = 0.0

    def __bool__(self) -> bool:
        return time.monotonic() < self._until


rest = Rest()


@contextmanager
def reaching() -> Iterator[None]:
    """Turn whatever goes wrong between here and the store into ``StorageUnavailable``.

    The log gets the store's own words; keys are in none of them.
    """
    if rest:
        raise StorageUnavailable
    try:
        yield
    except FAILURES as error:
        if isinstance(error, SILENCE):
            rest.begin()
        logger.warning("The object storage failed: %s: %s", type(error).__name__, error)
        raise StorageUnavailable from error
