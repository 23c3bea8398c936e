"""The weights of kg/events/confidence.py. Made by scripts/fit_confidence.py; not to be edited.

Fitted on 326 events of 53 articles.
"""

from __future__ import annotations

INTERCEPT = 1.283
WEIGHTS: dict[str, float] = {
    "bodies": -2.151,
    "certainty": 1.991,
    "document_named": 0.675,
    "elsewhere": -0.938,
    "in_group": 0.034,
    "in_title": -1.654,
    "long_sentence": -0.415,
    "many_actors": 0.940,
    "never_together": -1.138,
    "not_by_name": -0.668,
    "other_candidates": -1.442,
    "reports": 0.158,
    "states": -1.294,
    "statuses_differ": -0.575,
    "title_only": -1.230,
    "type_Call": 0.756,
    "type_Meeting": -0.654,
    "type_Signing": 0.424,
    "type_Visit": -0.393,
    "undated": -0.918,
}
