"""The compilation of 300 summaries with 1,200 photos: time, size, and the memory of a fresh process.

Run with ``-m scale -s``.
"""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.conf import settings
from django.db import connection
from docx import Document

from reports.models import ReportingYear
from tests.conftest import SAMPLES
from tests.factories.bulk_summaries import copies, many_summaries, photo_like

pytestmark = [pytest.mark.django_db, pytest.mark.scale, pytest.mark.sqlite_only]
YEAR, PHOTOS = 2020, 1_200
COUNTIES = {"450202": 180, "450226": 120}
MOST_MEMORY = 400  # MB
FORMATS = [("reports.exports.compilation.pdf", "pdf"), ("reports.exports.compilation.docx", "docx")]


def body() -> list[dict]:
    """About 1,900 characters of a real summary's words, with a quotation, figures and a table."""
    text = "".join(paragraph.text for paragraph in Document(SAMPLES / "summary-too-long.docx").paragraphs)
    table = {
        "columns": [{"type": "text", "heading": "类别"}, {"type": "number", "heading": "次数"}],
        "rows": [{"values": [name, "12"]} for name in ("照明与道路", "养老服务", "儿童托管")],
        "caption": "",
    }
    blocks = [
        {"type": "quotation", "value": {"text": "路灯亮了，夜里走路不怕了。", "attribution": "社区居民"}},
        {"type": "figures", "value": [{"number": "213", "unit": "名", "label": "联系妇女群众"}]},
        {"type": "table", "value": {"caption": "议事会议了什么", "table": table}},
    ]
    for start in range(0, 1_900, 380):
        blocks.append({"type": "heading", "value": f"{start // 380 + 1}、工作情况"})
        blocks.append({"type": "paragraph", "value": f"<p>{text[start : start + 380]}</p>"})
    return blocks


@pytest.fixture
def database(tmp_path, city_centre, sanjiang) -> Path:
    """A file with the summaries, as this test's transaction has them."""
    ReportingYear.open(YEAR)
    images = copies([photo_like(n) for n in range(12)], PHOTOS)
    each = PHOTOS // sum(COUNTIES.values())
    for county in (city_centre, sanjiang):
        number = COUNTIES[county.code]
        many_summaries(county, number, YEAR, body(), images[: number * each])
        images = images[number * each :]
    file = tmp_path / "site.sqlite3"
    connection.ensure_connection()
    file.write_bytes(connection.connection.serialize())
    return file


@pytest.mark.parametrize(("module", "extension"), FORMATS)
def test_memory_does_not_grow_with_the_summaries(database, tmp_path, module, extension):
    target = tmp_path / f"compilation.{extension}"
    done = subprocess.run(
        [sys.executable, "-m", "tests.scale.fresh", module, str(YEAR), str(target), settings.MEDIA_ROOT],
        env=os.environ
        | {"DATABASE_URL": f"sqlite:///{database}", "DJANGO_SETTINGS_MODULE": "cms.settings.test"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    cost = json.loads(done.stdout.splitlines()[-1])
    print(
        f"\n{extension}: {cost['seconds']:.0f} s, memory {cost['before']} MB before, {cost['peak']} MB at most, "
        f"file {target.stat().st_size / 1e6:.0f} MB"
    )
    progress = [tuple(step) for step in cost["progress"]]
    assert progress == sorted(progress)
    assert len({total for _, total in progress}) == 1
    assert progress[-1][0] == progress[-1][1]
    assert len(progress) > 10
    assert cost["peak"] < MOST_MEMORY
    {"pdf": check_pdf, "docx": check_docx}[extension](target)


def check_pdf(target: Path) -> None:
    """A bookmark for each county and summary, at least two pages a summary, all photos."""
    from pypdf import PdfReader

    with target.open("rb") as stream, PdfReader(stream) as reader:
        chapters = [item for item in reader.outline if not isinstance(item, list)]
        below = [item for items in reader.outline if isinstance(items, list) for item in items]
        pages = len(reader.pages)
        print(f"{pages} pages, {len(chapters)} + {len(below)} bookmarks")
    assert len(chapters) == len(COUNTIES)
    assert len(below) == sum(COUNTIES.values())
    assert pages > 2 * sum(COUNTIES.values())
    assert target.read_bytes().count(b"/DCTDecode") == PHOTOS


def check_docx(target: Path) -> None:
    """A line of the contents for each county and summary, all photos."""
    with ZipFile(target) as archive:
        photos = [name for name in archive.namelist() if name.startswith("word/media/")]
        text = archive.read("word/document.xml").decode()
    numbers = [int(number) for number in re.findall(r"PAGEREF \w+ .*?<w:t[^>]*>(\d+)</w:t>", text, re.DOTALL)]
    print(f"{numbers[-1]} pages or some more, {len(numbers)} lines of contents")
    assert len(photos) == PHOTOS
    assert len(numbers) == len(COUNTIES) + sum(COUNTIES.values())
    assert numbers == sorted(numbers)
