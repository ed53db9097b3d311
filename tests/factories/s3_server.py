"""A real S3 server of this machine, SeaweedFS, that a test can stop and start again."""

import json
import random
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

HOST = "127.0.0.1"
KEY, SECRET = "the-key-of-the-site", "the-secret-that-nobody-sees"
BUCKET = "media"
BEGUN = "private/begun.txt"  # written when the server has started
PATIENCE = 60  # seconds until a server that does not answer counts as broken
SERVICES = ("master", "volume", "filer", "admin", "s3")  # each takes a second port, for gRPC, 10,000 above
QUIET = (
    "-master.telemetry=false", "-webdav=false", "-admin.ui=false", "-s3.port.iceberg=0", "-s3.port.lance=0",
    "-master.volumeSizeLimitMB=64",
)  # fmt: skip
IDENTITY = {
    "name": "site",
    "credentials": [{"accessKey": KEY, "secretKey": SECRET}],
    "actions": ["Admin", "Read", "Write", "List", "Tagging"],
}
POLICY = {
    "Version": "2012-10-17",
    "Statement": [
        {
            "Effect": "Allow",
            "Principal": "*",
            "Action": "s3:GetObject",
            "Resource": f"arn:aws:s3:::{BUCKET}/public/*",
        }
    ],
}


def find_weed() -> str | None:
    """Return the path of SeaweedFS's program, beside this Python or on the search path."""
    beside = Path(sys.executable).parent / "weed"
    return str(beside) if beside.exists() else shutil.which("weed")


@dataclass(frozen=True)
class Fetched:
    """What somebody without any key got."""

    status: int
    body: bytes
    headers: dict[str, str]


def fetch(url: str) -> Fetched:
    """Ask for *url* as anybody may."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - of this machine
            return Fetched(answer.status, answer.read(), {k.lower(): v for k, v in answer.headers.items()})
    except urllib.error.HTTPError as error:
        with closing(error):
            return Fetched(error.code, error.read(), {k.lower(): v for k, v in error.headers.items()})


class S3Server:
    """One bucket with the policy of ``docs/operations/storage.md``; its data survives ``stop()`` and ``start()``."""

    def __init__(self, weed: str, folder: Path) -> None:
        self.weed, self.folder = weed, folder
        self.ports = dict(zip(SERVICES, _free_ports(len(SERVICES)), strict=True))
        self.process: subprocess.Popen | None = None
        self.client = boto3.client(
            "s3",
            endpoint_url=self.endpoint,
            aws_access_key_id=KEY,
            aws_secret_access_key=SECRET,
            region_name="us-east-1",
            config=Config(
                s3={"addressing_style": "path"},
                connect_timeout=2,
                read_timeout=10,
                retries={"total_max_attempts": 1},
            ),
        )

    @property
    def endpoint(self) -> str:
        return f"http://{HOST}:{self.ports['s3']}"

    def url(self, path: str) -> str:
        """Return the address of *path* in the bucket."""
        return f"{self.endpoint}/{BUCKET}/{path}"

    def start(self) -> None:
        """Start, and return as soon as it takes files."""
        if self.process:
            return
        (self.folder / "data").mkdir(exist_ok=True)
        config = self.folder / "s3.json"
        config.write_text(json.dumps({"identities": [IDENTITY]}))
        ports = [f"-{name}.port={port}" for name, port in self.ports.items()]
        places = [f"-dir={self.folder / 'data'}", f"-ip={HOST}", f"-ip.bind={HOST}"]
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.weed, "mini", *places, *QUIET, *ports, f"-s3.config={config}", f"-bucket={BUCKET}"],
                stdout=log,
                stderr=log,
                cwd=self.folder,
            )
        self._wait()

    def _wait(self) -> None:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.client.put_bucket_policy(Bucket=BUCKET, Policy=json.dumps(POLICY))
                self.client.put_object(Bucket=BUCKET, Key=BEGUN, Body=b"ok")
                return
            except (BotoCoreError, ClientError) as error:
                if self.process.poll() is not None or time.monotonic() > until:
                    log = (self.folder / "log").read_text(errors="replace")[-2000:]
                    raise RuntimeError(f"SeaweedFS does not answer: {error}\n{log}") from error
            select.select([], [], [], 0.05)  # ask again soon, without turning in circles

    def stop(self) -> None:
        """Stop at once, as a machine does that loses its current."""
        if self.process:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
            self.process = None

    def names(self, prefix: str = "") -> list[str]:
        """Return the names of all objects below *prefix*."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix=prefix)
        return [one["Key"] for page in pages for one in page.get("Contents", ())]

    def digests(self) -> dict[str, str]:
        """Return the MD5 (hex) that the server has of every object; of one that came in parts it is another value."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
        every = [one for page in pages for one in page.get("Contents", ())]
        return {one["Key"]: one["ETag"].strip('"') for one in every if one["Key"] != BEGUN}

    def read(self, key: str) -> bytes:
        return self.client.get_object(Bucket=BUCKET, Key=key)["Body"].read()

    def head(self, key: str) -> dict[str, Any]:
        return self.client.head_object(Bucket=BUCKET, Key=key)

    def empty(self) -> None:
        """Delete everything."""
        keys = self.names()
        for at in range(0, len(keys), 1000):
            some = [{"Key": key} for key in keys[at : at + 1000]]
            self.client.delete_objects(Bucket=BUCKET, Delete={"Objects": some})


@contextmanager
def s3_server(folder: Path) -> Iterator[S3Server]:
    """Run SeaweedFS with its data in *folder*, at free ports of 127.0.0.1."""
    server = S3Server(find_weed(), folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()


def _free_ports(number: int) -> list[int]:
    """Return ports that nobody uses, nor the ones 10,000 above them."""
    found: list[int] = []
    while len(found) < number:
        port = random.randint(20_000, 31_000)  # noqa: S311
        if port not in found and _is_free(port) and _is_free(port + 10_000):
            found.append(port)
    return found


def _is_free(port: int) -> bool:
    with closing(socket.socket()) as tried:
        try:
            tried.bind((HOST, port))
        except OSError:
            return False
        return True
