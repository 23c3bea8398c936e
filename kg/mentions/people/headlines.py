"""People in headings whose capitals tell nothing: those of the body, and few others."""

from __future__ import annotations

from collections.abc import Sequence

from kg.mentions.people.evidence import Evidence
from kg.mentions.people.given_names import given_names, is_east_asian
from kg.mentions.people.lexicon import HUMAN_VERBS, NOT_NAMES
from kg.mentions.people.pieces import Piece, Text
from kg.mentions.people.roster import Person
from kg.mentions.people.same_person import Key, same_person
from kg.mentions.people.title_phrases import title_before
from kg.mentions.people.words import Label, Word

_LONGEST = 5


def read_headlines(texts: Sequence[Text], persons: list[Person], evidence: Evidence) -> None:
    """Find the known people in the texts; add whom only a headline names in full. Their titles go to the evidence."""
    for text in texts:
        _find_known(text, persons)
        for piece in _full_names(text):
            if not any(
                piece.first < p.last and p.first < piece.last for x in persons for p in x.pieces if p.text is text
            ):
                _add(piece, persons)
    for piece in (piece for person in persons for piece in person.pieces if piece.text.shouting):
        if (title := title_before(piece)) is not None:
            evidence.titles[id(piece)] = title


def _find_known(text: Text, persons: Sequence[Person]) -> None:
    owners: dict[Key, Person] = {key: person for person in persons for key in person.forms}
    for surname, bearers in _surnames(persons).items():
        if len(bearers) == 1 and surname not in NOT_NAMES:
            owners.setdefault((surname,), bearers[0])
    at = 0
    while at < len(text.words):
        at += _read_at(text, at, owners)


def _surnames(persons: Sequence[Person]) -> dict[str, list[Person]]:
    """Who bears each surname: headlines leave out given names that the body always has."""
    bearers: dict[str, list[Person]] = {}
    for person in persons:
        if len(person.key) > 1:
            surname = person.key[0 if is_east_asian(person.key) else -1]
            bearers.setdefault(surname, []).append(person)
    return bearers


def _read_at(text: Text, at: int, owners: dict[Key, Person]) -> int:
    """Take the longest known name that begins at a word; how many words were read."""
    for size in range(min(_LONGEST, len(text.words) - at), 0, -1):
        words = text.words[at : at + size]
        key = tuple(word.key for word in words)
        if key in owners and all(word.geography is None for word in words) and words[0].capitalised:
            owners[key].pieces.append(Piece(text, at, at + size, key))
            return size
    return 1


def _full_names(text: Text) -> list[Piece]:
    """What the model calls a person, where it begins with a given name and no word of it can be a verb."""
    found = []
    doc = text.segment.doc
    for entity in doc.ents:
        if entity.label_ != "PERSON" or text.segment.doc.text.isupper():
            continue
        inside = [at for at, word in enumerate(text.words) if entity.start <= word.start and word.end <= entity.end]
        words = [text.words[at] for at in inside]
        if 2 <= len(words) <= 4 and words[0].key in given_names() and all(_is_name(text, word) for word in words):
            found.append(Piece(text, inside[0], inside[-1] + 1, tuple(word.key for word in words)))
    return found


def _is_name(text: Text, word: Word) -> bool:
    if word.label in (Label.INITIAL, Label.PARTICLE):
        return True
    token = text.segment.doc[word.start]
    return word.label is Label.NAME and token.pos_ == "PROPN" and token.lemma_.lower().rstrip("s") not in HUMAN_VERBS


def _add(piece: Piece, persons: list[Person]) -> None:
    """Give a full name to the person whose surname the body has, or to a new one."""
    same = [person for person in persons if same_person(person.key, piece.key, by_given_name=False)]
    if not same:
        same = [Person(piece.key)]
        persons.extend(same)
    person = same[0]
    person.forms.setdefault(piece.key, " ".join(word.text for word in piece.words))
    person.pieces.append(piece)
    if len(person.key) < len(piece.key):
        person.key = piece.key
