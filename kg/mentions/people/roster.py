"""Who is in the article: accepted names, forms of one name joined, each piece given to its person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.mentions.people.evidence import Evidence
from kg.mentions.people.given_names import given_names
from kg.mentions.people.lexicon import SUFFIXES
from kg.mentions.people.pieces import Piece
from kg.mentions.people.same_person import Key, core, same_person


@dataclass(slots=True)
class Person:
    """One human being of the article, while the pieces are being handed out."""

    key: Key
    forms: dict[Key, str] = field(default_factory=dict)
    pieces: list[Piece] = field(default_factory=list)
    nobility: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    genders: set[str] = field(default_factory=set)

    def takes(self, key: Key, nobility: set[str]) -> bool:
        """Whether a shorter form can be this person's: "King Salman" is no short form of "Mohammed bin Salman"."""
        if core(key) == core(self.key):
            return True
        if key in self.forms and not nobility:
            return True
        if len(core(key)) == 1 and nobility:  # not the given name of the one and the father's of the other
            return core(key)[0] == core(self.key)[0] and bool(nobility & self.nobility)
        return same_person(key, self.key, by_given_name=True)


def people_of(evidence: Evidence) -> list[Person]:
    """The persons, fullest names first, and each piece with the person it stands for."""
    persons: list[Person] = []
    for key in sorted(evidence.accepted(), key=lambda k: _rank(k, evidence)):
        nobility = evidence.nobility(key)
        same = [person for person in persons if person.takes(key, nobility)] or _known_as(key, evidence, persons)
        if len(same) > 1 and len(core(key)) > 1:
            same = _closest(key, same)
        if not same:
            same = [Person(key)]
            persons.extend(same)
        if len(same) == 1:
            same[0].forms.setdefault(key, _text(evidence.places[key]))
            same[0].nobility |= nobility
            if len(core(key)) > 1:
                _note_titles(same[0], evidence.places[key], evidence)
    return persons


def _note_titles(person: Person, places: Iterable[Piece], evidence: Evidence) -> None:
    """Keep what the titles before the full name tell: offices, gender."""
    for piece in places:
        title = evidence.titles.get(id(piece))
        if title is None:
            continue
        if title.gender is not None:
            person.genders.add(title.gender)
        if title.is_office:
            person.offices.add(title.head)


def _known_as(key: Key, evidence: Evidence, persons: list[Person]) -> list[Person]:
    """The person that "known as X", "nicknamed X" is about: the one named right before."""
    for piece in evidence.places[key]:
        before = [word.key for word in piece.text.words[max(0, piece.first - 2) : piece.first]]
        if before[-2:] not in (["known", "as"], [",", "alias"]) and before[-1:] not in (["nicknamed"], ["dubbed"]):
            continue
        near = range(max(0, piece.first - 10), piece.first)
        for person in persons:
            if any(p.text is piece.text and p.last - 1 in near for form in person.forms for p in evidence.places[form]):
                person.forms.setdefault(key, _text([piece]))
                return [person]
    return []


def _fullness(key: Key) -> int:
    """How full a name is: its words, an initial or a particle counting less than another."""
    return sum(10 if len(word) > 2 else 9 for word in key if word not in SUFFIXES)


def _rank(key: Key, evidence: Evidence) -> tuple[int, int, bool, int, int]:
    """The fullest first, then the most frequent, then given name before surname, then the first in the text."""
    places = evidence.places[key]
    first = places[0]
    return -_fullness(key), -len(places), key[0] not in given_names(), first.text.segment.index, first.start


def _closest(key: Key, persons: list[Person]) -> list[Person]:
    """Those with the same ends; the first of them."""
    one = core(key)
    same = [p for p in persons if core(p.key)[-1] == one[-1] and core(p.key)[0] == one[0]]
    return (same or persons)[:1]


def _text(pieces: Iterable[Piece]) -> str:
    texts = [" ".join(word.text for word in piece.words) for piece in pieces]
    return next((text for text in texts if not text.isupper()), texts[0])
