"""E-mail addresses."""

import re

from .match import Match, fold, place

_EMAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}[ ]{0,2}@[ ]{0,2}"
    r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?[.。])+[A-Za-z]{2,24}(?![A-Za-z0-9])"
)
_PROVIDERS = """
    qq.com vip.qq.com foxmail.com 163.com vip.163.com 126.com vip.126.com 188.com yeah.net netease.com
    sina.com sina.cn vip.sina.com sina.com.cn sohu.com vip.sohu.com 139.com 189.cn wo.cn wo.com.cn
    aliyun.com tom.com 21cn.com 263.net eyou.com 2980.com gmail.com googlemail.com outlook.com hotmail.com
    live.com live.cn msn.com icloud.com me.com yahoo.com yahoo.cn yahoo.com.cn proton.me protonmail.com
    mail.com gmx.com yandex.com
"""
_FREE = frozenset(_PROVIDERS.split())
_INSTITUTION = re.compile(r"(?:^|\.)(?:gov|org|edu|ac|mil)(?:\.[a-z]{2})?$")
_OFFICE = re.compile(
    r"(?:info|office|contact|service|support|admin|webmaster|mail|news|press|hr|help|bgs|fl|fulian|kefu)[0-9]*"
)


def emails(text: str) -> list[Match]:
    """Return all e-mail addresses in *text*, in order; full-width signs and spaces around @ do not hide one."""
    if "@" not in text and "＠" not in text:
        return []
    return [place(text, found.start(), found.end()) for found in _EMAIL.finditer(fold(text))]


def plain_email(address: str) -> str:
    """Return *address*, as it was found in a text, in lower case, ASCII, and without spaces.

    >>> plain_email("Zhang＠QQ。com")
    'zhang@qq.com'
    """
    return fold(address).replace(" ", "").replace("。", ".").lower()


def is_personal_email(address: str) -> bool:
    """Say whether *address* is a person's: neither of an institution nor a company's for everybody.

    At a provider of free mail it is a person's; at any other domain unless its name is one such as info.
    """
    name, _, domain = plain_email(address).rpartition("@")
    if domain in _FREE:
        return True
    return not _INSTITUTION.search(domain) and not _OFFICE.fullmatch(name)
