"""`kg.build`: articles into a workspace."""

from __future__ import annotations

from kg.pipeline.build import build

__all__ = ["build"]
