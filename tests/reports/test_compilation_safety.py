"""What is printed asks for nothing but its own pictures, and machines that cannot print say so."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files import File
from PIL import Image, ImageFile

from media.cleaning import clean_photo
from media.exceptions import PhotoRefused
from reports.exports.compilation.rich_text import for_paper, page_addresses
from tests.conftest import SAMPLES

from .compilation_world import needs_pdf

LINK = '<p>见<a href="http://example.org/a?b=1&amp;c=2">报道</a></p>'


@pytest.fixture
def folder(tmp_path) -> Path:
    """A directory of pictures beside one that is not theirs."""
    needs_pdf()
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for place in (pictures / "1.jpg", tmp_path / "outside.jpg"):
        Image.new("RGB", (40, 30), "red").save(place)
    (pictures / "words.txt").write_text("secret")
    (pictures / "link.jpg").symlink_to("/etc/passwd")
    return pictures


def pictures_of(html: str, folder: Path) -> int:
    from pypdf import PdfReader

    from reports.exports.compilation.engine import Printer

    printed = Printer().print(html, folder, folder.parent / "out.pdf")
    return sum(len(page.images) for page in PdfReader(printed.file).pages)


def test_a_picture_of_the_job_is_printed(folder):
    assert pictures_of(f'<img src="{(folder / "1.jpg").as_uri()}">', folder) == 1


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "{folder}/../outside.jpg",
        "{folder}/%2e%2e/outside.jpg",
        "{folder}/link.jpg",
        "{folder}/words.txt",
        "file://otherhost{path}/1.jpg",
        "http://127.0.0.1:9/1.jpg",
        "https://example.org/1.jpg",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
        "data:text/html,words",
        "1.jpg",
    ],
)
def test_everything_else_is_refused(folder, address):
    from reports.exports.compilation.engine import OnlyPictures

    address = address.format(folder=folder.as_uri(), path=folder)
    with pytest.raises(ValueError, match="refused"):
        OnlyPictures(folder).fetch(address)
    style = f'<link rel="stylesheet" href="{address}"><p style="background: url(\'{address}\')">字</p>'
    assert pictures_of(f'<img src="{address}">{style}', folder) == 0


def test_a_link_stays_a_link(folder):
    from pypdf import PdfReader

    assert pictures_of(for_paper(LINK, {}), folder) == 0
    page = PdfReader(folder.parent / "out.pdf").pages[0]
    assert [one.get_object()["/A"]["/URI"] for one in page["/Annots"]] == ["http://example.org/a?b=1&c=2"]


def test_words_are_kept_and_everything_unknown_is_dropped():
    source = (
        '<p onclick="x()">甲<script>乙</script><img src="file:///etc/passwd">&lt;丙&gt;'
        '<a href="javascript:alert(1)">丁</a><a linktype="document" id="4">戊</a></p>'
    )
    assert for_paper(source, {}) == "<p>甲乙&lt;丙&gt;丁戊</p>"


@pytest.mark.django_db
def test_links_between_pages_become_full_addresses(city_centre):
    from pages.models import NoticeIndexPage

    live, draft = NoticeIndexPage.objects.get(), city_centre.page
    source = f'<p><a linktype="page" id="{live.pk}">通知</a><a id="{draft.pk}" linktype="page">县区</a></p>'
    addresses = page_addresses([source])
    assert for_paper(source, addresses) == f'<p><a href="{live.full_url}">通知</a>县区</p>'


def run(code: str, **environment: str) -> str:
    """What a fresh process of the site prints."""
    code = f"import django; django.setup()\n{code}"
    names = {"DJANGO_SETTINGS_MODULE": "cms.settings.test"} | environment
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | names,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


CHECK = "from reports.exports.compilation.checks import can_print; print([one.id for one in can_print()])"
ENGINE = """
from reports.exports.compilation import pdf
try:
    pdf.load_engine()
except pdf.PdfUnavailable as error:
    print(error)
"""


def test_a_machine_without_chinese_fonts_is_told(tmp_path):
    needs_pdf()
    config = tmp_path / "fonts.conf"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{tmp_path}</dir><cachedir>{tmp_path}</cachedir></fontconfig>"
    )
    assert run(CHECK) == "[]\n"
    assert run(CHECK, FONTCONFIG_FILE=str(config)) == "['reports.W002']\n"
    assert "没有安装中文字体" in run(ENGINE, FONTCONFIG_FILE=str(config))


def test_a_machine_without_pango_starts_and_is_told():
    without = "import sys; sys.modules['weasyprint'] = None\n"
    assert run(without + CHECK) == "['reports.W001']\n"
    assert "Pango" in run(without + ENGINE)


def test_the_site_starts_without_what_prints():
    code = "import cms.urls, reports.exports.compilation.pdf, sys; print({'weasyprint', 'pypdf'} & set(sys.modules))"
    assert run(code) == "set()\n"


def test_printing_does_not_let_damaged_photos_through_the_door():
    """WeasyPrint tells Pillow, for the whole process, to take them."""
    from reports.exports.compilation import engine

    assert engine.HTML
    assert not ImageFile.LOAD_TRUNCATED_IMAGES
    with pytest.raises(PhotoRefused):
        clean_photo(File((SAMPLES / "photos" / "truncated.jpg").open("rb")))
