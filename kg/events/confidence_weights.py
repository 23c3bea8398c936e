"""The weights of kg/events/confidence.py. Made by scripts/fit_confidence.py; not to be edited.

Fitted on 355 events of 58 articles.
"""

from __future__ import annotations

INTERCEPT = 2.971
WEIGHTS: dict[str, float] = {
    "bodies": 0.008,
    "certainty": 0.164,
    "document_named": 0.322,
    "elsewhere": 0.017,
    "in_group": -0.288,
    "in_title": -0.091,
    "long_sentence": -0.291,
    "many_actors": 0.271,
    "never_together": 0.028,
    "not_by_name": -0.285,
    "other_candidates": -0.296,
    "reports": -0.028,
    "states": -0.882,
    "statuses_differ": -0.142,
    "title_only": -0.285,
    "type_Call": 0.325,
    "type_Meeting": -0.817,
    "type_Signing": 0.300,
    "type_Visit": 0.191,
    "undated": -0.390,
}
