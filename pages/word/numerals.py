"""Word's number formats, as readers see them."""

from collections.abc import Callable

DIGITS = "〇一二三四五六七八九"
FORMAL = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
ROMAN += ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST = 9999


def numeral(number: int, format: str) -> str | None:
    """Return *number* in Word's *format*, None if the format is not known. Beyond a format's reach: decimal.

    >>> numeral(12, "chineseCounting"), numeral(3, "ideographTraditional")
    ('十二', '丙')
    """
    write = FORMATS.get(format)
    if write is None:
        return None
    if format == "none":
        return ""
    return (write(number) if 0 < number <= MOST else None) or str(number)


def counting(number: int, digits: str = DIGITS, units: str = "十百千") -> str:
    """Return *number* (1 to 9999) as it is said: 十二, 一百零五."""
    text, zero = "", False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += ("零" if zero and text else "") + digits[digit] + (units[power - 1] if power else "")
        zero = not digit
    if digits is DIGITS and 10 <= number < 20:
        return text.removeprefix("一")
    return text


def _counting_to_99(number: int) -> str:
    return counting(number) if number < 100 else "".join(DIGITS[int(digit)] for digit in str(number))


def _of(signs: str) -> Callable[[int], str | None]:
    return lambda number: signs[number - 1] if number <= len(signs) else None


def _letters(number: int) -> str | None:
    times, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (times + 1) if times < 5 else None


def _roman(number: int) -> str | None:
    if number > 3999:
        return None
    text = ""
    for worth, sign in ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text


def _upper(write: Callable[[int], str | None]) -> Callable[[int], str | None]:
    return lambda number: (write(number) or "").upper()


def _circled(number: int) -> str | None:
    return chr(0x2460 + number - 1) if number <= 20 else None


FORMATS: dict[str, Callable[[int], str | None]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": lambda number: str(number).translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"}),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": lambda number: f"（{number}）",
    "decimalEnclosedFullstop": lambda number: f"{number}.",
    "chineseCounting": _counting_to_99,
    "chineseCountingThousand": counting,
    "taiwaneseCounting": _counting_to_99,
    "taiwaneseCountingThousand": counting,
    "japaneseCounting": counting,
    "chineseLegalSimplified": lambda number: counting(number, FORMAL, "拾佰仟"),
    "ideographDigital": lambda number: "".join(DIGITS[int(digit)] for digit in str(number)),
    "japaneseDigitalTenThousand": lambda number: "".join(DIGITS[int(digit)] for digit in str(number)),
    "ideographTraditional": _of(STEMS),
    "ideographZodiac": _of(BRANCHES),
    "ideographEnclosedCircle": _of("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "lowerLetter": _letters,
    "upperLetter": _upper(_letters),
    "lowerRoman": _roman,
    "upperRoman": _upper(_roman),
    "ordinal": str,
    "none": lambda number: "",
}
