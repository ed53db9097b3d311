"""E-mail addresses, and postal addresses below the township."""

import re

from .match import Match

_EMAIL = re.compile(
    r"(?<![A-Za-z0-9._%+\-])[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63} ?[@＠] ?(?:[A-Za-z0-9\-]+\.)+[A-Za-z]{2,}(?![A-Za-z0-9])"
)
# Addresses of authorities, schools and organisations belong to an office.
OFFICIAL = (".gov.cn", ".edu.cn", ".org.cn")
_NUMBER = "[0-9０-９一二三四五六七八九十百]{1,6}"
_DIGITS = "[0-9０-９]{1,4}"  # 三号 is a name more often than a house
_ADDRESS = re.compile(
    rf"(?:[\u4e00-\u9fff]{{1,10}}?(?:路|街|巷|弄|胡同|里|屯|寨|组|队|村|小区|花园|苑)){_DIGITS}(?:[-－—]{_DIGITS})*号(?![线段位台文码次点机井桥库田地车棚馆店厂])"
    rf"(?:院|大院)?(?:{_NUMBER}(?:栋|幢|座|号楼))?(?:{_NUMBER}单元)?(?:{_NUMBER}(?:楼|层))?(?:{_NUMBER}(?:室|房|户))?"
    rf"|{_NUMBER}(?:栋|幢|号楼){_NUMBER}单元(?:{_NUMBER}(?:楼|层))?(?:{_NUMBER}(?:号|室|房|户)?)?"
    rf"|{_NUMBER}(?:栋|幢|号楼)(?:{_NUMBER}(?:室|房|户))"
)
_LEADS = re.compile("(?:.*(?:住在|家住|搬到|位于|住|在))?")
ANONYMOUS = "某"


def emails(text: str) -> list[Match]:
    """Return where *text* has e-mail addresses."""
    return [Match.of(text, found.start(), found.end()) for found in _EMAIL.finditer(text)]


def is_personal_email(address: str) -> bool:
    """Whether *address* is not that of an authority, a school or an organisation."""
    domain = "." + re.split("[@＠]", address)[-1].strip().lower()
    return not domain.endswith(OFFICIAL)


def addresses(text: str) -> list[Match]:
    """Return where *text* names a house or a room; one that was made anonymous by 某 is none."""
    return [
        Match.of(text, found.start() + _LEADS.match(found.group()).end(), found.end())
        for found in _ADDRESS.finditer(text)
        if ANONYMOUS not in text[max(found.start() - 6, 0) : found.end()]
    ]
