"""Kinds of step and checks that are left out for now, each with the reason.

A kind named here is not taken at all; a check named here does not fail. Empty is how it should be.
"""

KINDS: dict[str, str] = {}
CHECKS: dict[str, str] = {}
