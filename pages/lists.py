"""Filtering of the public lists by plain links, and the numbers on them.

However many filters a list has, and however long it is, one query counts all chips.
"""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import CharField, Count, F, QuerySet, TextField, Value
from django.db.models.functions import Cast
from django.http import QueryDict

from . import queries
from .addresses import with_query
from .hooks import Choice, ListFilter, ListType

Chosen = dict[str, Choice]


class Labels:
    """What the choices of one request are named by; each is asked for once."""

    def __init__(self, query: QueryDict) -> None:
        self.query = query

    @cached_property
    def counties(self) -> list:
        """All counties."""
        return list(queries.counties())

    @cached_property
    def terms(self) -> list:
        """The choices of all vocabularies."""
        return list(queries.terms())

    @cached_property
    def sites(self) -> list:
        """Published sites of the county that was asked for; none without one."""
        code = self.query.get("county")
        county = next((one for one in self.counties if one.code == code), None)
        return list(queries.site_names(county)) if county else []


@dataclass(frozen=True)
class Chip:
    """A link that narrows, widens or changes the list; *count* is what it would then have."""

    label: str
    url: str
    current: bool
    count: int


@dataclass(frozen=True)
class ChipGroup:
    label: str
    chips: list[Chip]
    folded: bool = False


@dataclass(frozen=True)
class Selection:
    """What a query asks of a list.

    *query* has only what the list understands. *removals* lead out of an empty result: each takes one filter away.
    """

    queryset: QuerySet
    count: int
    query: QueryDict
    groups: list[ChipGroup] = field(default_factory=list)
    removals: list[Chip] = field(default_factory=list)

    @property
    def open_groups(self) -> list[ChipGroup]:
        """The groups that are always in sight."""
        return [group for group in self.groups if not group.folded]

    @property
    def folded_groups(self) -> list[ChipGroup]:
        """The groups that are put away."""
        return [group for group in self.groups if group.folded]

    @property
    def unfolded(self) -> bool:
        """Whether one of those that are put away is in use."""
        return any(chip.current and chip.url for group in self.folded_groups for chip in group.chips[1:])


def narrow(list_type: ListType, query: QueryDict) -> Selection:
    """Return what *query* asks for, with the chips; unknown values are ignored, not errors.

    The number on a chip is that of the results if it were chosen beside the other filters; chips that would lead to
    nothing are left out unless they are chosen already.
    """
    labels = Labels(query)
    choices = {one.name: one.choices(labels) for one in list_type.filters}
    chosen = _chosen(list_type, choices, query)
    known = QueryDict(mutable=True)
    for name, choice in chosen.items():
        known[name] = choice.value
    counts = _counts(list_type, chosen)
    groups, removals = [], []
    for one in list_type.filters:
        chips = [
            Chip(
                choice.label,
                _url(list_type, known, one, choice.value),
                choice is chosen.get(one.name),
                number,
            )
            for choice in choices[one.name]
            if (number := counts.get((one.name, str(choice.stored)), 0)) or choice is chosen.get(one.name)
        ]
        if one.optional and chips:
            number = counts.get((one.name, ""), counts[TOTAL])
            every = Chip("全部", _url(list_type, known, one, ""), one.name not in chosen, number)
            chips = [every, *chips]
            if one.name in chosen:
                words = f"{one.label}：{chosen[one.name].label}"
                removals.append(Chip(words, every.url, False, number))
        if chips:
            groups.append(ChipGroup(one.label, chips, one.folded))
    listed = _narrowed(list_type.filters, list_type.queryset(), chosen)
    return Selection(listed, counts[TOTAL], known, groups, removals)


TOTAL = ("", "")


def _chosen(list_type: ListType, choices: dict[str, list[Choice]], query: QueryDict) -> Chosen:
    found: Chosen = {}
    for one in list_type.filters:
        choice = next((c for c in choices[one.name] if c.value == query.get(one.name)), None)
        if choice and (not one.within or one.within in found):
            found[one.name] = choice
    return found


def _narrowed(filters: list[ListFilter], queryset: QuerySet, chosen: Chosen) -> QuerySet:
    for one in filters:
        if one.name in chosen:
            queryset = queryset.filter(**{one.lookup or one.group: chosen[one.name].stored})
    return queryset


def _without(list_type: ListType, one: ListFilter, chosen: Chosen) -> Chosen:
    """*chosen* but for *one* and what means nothing without it."""
    dropped = {one.name, *(other.name for other in list_type.filters if other.within == one.name)}
    return {name: choice for name, choice in chosen.items() if name not in dropped}


def _counts(list_type: ListType, chosen: Chosen) -> dict[tuple[str, str], int]:
    """Results by filter and choice, ``(name, "")`` without this filter, and ``TOTAL``; all in one query."""
    plain = list_type.plain or list_type.queryset

    def tally(chosen: Chosen, name: str, group: object = None) -> QuerySet:
        rows = _narrowed(list_type.filters, plain(), chosen)
        rows = rows.order_by().select_related(None).prefetch_related(None)
        key = Value("") if group is None else F(group) if isinstance(group, str) else group
        rows = rows.annotate(chip_of=Cast(Value(name, CharField()), TextField()), chip=Cast(key, TextField()))
        return rows.values_list("chip_of", "chip").annotate(chip_count=Count("pk"))

    tallies = [tally(chosen, "")]
    for one in list_type.filters:
        others = _without(list_type, one, chosen)
        tallies.append(tally(others, one.name, one.group))
        if one.name in chosen:
            tallies.append(tally(others, one.name))
    rows = tallies[0].union(*tallies[1:], all=True)
    found = {(name, key): number for name, key, number in rows if key is not None}
    return {TOTAL: 0} | found


def _url(list_type: ListType, known: QueryDict, one: ListFilter, value: str) -> str:
    parameters = known.copy()
    for other in list_type.filters:
        if other is one or other.within == one.name:
            parameters.pop(other.name, None)
    if value:
        parameters[one.name] = value
    return with_query(parameters)
