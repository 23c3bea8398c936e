"""Who is named before a place of the article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from kg.mentions.people.pieces import Piece
from kg.mentions.people.roster import Person

_REACH = 2  # paragraphs back to the person that a description stands for


class Surroundings:
    """All pieces that were handed out, in reading order, to look for the person before."""

    def __init__(self, persons: Sequence[Person]) -> None:
        pairs = [(_place(piece), piece, person) for person in persons for piece in person.pieces]
        pairs.sort(key=lambda pair: pair[0])
        self._places = [place for place, _, _ in pairs]
        self._pairs = [(piece, person) for _, piece, person in pairs]

    def before(self, segment: int, token: int) -> Iterator[tuple[Piece, Person]]:
        """The pieces before a token, the nearest first, no farther than two paragraphs back."""
        at = bisect_left(self._places, (segment, token)) - 1
        while at >= 0 and segment - self._places[at][0] <= _REACH:
            yield self._pairs[at]
            at -= 1

    def within(self, segment: int) -> list[tuple[Piece, Person]]:
        """The pieces of a paragraph, in reading order."""
        first, last = bisect_left(self._places, (segment, 0)), bisect_left(self._places, (segment + 1, 0))
        return self._pairs[first:last]


def _place(piece: Piece) -> tuple[int, int]:
    return piece.text.segment.index, piece.start
