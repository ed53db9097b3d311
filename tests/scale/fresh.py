"""One build in a fresh process, with what it cost: ``python -m tests.scale.fresh MODULE YEAR TARGET MEDIA``.

Prints JSON: seconds, peak memory before and after in MB, and what it told about its progress.
"""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

import django


def peak() -> int:
    """Highest resident memory of this process in MB.

    Not by ``getrusage``: its figure begins with that of the process which started this one.
    """
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def main(module: str, year: str, target: str, media: str) -> None:
    django.setup()
    from django.conf import settings

    from reports.exports.scope import Scope

    settings.MEDIA_ROOT = media
    progress: list[tuple[int, int]] = []
    before, began = peak(), time.perf_counter()
    import_module(module).build(
        Scope(int(year)),
        Path(target),
        lambda *step: progress.append(step),
    )
    seconds = time.perf_counter() - began
    print(json.dumps({"seconds": seconds, "before": before, "peak": peak(), "progress": progress}))


if __name__ == "__main__":
    main(*sys.argv[1:])
