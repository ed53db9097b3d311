"""The move of one part: many files at a time, in a journal, broken off and taken up again at will."""

from collections import Counter, deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from .copying import Outcome, Result, bring
from .journal import Journal
from .parts import Part
from .places import Place

WORST = 12  # failures in a row to reach the store, after which going on makes no sense
AHEAD = 4  # files in waiting for each that is under way
NAMED = 20  # files that the report calls by name
TROUBLE = (Outcome.MISSING, Outcome.FAILED)

Told = Callable[[Result], None]


class StoreGone(Exception):
    """The store failed ``WORST`` times in a row; the message says why."""


@dataclass
class Tally:
    """What became of a part's files: numbers, bytes that are at the target, and some of those with trouble."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    size: int = 0
    withdrawn: int = 0
    deleted: int = 0
    troubles: list[str] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        return not any(self.outcomes[outcome] for outcome in TROUBLE)

    def add(self, result: Result) -> None:
        self.outcomes[result.outcome] += 1
        self.size += result.moved.size if result.moved else 0
        if result.outcome in TROUBLE and len(self.troubles) < NAMED:
            self.troubles.append(f"{result.name}：{result.why or result.outcome}")


@dataclass
class Move:
    """Brings the files of *part* from *source* to *target*, *workers* at a time."""

    part: Part
    source: Place
    target: Place
    journal: Journal
    workers: int = 4
    verify: bool = False
    tally: Tally = field(default_factory=Tally)

    def run(self, tell: Told) -> None:
        """Bring what is not there yet; *tell* hears of each file. Raises ``StoreGone``."""
        in_a_row = 0
        for result in self._results():
            if result.moved and result.outcome is not Outcome.DONE:
                self.journal.add(self.part.name, result.name, result.moved)
            self.tally.add(result)
            tell(result)
            in_a_row = in_a_row + 1 if result.unreachable else 0
            if in_a_row >= WORST:
                raise StoreGone(result.why)

    def _results(self) -> Iterator[Result]:
        waiting: deque[Future[Result]] = deque()
        with ThreadPoolExecutor(self.workers) as pool:
            try:
                for names in self.part.names():
                    known = self.journal.find(self.part.name, names)
                    for name in names:
                        task = (self.source, self.target, name, known.get(name), self.verify)
                        waiting.append(pool.submit(bring, *task))
                        if len(waiting) > self.workers * AHEAD:
                            yield waiting.popleft().result()
                while waiting:
                    yield waiting.popleft().result()
            finally:
                for future in waiting:
                    future.cancel()

    def forget_withdrawn(self) -> None:
        """Delete at the target what was brought and belongs to no row any more: withdrawn or deleted meanwhile."""
        for names in self.journal.names(self.part.name):
            kept = self.part.still_named(names)
            for name in names:
                if name not in kept:
                    self.target.delete(name)
                    self.journal.remove(self.part.name, name)
                    self.tally.withdrawn += 1

    def empty_source(self) -> None:
        """Delete at the source what is at the target for certain."""
        for names in self.journal.names(self.part.name):
            for name in names:
                if self.source.size(name) is not None:
                    self.source.delete(name)
                    self.tally.deleted += 1
