"""Whether the article speaks of a man or a woman."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from kg.mentions.people.clues import head_of
from kg.mentions.people.evidence import Evidence
from kg.mentions.people.given_names import gender_of, is_east_asian
from kg.mentions.people.pieces import Piece, Text
from kg.mentions.people.roster import Person
from kg.mentions.people.surroundings import Surroundings

_SUBJECTS = {"he": "m", "she": "f"}
_OWNERS = {"his": "m", "her": "f", "himself": "m", "herself": "f"}
_TOLD, _MEANT = 3, 1  # how much a title counts, and how much a pronoun


def genders_of(persons: Sequence[Person], evidence: Evidence, texts: Sequence[Text]) -> dict[int, str | None]:
    """The gender of each person by its id: from titles and pronouns, else from the given name."""
    votes: dict[int, Counter[str]] = {id(person): _told(person, evidence) for person in persons}
    around = Surroundings(persons)
    for text in texts:
        if not text.shouting:
            for person, gender in _by_pronouns(text, around.within(text.segment.index)):
                votes[id(person)][gender] += _MEANT
    return {id(person): _decided(votes[id(person)], person) for person in persons}


def _decided(votes: Counter[str], person: Person) -> str | None:
    men, women = votes["m"], votes["f"]
    if men > 2 * women:
        return "m"
    if women > 2 * men:
        return "f"
    return None if men or women else _by_given_name(person)


def _told(person: Person, evidence: Evidence) -> Counter[str]:
    votes: Counter[str] = Counter()
    for piece in person.pieces:
        for told in (evidence.titles.get(id(piece)), evidence.appositions.get(id(piece))):
            if told is not None and told.gender is not None:
                votes[told.gender] += _TOLD
    return votes


def _by_given_name(person: Person) -> str | None:
    """What the first word tells, where it isn't the surname."""
    if len(person.key) < 2 and not person.nobility:
        return None
    return None if is_east_asian(person.key) else gender_of(person.key[0])


def _by_pronouns(text: Text, pairs: Sequence[tuple[Piece, Person]]) -> Iterator[tuple[Person, str]]:
    """Each pronoun that can only mean one person: the only one of its sentence, or of the sentence before."""
    if not pairs:
        return
    before: list[tuple[Piece, Person]] = []
    for sentence in text.segment.doc.sents:
        named = [pair for pair in pairs if sentence.start <= pair[0].start < sentence.end]
        for token in sentence:
            word = token.lower_
            if word in _SUBJECTS and token.dep_ in ("nsubj", "nsubjpass"):
                yield from _meant(token, named, before, _SUBJECTS[word])
            elif word in _OWNERS and named and (token.dep_ == "poss" or word.endswith("self")):
                yield from _meant(token, named, [], _OWNERS[word])
        before = named


def _meant(
    pronoun: Token, named: Sequence[tuple[Piece, Person]], before: Sequence[tuple[Piece, Person]], gender: str
) -> Iterator[tuple[Person, str]]:
    """The one person of the sentence, a subject before the pronoun; in a sentence without names that of the last."""
    only = named or before
    if len({id(person) for _, person in only}) != 1:
        return
    piece, person = only[0]
    if piece.start < pronoun.i and head_of(piece).dep_ in ("nsubj", "nsubjpass"):
        yield person, gender
