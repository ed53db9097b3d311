"""How many steps to run, and what was tried, in the terminal summary.

``--machine-steps N`` works where this directory is named on the command line; ``MACHINE_STEPS=N`` always.
"""

import os

from .stats import STATS

NORMAL = 200


def pytest_addoption(parser):
    parser.addoption("--machine-steps", type=int, default=None, help="steps of the publishing-rule machine")


def pytest_configure(config):
    config.machine_steps = steps(config)


def steps(config) -> int:
    """Number of steps asked for: the option, the environment, or what the normal suite runs."""
    asked = config.getoption("--machine-steps", default=None)
    return asked or int(os.environ.get("MACHINE_STEPS", NORMAL))


def pytest_terminal_summary(terminalreporter):
    if STATS.steps:
        terminalreporter.section("machine of the publishing rule")
        for line in STATS.lines():
            terminalreporter.write_line(line)
