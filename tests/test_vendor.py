"""Libraries of others are as they were published, with their licence."""

import re
from hashlib import sha256
from pathlib import Path

from django.conf import settings

VENDOR = Path(settings.BASE_DIR) / "static_src" / "vendor"
ROW = re.compile(
    r"^\| `([^`]+)` \| [\w-]+ \| [\d.]+ \| \w+ \(`([^`]+)`\) \| `([0-9a-f]{64})` \|$", re.MULTILINE
)


def test_each_file_is_the_one_in_the_table():
    rows = ROW.findall((VENDOR / "README.md").read_text())
    assert {name: sha256((VENDOR / name).read_bytes()).hexdigest() for name, _, _ in rows} == {
        name: digest for name, _, digest in rows
    }
    known = {name for name, licence, _ in rows} | {licence for _, licence, _ in rows} | {"README.md"}
    assert {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()} == known
