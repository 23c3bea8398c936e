"""The weights of kg/events/confidence.py. Made by scripts/fit_confidence.py; not to be edited."""

from __future__ import annotations

INTERCEPT = 2.0
WEIGHTS: dict[str, float] = {}
