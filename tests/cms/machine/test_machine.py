"""Whatever staff do, in whatever order, only what both approved is public (PRODUCT 4)."""

import logging

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from pages.checks import pictures

from .machine import make_machine
from .scene import build
from .stats import STATS

LENGTH = 50  # steps of one journey


@pytest.mark.django_db
def test_the_rule_holds_after_every_step(request, caplog, monkeypatch):
    # Small pictures are quick; warnings about them would close all ways of approving but the review screen.
    monkeypatch.setattr(pictures, "SMALLEST", 64)
    caplog.set_level(logging.CRITICAL, logger="django.request")
    world = build()
    STATS.begin()
    steps = request.config.machine_steps
    run_state_machine_as_test(
        make_machine(world),
        settings=settings(
            max_examples=max(1, -(-steps // LENGTH)),
            stateful_step_count=min(LENGTH, steps),
            derandomize=True,
            database=None,
            deadline=None,
            report_multiple_bugs=False,
            # Shrinking takes minutes; the message has the whole journey anyway.
            phases=[Phase.generate, Phase.shrink] if request.config.machine_shrink else [Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    print("\n".join(["", *STATS.lines()]))
