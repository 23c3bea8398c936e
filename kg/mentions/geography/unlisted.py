"""Places that no table has: the model's spans, where something beside its label says that a place is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.mentions.geography.entries import Entry, Trust
from kg.mentions.geography.judging import Found
from kg.mentions.geography.passage import PLACE_LABELS, Label, Passage
from kg.mentions.geography.scanning import Hit
from kg.mentions.mention import COUNTRY, PLACE, MentionKind

_SHAPE = re.compile(r"(?:the |The )?([A-Z][\w'-]*(?: (?:[A-Z][\w'-]*|de|del|la|el|al|of|the))*)")
_STREETS = re.compile(r"\b(?:Street|Avenue|Road|Hotel|Building|Hall|Room|University|Airport|Bridge|Stadium)$")

_NO_NAMES_TEXT = """North South East West League Union Republic State City Capital Region District Earth World Internet
    Web"""
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())


def unlisted_places(passage: Passage, found: Sequence[Found]) -> Iterator[Found]:
    """The passage's place labels that overlap no listed name and stand where a place stands."""
    people = {passage.text[x.start : x.end].split(" ")[-1] for x in passage.labels if x.label == "PERSON"}
    for label in passage.labels:
        if label.label not in PLACE_LABELS or any(h.start < label.end and label.start < h.end for h in passage.scanned):
            continue
        match = _SHAPE.fullmatch(passage.text[label.start : label.end])
        if (
            match is None
            or match.group(1).isupper()
            or match.group(1) in _NO_NAMES
            or match.group(1).split(" ")[-1] in people
        ):
            continue
        place = _place(passage, label, label.start + match.start(1), found)
        if place is not None:
            yield place


def _place(passage: Passage, label: Label, start: int, found: Sequence[Found]) -> Found | None:
    name = passage.text[start : label.end]
    hit = Hit(start, label.end, Entry(name, MentionKind.NAME, "", name, Trust.SIZE))
    state = _state(passage, hit, found)
    if passage.is_person(hit) or (state is None and not passage.is_in(hit) and not _STREETS.search(name)):
        return None
    return Found(start, label.end, MentionKind.NAME, f"{PLACE}:{name}", name, state)


def _state(passage: Passage, hit: Hit, found: Sequence[Found]) -> str | None:
    """The state that "X, Italy" or "the Italian town of X" gives."""
    if passage.state_sign(hit):
        return "US"
    for other in found:
        after = passage.text[hit.end : other.start] == ", " and other.kind is not MentionKind.DEMONYM
        before = Hit(other.start, other.end, hit.entry)
        if other.country and (after or (other.key.startswith(COUNTRY) and passage.follows(hit, before))):
            return other.country
    return None
