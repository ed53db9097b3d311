"""Words on the federation's list, and punctuation."""

from collections.abc import Iterator
from functools import lru_cache

from ..words import current_words
from .detectors.punctuation import punctuation_faults
from .detectors.words import WordList
from .findings import Finding, Severity
from .subject import Subject

_compiled = lru_cache(maxsize=4)(WordList)


def wording(subject: Subject) -> Iterator[Finding]:
    """Words to avoid, with the reason and the better ones."""
    words = _compiled(current_words())
    for text in subject.texts:
        for match in words.find(text.text):
            message = f"“{match.text}”：{match.reason}"
            if match.better:
                message = f"{message.rstrip('。')}，建议改为“{match.better}”。"
            yield Finding("wording", Severity.WARNING, text.place.problem(message), match.text, match.better)


def punctuation(subject: Subject) -> Iterator[Finding]:
    """Repeated punctuation, and half-width punctuation between Chinese characters."""
    for text in subject.texts:
        for fault in punctuation_faults(text.text):
            around = text.text[max(fault.start - 4, 0) : fault.end + 4].replace("\n", " ")
            message = f"“{around}”：{fault.advice}"
            found = text.text[max(fault.start - 1, 0) : fault.end + 1]
            better = found.replace(fault.text, fault.better) if fault.better else ""
            yield Finding("punctuation", Severity.WARNING, text.place.problem(message), found, better)
