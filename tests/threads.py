"""Several runs at the same moment, each with a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection

RUNS = 4


def at_once(run: Callable[[Barrier], object]) -> list:
    """Run *run* in ``RUNS`` threads, all of which have come to its barrier before one goes on."""
    barrier = Barrier(RUNS, timeout=60)

    def thread(_) -> object:
        try:
            return run(barrier)
        finally:
            connection.close()

    with ThreadPoolExecutor(RUNS) as threads:
        return list(threads.map(thread, range(RUNS)))
