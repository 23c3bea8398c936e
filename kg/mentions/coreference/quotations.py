"""Which tokens of a paragraph stand between quotation marks."""

from __future__ import annotations

from spacy.strings import get_string_id

from kg.annotation.annotated import Segment

_KEYS = frozenset(get_string_id(mark) for mark in ("“", "``", '"', "''"))


def quotes_of(segment: Segment) -> dict[int, int]:
    """The tokens within double quotation marks, each with the index of the mark that opens it."""
    if _KEYS.isdisjoint(segment.doc.to_array("ORTH").tolist()):
        return {}
    inside: dict[int, int] = {}
    opened: int | None = None
    for token in segment.doc:
        mark = token.text
        if mark in ("“", "``") or (mark in ('"', "''") and opened is None):
            opened = token.i
        elif mark in ("”", "''", '"'):
            opened = None
        elif opened is not None:
            inside[token.i] = opened
    return inside
