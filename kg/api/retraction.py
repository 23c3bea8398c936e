"""`kg.retract`: articles out of a workspace."""

from __future__ import annotations

from kg.pipeline.retraction import Retraction, retract

__all__ = ["Retraction", "retract"]
