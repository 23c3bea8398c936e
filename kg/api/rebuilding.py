"""`kg.rebuild`: a workspace's articles extracted again, and what that changed."""

from __future__ import annotations

from kg.pipeline.rebuilding.changes import Aspect, EventChange, EventState, Kind
from kg.pipeline.rebuilding.rebuild import rebuild
from kg.pipeline.rebuilding.report import RebuildReport

__all__ = ["Aspect", "EventChange", "EventState", "Kind", "RebuildReport", "rebuild"]
