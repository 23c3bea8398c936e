"""The weights of kg/events/confidence.py. Made by scripts/fit_confidence.py; not to be edited.

Fitted on 359 events of 58 articles.
"""

from __future__ import annotations

INTERCEPT = 2.901
WEIGHTS: dict[str, float] = {
    "bodies": 0.009,
    "certainty": 0.193,
    "document_named": 0.305,
    "elsewhere": 0.041,
    "in_group": -0.250,
    "in_title": -0.071,
    "long_sentence": -0.270,
    "many_actors": 0.293,
    "never_together": 0.052,
    "not_by_name": -0.295,
    "other_candidates": -0.268,
    "reports": -0.007,
    "states": -0.856,
    "statuses_differ": -0.128,
    "title_only": -0.302,
    "type_Call": 0.320,
    "type_Meeting": -0.865,
    "type_Signing": 0.334,
    "type_Visit": 0.208,
    "undated": -0.299,
}
