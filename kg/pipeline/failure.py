"""What went wrong with one input."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no facts: where it was, and why; `message` says both, for people."""

    origin: str
    message: str
