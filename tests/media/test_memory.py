"""What cleaning a large photo takes of the machine's memory, measured in a process of its own."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from media.limits import MEGABYTE

FORTY_EIGHT = (8064, 6048)  # megapixels, as phones make them
# Megabytes that one process of the site may take besides what it has anyway.
MOST = {"JPEG": 250, "progressive JPEG": 300, "HEIF": 450, "PNG": 600, "WEBP": 500}
OPTIONS = {
    "progressive JPEG": {"progressive": True},
    "PNG": {"compress_level": 1},
    "HEIF": {"quality": 10, "enc_params": {"preset": "ultrafast"}},
    "WEBP": {"quality": 10, "method": 0},
}
CLEAN = """
import sys
from pathlib import Path
from django.conf import settings
settings.configure()
from media.apps import MediaConfig
from media.cleaning import clean_photo
import pillow_heif
pillow_heif.register_heif_opener()
def peak():
    return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
before = peak()
with open(sys.argv[1], "rb") as file:
    cleaned = clean_photo(file)
print(cleaned.name, cleaned.size, (peak() - before) // 1024)
"""


def large(kind: str) -> bytes:
    """A photo of 48 megapixels (WebP: as many as are taken), with something to see."""
    tile = Image.effect_noise((42, 31), 60).convert("RGBA" if kind == "PNG" else "RGB")
    content, size = BytesIO(), (5770, 4330) if kind == "WEBP" else FORTY_EIGHT
    tile.resize(size, Image.Resampling.NEAREST).save(content, kind.split()[-1], **OPTIONS.get(kind, {}))
    return content.getvalue()


@pytest.mark.parametrize("kind", MOST)
def test_forty_eight_megapixels_stay_within_bounds(kind, tmp_path):
    path = tmp_path / "photo"
    content = large(kind)
    assert len(content) < 25 * MEGABYTE
    path.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", CLEAN, path],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    name, size, megabytes = done.stdout.split()
    assert name == f"photo.{({'PNG': 'png', 'WEBP': 'webp'}).get(kind, 'jpg')}"
    assert int(size) > 10_000
    print(f"{kind}: {megabytes} MB")
    assert 0 < int(megabytes) < MOST[kind]
