"""What was tried and what came of it."""

import time
from collections import Counter

# What must be reached for a run to say anything.
WANTED = (
    "submit", "resubmit", "lead approve", "lead return", "city approve", "city return", "hand back",
    "take back", "withdrawal", "republish", "city-level publish",
)  # fmt: skip


class Stats:
    """Counts of one test session."""

    def __init__(self) -> None:
        self.steps = 0
        self.examples = 0
        self.failed_at = 0
        self.tried: Counter[str] = Counter()
        self.took_effect: Counter[str] = Counter()
        self.reached: Counter[str] = Counter()
        self.started = time.monotonic()
        self.stopped = self.started
        self.cpu_started = self.cpu_stopped = time.process_time()

    def begin(self) -> None:
        """Start the clock, when the world stands."""
        self.__init__()

    def count(self, kind: str, effect: bool) -> None:
        """One step of *kind*; *effect* says whether anything in the database changed by it."""
        self.steps += 1
        self.tried[kind] += 1
        self.took_effect[kind] += effect
        self.stopped = time.monotonic()
        self.cpu_stopped = time.process_time()

    def lines(self) -> list[str]:
        """The summary."""
        seconds = max(self.stopped - self.started, 0.001)
        cpu = max(self.cpu_stopped - self.cpu_started, 0.001)
        head = (
            f"{self.steps} steps in {self.examples} journeys, {seconds:.1f} s ({cpu:.1f} s of CPU), "
            f"{self.steps / seconds:.1f} steps/s ({self.steps / cpu:.1f} by CPU)"
        )
        reached = ", ".join(f"{name} {self.reached[name]}" for name in WANTED)
        rows = [
            f"  {kind:<34}{self.tried[kind]:>6} tried{self.took_effect[kind]:>6} took effect"
            for kind in sorted(self.tried)
        ]
        if self.failed_at:
            head += f"; first failure after {self.failed_at} steps"
        return [head, f"reached: {reached}", *rows]


STATS = Stats()
