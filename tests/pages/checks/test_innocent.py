"""What ordinary summaries say, and the sample summaries, through all detectors."""

from pathlib import Path

import docx
import pytest

from pages.checks.detectors.addresses import addresses
from pages.checks.detectors.cards import bank_cards
from pages.checks.detectors.contacts import emails
from pages.checks.detectors.identity import resident_ids
from pages.checks.detectors.phones import landlines, mobile_numbers
from pages.checks.detectors.punctuation import punctuation_faults
from pages.checks.detectors.words import WordList

from .made import found
from .test_words import starter

SAMPLES = Path(__file__).parents[2] / "samples"
DETECTORS = [
    resident_ids,
    bank_cards,
    mobile_numbers,
    landlines,
    emails,
    addresses,
    punctuation_faults,
    WordList(starter()).find,
]
INNOCENT = [
    "2020年10月30日，2020-10-30，2020/10/30，2020.10.30，10月30号",
    "依据柳妇通〔2019〕43号、桂妇发〔2020〕1号文件",
    "投入1,234,567.89元，其中12345678901234元为上级资金，每人1,860元",
    "拨打妇女维权热线12338、市民热线12345、报警110，客服400-123-4567",
    "邮政编码545001，柳州市545006",
    "条码6901234567892，书号ISBN 978-7-5551-1234-5",
    "统一社会信用代码91450200MA5KXXXX1Q、53450200507654321A、11450200007654321K",
    "订单20201030123456789012，流水号202010301234567，快递SF1234567890123",
    "完成率98.5%，同比增长12.34%，占62.16666666666667%",
    "上午8:30至11:30，19:00—21:00",
    "2017\u30002018\u30002019\u30002020",
    "6 8 12 15 42 86 103 213 236 1860 3000",
    "12 35 48 62 01 88\t4 512 36 1023 45 6 7",
    "62 128 45 330 12 56 1205 8",
    "桂ICP备12345678号-1，桂公网安备 45020202000123号",
    "东经109.4281234567，北纬24.3264321098，IP 192.168.1.100",
    "每周三第2单元第5课，会议室301，妇女之家在2楼",
    "“柳女性”公众号推送36期，阅读量12.8万次；抖音号liuzhou2020",
    "见https://www.lzfl.example.cn/a/20201030/1234567.html?id=98765",
    "姐妹们说：“好！”大家都笑了……",
    "第1期至第12期培训班，1号楼、2号楼和3号楼居民",
    "服务热线电话已公布，邮箱见公告栏",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_nothing_in(text):
    assert [hit for detector in DETECTORS for hit in found(detector, text)] == []


def test_nothing_in_all_of_them_together():
    text = "\n".join(INNOCENT)
    assert [hit for detector in DETECTORS for hit in found(detector, text)] == []


def paragraphs(name: str) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(str(SAMPLES / name)).paragraphs]


@pytest.mark.parametrize("name", ["summary-valid.docx", "summary-too-long.docx"])
def test_nothing_in_the_samples(name):
    assert [hit for text in paragraphs(name) for detector in DETECTORS for hit in found(detector, text)] == []


def test_all_personal_data_in_the_sample_with_personal_data():
    text = "\n".join(paragraphs("summary-with-personal-data.docx"))
    assert [found(detector, text) for detector in DETECTORS] == [
        ["45022319780512124X"],
        ["6222021234567890128"],
        ["13877212345"],
        [],
        ["weimou@example.com"],
        ["某村某屯12号"],
        [],
        [],
    ]
