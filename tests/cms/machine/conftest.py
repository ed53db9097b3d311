"""How many steps to run, and what was tried, in the terminal summary.

``--machine-steps N`` and ``--machine-shrink`` work where this directory is named on the command line;
``MACHINE_STEPS=N`` and ``MACHINE_SHRINK=1`` always.
"""

import os

from .stats import STATS

NORMAL = 120


def pytest_addoption(parser):
    parser.addoption("--machine-steps", type=int, default=None, help="steps of the publishing-rule machine")
    parser.addoption("--machine-shrink", action="store_true", help="look for the shortest journey that fails")


def pytest_configure(config):
    config.machine_steps = steps(config)
    shrink = config.getoption("--machine-shrink", default=False)
    config.machine_shrink = shrink or os.environ.get("MACHINE_SHRINK") == "1"


def steps(config) -> int:
    """Number of steps asked for: the option, the environment, or what the normal suite runs."""
    asked = config.getoption("--machine-steps", default=None)
    return asked or int(os.environ.get("MACHINE_STEPS", NORMAL))


def pytest_terminal_summary(terminalreporter):
    if STATS.steps:
        terminalreporter.section("machine of the publishing rule")
        for line in STATS.lines():
            terminalreporter.write_line(line)
