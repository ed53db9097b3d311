"""E-mail addresses."""

import pytest

from pages.checks.detectors.contacts import emails, is_personal_email

from .made import found


@pytest.mark.parametrize(
    "text",
    [
        "weimou@example.com",
        "wei.mou-2@vip.qq.com",
        "wei＠163.com",
        "wei @ 163.com",
        "ｗｅｉ＠ｑｑ．ｃｏｍ",
        "wei@qq。com",
        "lzfl@liuzhou.gov.cn",
    ],
)
def test_found(text):
    assert found(emails, f"邮箱{text}。请来信") == [text]


@pytest.mark.parametrize("text", ["@柳州妇联", "wei@qq", "z***@qq.com", "3@2.5元", "www.qq.com", "微信＠我"])
def test_not_found(text):
    assert emails(text) == []


@pytest.mark.parametrize(
    ("address", "personal"),
    [
        ("wei@qq.com", True),
        ("WEI ＠ QQ.com", True),
        ("info@163.com", True),
        ("weimou@example.com", True),
        ("info@example.com", False),
        ("lzfl@liuzhou.gov.cn", False),
        ("wei@women.org.cn", False),
        ("wei@gxust.edu.cn", False),
        ("wei@notgov.cn", True),
    ],
)
def test_personal(address, personal):
    assert is_personal_email(address) is personal
