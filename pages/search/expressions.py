"""What is looked for, as a tree of tokens that each database is told in its own words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

MOST_COMBINED = 6


@dataclass(frozen=True)
class Token:
    """One token of the index, or all that begin with it."""

    text: str
    prefix: bool = False


@dataclass(frozen=True)
class All:
    parts: tuple


@dataclass(frozen=True)
class Any:
    parts: tuple


@dataclass(frozen=True)
class Except:
    """What *wanted* finds without what *unwanted* finds."""

    wanted: object
    unwanted: object


Expression = Token | All | Any | Except
NOTHING = Any(())


def all_of(parts: Iterable[Expression]) -> Expression:
    """Return what every one of *parts* finds; nothing without any."""
    return _join(All, parts)


def any_of(parts: Iterable[Expression]) -> Expression:
    """Return what at least one of *parts* finds; nothing without any."""
    return _join(Any, (part for part in parts if part != NOTHING))


def at_least(number: int, parts: list[Expression]) -> Expression:
    """Return what at least *number* of *parts* find; of many parts, what any one finds."""
    if number <= 1 or len(parts) > MOST_COMBINED:
        return any_of(parts)
    return any_of(all_of(some) for some in combinations(parts, number))


def leaves(expression: Expression) -> Iterator[Token]:
    """Yield the tokens that *expression* looks for, without those that it excludes."""
    if isinstance(expression, Token):
        yield expression
    elif isinstance(expression, Except):
        yield from leaves(expression.wanted)
    else:
        for part in expression.parts:
            yield from leaves(part)


def _join(kind, parts: Iterable[Expression]) -> Expression:
    flat = (
        inner for part in parts for inner in (part.parts if isinstance(part, kind) and part.parts else [part])
    )
    unique = tuple(dict.fromkeys(flat))
    if not unique:
        return NOTHING
    if kind is All and NOTHING in unique:
        return NOTHING
    return unique[0] if len(unique) == 1 else kind(unique)
