"""Large files are read in bearable time and memory."""

import os
import subprocess
import sys
import time
import zipfile
from io import BytesIO

from docx import Document

from pages.word import limits, read

from .files import picture, saved

SECONDS = 20  # some ten times what it takes on a small machine
MEGABYTES = 400


def test_twenty_megabytes_of_pictures():
    document = Document()
    document.add_paragraph("正文。")
    for number in range(limits.MAX_PICTURES):
        photo = picture("red", "JPEG", (40, 30)).getvalue()
        document.add_picture(BytesIO(photo + os.urandom(1_030_000) + bytes([number])))
    file = saved(document)
    assert 19 * limits.MEGABYTE < file.seek(0, 2) <= limits.MAX_BYTES
    started = time.monotonic()
    text = read(file, "照片.docx")
    assert time.monotonic() - started < SECONDS
    assert sum(len(one.content) for one in text.pictures) > 19 * limits.MEGABYTE


def long_text(characters: int) -> BytesIO:
    """Return a document in runs of five characters, each with its own typefaces, as WPS writes them."""
    looks = '<w:rFonts w:ascii="仿宋" w:hAnsi="仿宋" w:eastAsia="仿宋" w:cs="仿宋" w:hint="eastAsia"/><w:sz w:val="32"/>'
    run = f'<w:r><w:rPr>{looks}<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr><w:t>妇女议事会</w:t></w:r>'
    line = f"<w:p><w:pPr><w:spacing w:line='560'/></w:pPr>{run * 40}</w:p>"
    empty = saved(Document())
    result = BytesIO()
    with zipfile.ZipFile(empty) as source, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                content = content.replace(b"<w:body>", b"<w:body>" + (line * (characters // 200)).encode())
            target.writestr(name, content)
    return result


def test_two_hundred_thousand_characters():
    file = long_text(200_000)
    started = time.monotonic()
    text = read(file, "长.docx")
    assert time.monotonic() - started < SECONDS
    assert text.characters == 200_000


def test_memory_of_a_long_text(tmp_path):
    path = tmp_path / "长.docx"
    path.write_bytes(long_text(200_000).getvalue())
    program = (
        "import os, resource, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'cms.settings.test'\n"
        "import django; django.setup()\n"
        "from pages.word import read\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "read(open(sys.argv[1], 'rb'), 'a.docx')\n"
        "print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)\n"
    )
    command = [sys.executable, "-W", "ignore", "-c", program, str(path)]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert int(result.stdout) < MEGABYTES


def test_a_long_run_of_blanks_takes_no_time():
    document = Document()
    document.add_paragraph("图1" + " " * 100_000 + "甲" + "\t\n" * 20_000 + "乙")
    started = time.monotonic()
    read(saved(document), "空.docx")
    assert time.monotonic() - started < SECONDS
