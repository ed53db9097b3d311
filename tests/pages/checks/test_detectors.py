"""Numbers are found however they are written, and ordinary text raises no alarm."""

import pytest
from docx import Document

from pages.checks.detectors import cards, contacts, identity, phones
from pages.checks.detectors.masking import masked
from pages.checks.detectors.punctuation import punctuation_faults
from pages.checks.detectors.words import WordList
from pages.words import starting_words
from tests.conftest import SAMPLES

from .innocent import INNOCENT

DETECTORS = [
    identity.resident_ids,
    cards.bank_cards,
    phones.mobile_numbers,
    phones.landlines,
    contacts.addresses,
    punctuation_faults,
]
WORDS = WordList((one.word, one.reason, one.better, one.exceptions) for one in starting_words())


def texts(matches) -> list[str]:
    return [match.text for match in matches]


@pytest.mark.parametrize("detect", DETECTORS, ids=lambda one: one.__name__)
@pytest.mark.parametrize("text", INNOCENT)
def test_ordinary_text_raises_no_alarm(detect, text):
    assert texts(detect(text)) == []


@pytest.mark.parametrize("text", INNOCENT)
def test_ordinary_text_has_neither_personal_mail_nor_words_of_the_list(text):
    assert [one for one in contacts.emails(text) if contacts.is_personal_email(one.text)] == []
    assert texts(WORDS.find(text)) == []


@pytest.mark.parametrize("name", ["valid", "too-long"])
@pytest.mark.parametrize("detect", [*DETECTORS, contacts.emails, WORDS.find], ids=lambda one: one.__name__)
def test_sample_summaries_raise_no_alarm(detect, name):
    paragraphs = [one.text for one in Document(SAMPLES / f"summary-{name}.docx").paragraphs]
    assert [texts(detect(text)) for text in paragraphs] == [[] for _ in paragraphs]


@pytest.mark.parametrize(
    "written",
    [
        "45022319780512124X",
        "45022319780512124x",
        "450223 19780512 124X",
        "4502 2319 7805 1212 4X",
        "450223-19780512-124X",
        "４５０２２３１９７８０５１２１２４Ｘ",
        "450223　19780512　124Ｘ",
        "4 5 0 2 2 3 1 9 7 8 0 5 1 2 1 2 4 X",
        "450223\u200b19780512\u200b124X",
    ],
)
def test_id_number_however_written(written):
    for text in (written, f"身份证号{written}，", f"ID{written}", f"电话13877212345 {written}"):
        (found,) = identity.resident_ids(text)
        assert found.text == written
        assert text[found.start : found.end] == written


@pytest.mark.parametrize(
    "number",
    [
        "450223197805121242",  # check digit
        "450223197813121243",  # month
        "450223197802301248",  # 30 February
        "990223197805121248",  # no such province
        "450223218005121243",  # not born yet
        "4502231978051212",
        "123456789012345678",
    ],
)
def test_what_cannot_be_an_id_number(number):
    assert identity.resident_ids(f"编号{number}。") == []


@pytest.mark.parametrize(
    "written",
    [
        "6222021234567890128",
        "6222 0212 3456 7890 128",
        "6222-0212-3456-7890-128",
        "６２２２０２１２３４５６７８９０１２８",
        "4111111111111111",
        "5500 0000 0000 0004",
        "340000000000009",
        "9558800200118805510",
    ],
)
def test_card_number_however_written(written):
    text = f"打到银行卡{written}，请查收。"
    assert texts(cards.bank_cards(text)) == [written]


@pytest.mark.parametrize(
    "number", ["6222021234567890127", "1234567890123452", "62220212345678901280000", "6901234567892"]
)
def test_what_cannot_be_a_card_number(number):
    assert cards.bank_cards(f"编号{number}。") == []


def test_id_number_that_passes_as_a_card_is_an_id_number():
    # 622... is no province of a card holder by chance: Gansu's codes begin with 62.
    number = next(
        candidate
        for serial in range(1000)
        for check in "0123456789X"
        if identity.is_resident_id(candidate := f"62230119900101{serial:03}{check}")
        and cards.is_card(candidate)
    )
    assert texts(identity.resident_ids(number)) == [number]
    assert cards.bank_cards(f"号码{number}") == []


