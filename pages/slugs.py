"""Addresses from Chinese titles."""

import re

from pypinyin import lazy_pinyin

MAX_LENGTH = 60


def slug_from_title(title: str) -> str:
    """Return an ASCII slug of at most 60 characters from *title* by pinyin; empty if nothing is left.

    >>> slug_from_title("柳州市2020年总结")
    'liu-zhou-shi-2020-nian-zong-jie'
    """
    syllables = lazy_pinyin(title, errors=lambda other: re.findall(r"[a-z0-9]+", other.lower()) or [""])
    slug = ""
    for syllable in filter(None, syllables):
        longer = f"{slug}-{syllable}" if slug else syllable
        if len(longer) > MAX_LENGTH:
            break
        slug = longer
    return slug or ("".join(syllables)[:MAX_LENGTH] if syllables else "")
