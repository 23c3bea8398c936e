"""The weights of kg/events/confidence.py. Made by scripts/fit_confidence.py; not to be edited.

Fitted on 323 events of 53 articles.
"""

from __future__ import annotations

INTERCEPT = 1.64
WEIGHTS: dict[str, float] = {
    "bodies": -0.798,
    "certainty": 2.068,
    "document_named": 0.741,
    "elsewhere": -0.924,
    "in_group": 0.263,
    "in_title": -1.021,
    "long_sentence": -0.544,
    "many_actors": 0.473,
    "never_together": -1.056,
    "not_by_name": -0.650,
    "other_candidates": -1.432,
    "reports": -0.153,
    "states": -1.347,
    "statuses_differ": 0.020,
    "title_only": -1.577,
    "type_Call": 1.337,
    "type_Meeting": -1.130,
    "type_Signing": 0.326,
    "type_Visit": -0.439,
    "undated": -0.869,
}