@pytest.mark.parametrize(
    "written", ["13877212345", "138 7721 2345", "138-7721-2345", "１３８７７２１２３４５", "19912345678"]
)
def test_mobile_number_however_written(written):
    for text in (f"联系电话{written}，", f"电话：+86 {written}", f"电话（0086-{written}）"):
        assert texts(phones.mobile_numbers(text)) == [written]


@pytest.mark.parametrize(
    "text", ["45022319780512124X", "单号138772123456", "6222138772123451234", "12877212345"]
)
def test_what_is_no_mobile_number(text):
    assert phones.mobile_numbers(text) == []


@pytest.mark.parametrize(
    "written",
    [
        "0772-2821234",
        "（0772）2821234",
        "0772 282 1234",
        "０７７２－２８２１２３４",
        "010-12345678转801",
        "07722821234",
    ],
)
def test_landline_however_written(written):
    assert texts(phones.landlines(f"办公电话{written}。")) == [written]


def test_mail_addresses_of_persons_and_of_offices():
    text = "邮箱weimou@example.com、12345@qq.com、fulian@lzfl.gov.cn、a@b"
    assert texts(contacts.emails(text)) == ["weimou@example.com", "12345@qq.com", "fulian@lzfl.gov.cn"]
    assert [contacts.is_personal_email(one.text) for one in contacts.emails(text)] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("家住文昌路12号", "文昌路12号"),
        ("住在中山街5-2号3栋2单元501室", "中山街5-2号3栋2单元501室"),
        ("小区3栋2单元501", "3栋2单元501"),
        ("大寨屯18号", "大寨屯18号"),
        ("6栋302室的王阿姨", "6栋302室"),
    ],
)
def test_addresses_below_the_township(text, found):
    (match,) = contacts.addresses(text)
    assert match.text == found


def test_an_address_that_was_made_anonymous_is_none():
    assert contacts.addresses("家住鹿寨县某村某屯12号，因病致贫") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("好。。", [("。。", "。")]),
        ("好，，坏", [("，，", "，")]),
        ("好！！！", [("！！！", "！")]),
        ("好，。坏", [("，。", "")]),
        ("妇女,儿童", [(",", "，")]),
        ("时间:上午", [(":", "：")]),
        ("会议(扩大)召开", [("(", "（"), (")", "）")]),
        ("完成.下一步", [(".", "。")]),
    ],
)
def test_punctuation_faults(text, found):
    assert [(fault.text, fault.better) for fault in punctuation_faults(text)] == found


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("13877212345", "138****2345"),
        ("138 7721 2345", "138****2345"),
        ("１３８７７２１２３４５", "138****2345"),
        ("45022319780512124x", "450223********124X"),
        ("6222 0212 3456 7890 128", "6222***********0128"),
        ("（0772）2821234", "0772-****234"),
        ("weimou@qq.com", "w***@qq.com"),
    ],
)
def test_masked(written, shown):
    assert masked(written) == shown
    for detect in (
        identity.resident_ids,
        cards.bank_cards,
        phones.mobile_numbers,
        phones.landlines,
        contacts.emails,
    ):
        assert detect(f"电话{shown}。") == []


def test_words_longest_first_and_with_exceptions():
    words = WordList(
        [
            ("妇联会", "甲", "妇联", ("妇联会议",)),
            ("建国", "乙", "", ()),
            ("建国以来", "丙", "新中国成立以来", ()),
        ]
    )
    text = "妇联会召开妇联会议，建国以来，建国。"
    assert [(one.text, one.reason, one.start) for one in words.find(text)] == [
        ("妇联会", "甲", 0),
        ("建国以来", "丙", 10),
        ("建国", "乙", 15),
    ]
    assert WordList([]).find(text) == []


def test_starting_words_are_sound():
    entries = starting_words()
    assert len({one.word for one in entries}) == len(entries) >= 30
    for one in entries:
        one.clean()
        assert one.reason
        assert texts(WORDS.find(one.better)) == [], one.word
