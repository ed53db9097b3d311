"""Personal data that must not be published: blocking for ID and card numbers, to be confirmed for the rest."""

from collections.abc import Callable, Iterator

from .detectors import addresses, cards, contacts, identity, phones
from .detectors.masking import masked
from .detectors.match import Match
from .findings import Finding, Severity
from .reading import Text
from .subject import Subject

BLOCKING: list[tuple[str, Callable[[str], list[Match]], str]] = [
    ("id_number", identity.resident_ids, "有身份证号 {}，不能公开，请删去或只留首尾几位。"),
    ("bank_card", cards.bank_cards, "有银行卡号 {}，不能公开，请删去或只留首尾几位。"),
]
MOBILE = "有手机号 {}，公开前请征得本人同意，或者隐去中间四位。"
LANDLINE = "有电话号码 {}，不是本县区妇联的办公电话，请核对能否公开。"
EMAIL = "有个人邮箱 {}，请核对能否公开。"
ANONYMOUS, BEFORE = "某", 6  # 某村某屯12号 names nobody
ADDRESS = "“{}”写到了门牌或房号，个人住址只写到乡镇（街道）。"


def personal_data(subject: Subject) -> Iterator[Finding]:
    """Numbers, addresses and e-mail of persons in anything that readers would see."""
    for text in subject.texts:
        for check, detect, message in BLOCKING:
            for match in detect(text.text):
                yield _finding(check, Severity.BLOCKING, text, match, message)
        if not text.place.official:
            yield from _contacts(subject, text)


def _contacts(subject: Subject, text: Text) -> Iterator[Finding]:
    for match in phones.mobile_numbers(text.text):
        yield _finding("mobile", Severity.WARNING, text, match, MOBILE)
    for match in phones.landlines(text.text):
        if "".join(filter(str.isdigit, match.text)) not in subject.office_numbers:
            yield _finding("landline", Severity.WARNING, text, match, LANDLINE)
    for match in contacts.emails(text.text):
        if contacts.is_personal_email(match.text):
            yield _finding("email", Severity.WARNING, text, match, EMAIL)
    for match in addresses.addresses(text.text):
        if ANONYMOUS in text.text[max(match.start - BEFORE, 0) : match.end]:
            continue
        words = ADDRESS.format(masked(match.text))
        yield Finding("address", Severity.WARNING, text.place.problem(words), match.text)


def _finding(check: str, severity: Severity, text: Text, match: Match, message: str) -> Finding:
    hidden = masked(match.text)
    return Finding(check, severity, text.place.problem(message.format(hidden)), match.text, hidden)
