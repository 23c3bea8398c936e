"""The weights of kg/events/confidence.py. Made by scripts/fit_confidence.py; not to be edited.

Fitted on 322 events of 53 articles.
"""

from __future__ import annotations

INTERCEPT = 1.865
WEIGHTS: dict[str, float] = {
    "bodies": -0.789,
    "certainty": 1.885,
    "document_named": 0.764,
    "elsewhere": -0.924,
    "in_group": 0.229,
    "in_title": -0.998,
    "long_sentence": -0.463,
    "many_actors": 0.492,
    "never_together": -1.108,
    "not_by_name": -0.894,
    "other_candidates": -1.465,
    "reports": 0.046,
    "states": -1.473,
    "statuses_differ": -0.205,
    "title_only": -1.534,
    "type_Call": 1.378,
    "type_Meeting": -1.109,
    "type_Signing": 0.412,
    "type_Visit": -0.551,
    "undated": -0.984,
}
