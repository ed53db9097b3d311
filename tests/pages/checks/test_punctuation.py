"""Faults of punctuation."""

import pytest

from pages.checks.detectors.punctuation import punctuation_faults

from .made import found


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("妇女，，儿童", ["，"]),
        ("好。。", ["。"]),
        ("等等。。。。。。", ["……"]),
        ("等等...", ["……"]),
        ("好！！！", ["！"]),
        ("好？！！", ["？！"]),
        ("好，。", ["。"]),
        ("妇女,,儿童", ["，"]),
        ("妇女，,儿童", ["，"]),
        ("妇女,儿童", ["，"]),
        ("妇女, 儿童", ["，"]),
        ("“妇女”,“儿童”", ["，"]),
        ("时间:2020年", ["："]),
        ("一是;二是", ["；"]),
        ("真好!", ["！"]),
        ("好吗?\n好.", ["？", "。"]),
        ("执委(轮值)制度", ["（", "）"]),
        ("(一)执委轮值", ["（", "）"]),
        ("执委（轮值)", ["）"]),
    ],
)
def test_faults(text, better):
    faults = punctuation_faults(text)
    assert [fault.better for fault in faults] == better
    assert len(found(punctuation_faults, text)) == len(better)
    assert all(fault.advice.endswith("。") for fault in faults)


@pytest.mark.parametrize(
    "text",
    [
        "她说：“好。”大家笑了……——就这样。",
        "真的吗？！真的！？",
        "3.5万元，10:30开始，1,860人次，见www.x.cn，Q&A",
        "全国妇联(ACWF)，Women (妇女)",
        "1.执委轮值 2.议事会 (1)开展",
        "图1:轮值主席",
        "std::vector!!",
        "（一）、（二）；《法》、“家”",
    ],
)
def test_innocent(text):
    assert punctuation_faults(text) == []
