"""`kg.stats`: what a workspace holds, and what its runs did."""

from __future__ import annotations

from kg.graph.census import Census
from kg.pipeline.stats import ExtractorUse, Stats, stats
from kg.workspace.counts import RecordCounts, RunSummary

__all__ = ["Census", "ExtractorUse", "RecordCounts", "RunSummary", "Stats", "stats"]
