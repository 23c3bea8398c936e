"""`kg.load`: a workspace's graph into a store."""

from __future__ import annotations

from kg.pipeline.load import LoadReport, Mode, load

__all__ = ["LoadReport", "Mode", "load"]
