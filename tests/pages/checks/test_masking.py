"""What is shown of a number."""

import doctest

import pytest

from pages.checks.detectors import contacts, masking, match
from pages.checks.detectors.masking import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("13877212345", "138****2345"),
        ("+86 138-7721-2345", "138****2345"),
        ("008613877212345", "138****2345"),
        ("１３８\u3000７７２１\u3000２３４５", "138****2345"),
        ("45022319780512124X", "450223********124X"),
        ("450223 19780512 124 ×", "450223********124X"),
        ("6222021234567890128", "6222***********0128"),
        ("6222 0212 3456 7890 128", "6222***********0128"),
        ("378282246310005", "3782*******0005"),
        ("0772-2821234", "0772-*****34"),
        ("（０７７２）２８２ １２３４转801", "0772-*****34"),
        ("0772-2821234-8001", "0772-*****34"),
        ("+86 772 2821234", "0772-*****34"),
        ("010-62821234", "010-******34"),
        ("Zhang ＠ QQ.com", "z***@qq.com"),
        ("文昌路１２号2栋301", "文昌路**号*栋***"),
        ("三中路二十二号", "三中路***号"),
        ("", ""),
    ],
)
def test_masked(text, shown):
    assert masked(text) == shown


@pytest.mark.parametrize("module", [contacts, masking, match])
def test_examples_in_docstrings(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed
