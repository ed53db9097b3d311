"""How Boto is set up: one entry to the store for each thread, with time-outs, and large files in few parts."""

import threading
from functools import lru_cache
from typing import Any

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

AT_ONCE = 4  # parts of one large file

_making = threading.Lock()
_made = threading.local()


@lru_cache(maxsize=4)
def _session(key: str | None, secret: str | None, token: str | None) -> boto3.Session:
    return boto3.Session(key, secret, token)


def resource(
    keys: tuple[str | None, str | None, str | None],
    endpoint: str | None,
    region: str | None,
    style: tuple[str, str],
    patience: tuple[float, float, int],
) -> Any:
    """Return Boto's entry for these settings, this thread's own; making one takes longer than most requests.

    *keys*: id, secret, token; *style*: signature and addressing; *patience*: see ``client_config()``.
    """
    mine = _made.__dict__.setdefault("entries", {})
    wanted = (keys, endpoint, region, style, patience)
    if wanted not in mine:
        with _making:
            config = client_config(*style, *patience)
            mine[wanted] = _session(*keys).resource(
                "s3", region_name=region, endpoint_url=endpoint, config=config
            )
    return mine[wanted]


def transfer_config() -> TransferConfig:
    """Return how large files go: in parts, of which so few are read ahead that memory does not grow with the file."""
    config = TransferConfig(max_concurrency=AT_ONCE)
    config.max_in_memory_upload_chunks = AT_ONCE  # Boto's own class does not take it
    return config


def client_config(signature: str, style: str, connect: float, read: float, attempts: int) -> Config:
    """Return how Boto asks: time-outs in seconds, all attempts counted.

    Checksums only where S3 wants them: several services refuse the newer ones that Boto sends by default.
    """
    return Config(
        signature_version=signature,
        s3={"addressing_style": style},
        connect_timeout=connect,
        read_timeout=read,
        retries={"total_max_attempts": attempts, "mode": "standard"},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
        max_pool_connections=20,
    )


def is_missing(error: ClientError) -> bool:
    return error.response["ResponseMetadata"]["HTTPStatusCode"] == 404
