"""Postal addresses below the township."""

import pytest

from pages.checks.detectors.addresses import addresses

from .made import found


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("家住柳州市城中区文昌路12号。", "文昌路12号"),
        ("住在文昌路12号3栋2单元501室", "文昌路12号3栋2单元501室"),
        ("3栋2单元501室的韦某", "3栋2单元501室"),
        ("她家在2单元501", "2单元501"),
        ("中山街5-2号", "中山街5-2号"),
        ("家住鹿寨县某村某屯18号", "某村某屯18号"),
        ("阳光小区6栋", "阳光小区6栋"),
        ("阳光小区６栋３０１", "阳光小区６栋３０１"),
        ("三中路二十二号", "三中路二十二号"),
        ("雒容镇大正村三组12号", "大正村三组12号"),
        ("胜利路北一巷3号", "胜利路北一巷3号"),
    ],
)
def test_found(text, address):
    assert found(addresses, text) == [address]


@pytest.mark.parametrize(
    "text",
    [
        "柳妇通〔2019〕43号",
        "第3号",
        "地铁12号线沿街1号线",
        "3月8号在社区8号上午举行",
        "该村12号召开会议",
        "各社区8号前上报",
        "2020年10月30号",
        "1号文件",
        "编号5号",
        "会议室301",
        "妇女之家设在办公楼2楼201室",
        "新建3栋楼，改造小区6栋楼房",
        "乘301路3号车",
        "我们的思路3号方案",
        "第3组5号选手",
        "建成3座501平方米的场地",
        "第2单元第5课",
        "2单元",
    ],
)
def test_not_found(text):
    assert addresses(text) == []
