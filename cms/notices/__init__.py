"""Mails about the review: each transition to exactly those concerned (docs/decisions/0015)."""
