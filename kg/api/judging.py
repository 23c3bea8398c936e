"""`kg.judge`, `kg.undo`, `kg.judgements`, `kg.why`: who is one with whom, by the machine and by people."""

from __future__ import annotations

from kg.pipeline.explaining import Explanation, judgements, why
from kg.pipeline.judging import judge, undo
from kg.workspace.judgement import Judgement, Verdict

__all__ = ["Explanation", "Judgement", "Verdict", "judge", "judgements", "undo", "why"]
