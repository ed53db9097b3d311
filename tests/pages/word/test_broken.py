"""Whatever happens to a file on its way: it is read, or refused in words. Never anything else."""

import zipfile
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pages.word import WordRefused, WordText, read
from tests.conftest import SAMPLES

from .files import changed

FILES = [path.read_bytes() for path in sorted(SAMPLES.glob("*.docx"))]
PARTS = [
    "word/document.xml",
    "word/styles.xml",
    "word/numbering.xml",
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
]
THOROUGH = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def outcome(content: bytes) -> str:
    try:
        text = read(BytesIO(content), "总结.docx")
    except WordRefused:
        return "refused"
    assert isinstance(text, WordText)
    return "read"


@THOROUGH
@given(st.sampled_from(FILES), st.floats(0, 1, exclude_max=True))
def test_a_truncated_file(content, share):
    assert outcome(content[: int(len(content) * share)]) == "refused"


@THOROUGH
@given(
    st.sampled_from(FILES),
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 7)), min_size=1, max_size=20),
)
def test_a_file_with_flipped_bits(content, flips):
    broken = bytearray(content)
    for share, bit in flips:
        broken[int(len(broken) * share)] ^= 1 << bit
    assert outcome(bytes(broken)) in {"read", "refused"}


@THOROUGH
@given(st.sampled_from(FILES), st.integers(1, 3000), st.integers(0, 7))
def test_a_broken_directory_of_the_archive(content, from_end, bit):
    broken = bytearray(content)
    broken[-from_end] ^= 1 << bit
    assert outcome(bytes(broken)) in {"read", "refused"}


@THOROUGH
@given(st.sampled_from(PARTS), st.floats(0, 1, exclude_max=True), st.binary(max_size=6), st.integers(0, 40))
def test_a_part_with_other_content(name, share, put, taken):
    with zipfile.ZipFile(BytesIO(FILES[0])) as archive:
        content = archive.read(name)
    at = int(len(content) * share)
    broken = content[:at] + put + content[at + taken :]
    assert outcome(changed(BytesIO(FILES[0]), {name: broken}, zipfile.ZIP_STORED).getvalue()) in {
        "read",
        "refused",
    }


@pytest.mark.parametrize("name", zipfile.ZipFile(BytesIO(FILES[0])).namelist())
@pytest.mark.parametrize("content", [None, b"", b"<a/>", b"<", b"\x00\xff"])
def test_any_part_missing_empty_or_another(name, content):
    assert outcome(changed(BytesIO(FILES[0]), {name: content}).getvalue()) in {"read", "refused"}


@THOROUGH
@given(st.binary(max_size=400))
def test_any_bytes(content):
    assert outcome(content) == "refused"
    assert outcome(b"PK\x03\x04" + content) == "refused"


NEEDED = {"[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"}


@pytest.mark.parametrize("name", sorted(set(zipfile.ZipFile(BytesIO(FILES[0])).namelist()) - NEEDED))
def test_the_text_is_read_without_parts_that_it_does_not_need(name):
    assert outcome(changed(BytesIO(FILES[0]), {name: None}).getvalue()) == "read"
