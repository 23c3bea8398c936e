"""Articles about two states: he whose counterpart is of the one is of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.mentions.people.pieces import Piece, Text
from kg.mentions.people.roster import Person

_COUNTERPARTS = frozenset(("counterpart", "colleague"))
_OWN = frozenset(("his", "her"))
_FEW = 2


def two_states(texts: Sequence[Text]) -> frozenset[str]:
    """The two states that an article is about: all others are told of less than half as often."""
    told = Counter(w.geography.country for text in texts for w in text.words if w.geography and w.geography.country)
    ranked = [*told.most_common(3), ("", 0), ("", 0), ("", 0)]
    (one, _), (other, least), (_, third) = ranked[:3]
    return frozenset((one, other)) if least >= _FEW and least >= 2 * third else frozenset()


def states_by_sides(
    persons: Sequence[Person], texts: Sequence[Text], states: Mapping[int, Any]
) -> Iterator[tuple[Person, str]]:
    """The stateless whose counterpart is of one of the two states: they are of the other."""
    both = two_states(texts)
    if not both:
        return
    for person in persons:
        if states[id(person)]:
            continue
        for piece in person.pieces:
            theirs = _state_of_counterpart(piece)
            if theirs in both:
                yield person, next(state for state in both if state != theirs)
                break


def _state_of_counterpart(piece: Piece) -> str | None:
    """The state of the counterpart in "X and his Danish counterpart", "X met her Danish counterpart"."""
    words = piece.text.words
    for at in range(piece.last, min(piece.last + 6, len(words) - 2)):
        if words[at].key in _OWN:
            mention = words[at + 1].geography
            counterpart = words[at + 2].key in _COUNTERPARTS
            return mention.country if mention is not None and counterpart else None
        if words[at].text in ".;":
            return None
    return None
