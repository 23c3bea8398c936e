"""What the article says of a person: the fullest name, the state, the offices, the gender."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.mentions.mention import PERSON, LocalEntity, MentionKind, Office
from kg.mentions.people.context import vote
from kg.mentions.people.customs import vote_for_home
from kg.mentions.people.evidence import Evidence
from kg.mentions.people.gender import genders_of
from kg.mentions.people.pieces import Piece, Text
from kg.mentions.people.roster import Person

_POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


def profile_of(
    persons: Sequence[Person], evidence: Evidence, texts: Sequence[Text], home: str | None
) -> Iterator[tuple[Person, LocalEntity]]:
    """Each person with the record of what the article says."""
    states = {id(person): _states(person, evidence) for person in persons}
    vote(persons, evidence, texts, states)
    if home is not None:
        vote_for_home(persons, evidence, texts, states, home)
    genders = genders_of(persons, evidence, texts)
    taken: Counter[str] = Counter()
    for person in persons:
        name, names = _names(person)
        taken[name] += 1
        key = f"{PERSON}:{name}" if taken[name] == 1 else f"{PERSON}:{name} ({taken[name]})"
        votes = states[id(person)]
        country = max(votes, key=lambda code: votes[code]) if votes else None
        offices = _without_repetition(list(_offices(person, evidence)))
        yield person, LocalEntity(key, PERSON, name, names, country, offices, genders[id(person)])


def _names(person: Person) -> tuple[str, tuple[str, ...]]:
    forms = list(dict.fromkeys([person.forms[person.key], *person.forms.values()]))
    return forms[0], tuple(forms)


def _states(person: Person, evidence: Evidence) -> Counter[str]:
    votes: Counter[str] = Counter()
    for piece in person.pieces:
        title = evidence.titles.get(id(piece))
        if title is not None and title.country:
            votes[title.country] += 3
        described = evidence.appositions.get(id(piece))
        if described is not None and described.country:
            votes[described.country] += 3
        if (code := _beside(piece)) is not None:
            votes[code] += 2
    return votes


def _beside(piece: Piece) -> str | None:
    """The state of "China's Xi" and "Aliyev of Azerbaijan"."""
    before, second = piece.before(), piece.before(2)
    if before is not None and before.text in _POSSESSIVE and second is not None and second.geography is not None:
        return second.geography.country
    after, following = piece.after(), piece.after(2)
    if after is not None and after.key == "of" and following is not None:
        if following.key == "the":
            following = piece.after(3)
        if (
            following is not None
            and following.geography is not None
            and following.geography.kind is not MentionKind.DEMONYM
        ):
            return following.geography.country
    return None


def _offices(person: Person, evidence: Evidence) -> Iterator[Office]:
    for piece in person.pieces:
        title = evidence.titles.get(id(piece))
        if title is not None and not title.is_courtesy and title.text:
            yield Office(title.text, title.country, title.former)
        described = evidence.appositions.get(id(piece))
        if described is not None and described.is_office:
            yield Office(described.text, described.country, described.former)


def _without_repetition(offices: list[Office]) -> tuple[Office, ...]:
    """Each office once; one without a state only where it isn't told with one too."""
    told = {office.title.lower() for office in offices if office.of}
    kept = (office for office in offices if office.of or office.title.lower() not in told)
    return tuple({(office.title.lower(), office.of, office.former): office for office in kept}.values())
