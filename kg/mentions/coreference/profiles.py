"""What an article tells of each person: state, offices, gender. Begun from the entities, and added to in reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from kg.mentions.coreference.given_genders import given_gender
from kg.mentions.coreference.offices import FEMALE_WORDS, MALE_WORDS, TOP_OFFICES, answers_to, office_family
from kg.mentions.coreference.words import LESSER
from kg.mentions.mention import COUNTRY, PERSON, ArticleMentions, LocalEntity
from kg.mentions.people.given_names import may_be_of as shape_may_be_of
from kg.mentions.people.spelling import fold


@dataclass(frozen=True, slots=True)
class Profile:
    """A person. `owners` are the states and organizations that the person belongs to, `words` those of all titles.

    `titles` are those of today, in lower case. `gender` is what the article tells, `likely` what the given name does.
    `name` are its words, folded.
    """

    key: str
    state: str | None
    owners: frozenset[str]
    offices: frozenset[str]
    former: frozenset[str]
    words: frozenset[str]
    titles: frozenset[str]
    gender: str | None
    likely: str | None
    name: tuple[str, ...]


def country_key(code: str) -> str:
    """The entity key of a state.

    >>> country_key("RU")
    'Country:RU'
    """
    return f"{COUNTRY}:{code}"


class Profiles:
    """The people of an article by key, with the questions that descriptions ask of them."""

    def __init__(self, found: ArticleMentions) -> None:
        people = (entity for entity in found.entities.values() if entity.type == PERSON)
        self.people = {entity.key: _profile(entity) for entity in people}
        self._genders: dict[str, str] = {}
        self._presumed: dict[str, str] = {}
        self._abroad: set[tuple[str, str]] = set()
        self._relatives: set[str] = set()
        self._subordinates: set[str] = set()
        self.counts = Counter(mention.entity for mention in found.mentions)

    def owners(self, key: str) -> frozenset[str]:
        """The states and organizations a person belongs to; of a state or organization itself."""
        profile = self.people.get(key)
        return profile.owners if profile else frozenset({key})

    def states(self, key: str) -> tuple[str, ...]:
        """The state of a person (or the state itself), as a tuple of at most one key."""
        profile = self.people.get(key)
        if profile is None:
            return (key,) if key.startswith(COUNTRY) else ()
        return (profile.state,) if profile.state else ()

    def gender(self, key: str) -> str | None:
        """Told by the article, or learnt from a pronoun that could mean nobody else."""
        profile = self.people.get(key)
        return (profile.gender if profile else None) or self._genders.get(key)

    def likely_gender(self, key: str) -> str | None:
        """Told, learnt, presumed, or else what the given name tells."""
        profile = self.people.get(key)
        return self.gender(key) or self._presumed.get(key) or (profile.likely if profile else None)

    def presumed_gender(self, key: str) -> str | None:
        """Told, learnt, or that of the pronouns that stood for somebody so far: who was "she" isn't "he" next."""
        return self.gender(key) or self._presumed.get(key)

    def presume_gender(self, key: str, gender: str) -> None:
        """Keep the gender of a pronoun that was taken for a person, though it could have meant another."""
        self._presumed.setdefault(key, gender)

    def learn_gender(self, key: str, gender: str) -> None:
        """Keep what an unambiguous pronoun told."""
        if key in self.people:
            self._genders.setdefault(key, gender)

    def learn_relative(self, key: str) -> None:
        """Keep that a person is told of as somebody's relative or friend, and so holds no office by himself."""
        self._relatives.add(key)

    def learn_office(self, key: str, family: str | None, state: str | None) -> None:
        """Keep what a description told of a person, where nothing else is known: his state, and one more office."""
        profile = self.people[key]
        if state is not None and not profile.owners and may_be_of(profile, state):
            profile = replace(profile, state=state, owners=profile.owners | {state})
        if family is not None and (state is None or state in profile.owners):
            profile = replace(profile, offices=profile.offices | {family})
        self.people[key] = profile

    def learn_subordinate(self, key: str) -> None:
        """Keep that a person was introduced as somebody's: "his interpreter, X"."""
        self._subordinates.add(key)

    def is_subordinate(self, key: str) -> bool:
        """Whether a person is told of as somebody's relative, friend or official."""
        return key in self._relatives or key in self._subordinates

    def fits(self, key: str, family: str, *, former: bool = False) -> bool | None:
        """Whether a person can be described by an office; None where the article gives him no office."""
        profile = self.people[key]
        held = profile.offices | profile.former if former else profile.offices
        if any(answers_to(office, family) for office in held):
            return True
        return None if not profile.offices and not profile.former and key not in self._relatives else False

    def holders(self, owner: str, family: str, *, noun: str = "", former: bool = False) -> list[str]:
        """The people of a state or organization whom a description can mean, in order of their keys.

        Where nobody of the owner is known to fit: the only holder of the office whose state isn't told, or,
        for a leader, the only one of the owner whose office isn't told.
        """
        of_owner = [key for key, profile in sorted(self.people.items()) if owner in profile.owners]
        known = [key for key in of_owner if self.fits(key, family, former=former)]
        if known:
            exact = [key for key in known if family in self.people[key].offices]
            return exact or known
        if former:
            return []
        exact = [key for key in self.stateless(owner) if family in self.people[key].offices]
        if family == "monarch":
            # Where kings and emirs meet, the word tells who is meant.
            exact = [key for key in exact if noun in self.people[key].words]
        if len(exact) == 1 and owner.startswith(COUNTRY) and family not in _COMMON:
            return exact
        unknown = [key for key in of_owner if self.fits(key, family) is None] if family in TOP_OFFICES else []
        return unknown if len(unknown) == 1 else []

    def stateless(self, owner: str) -> list[str]:
        """The people whose state isn't told and who may be of this one, in order of their keys."""
        return [
            key
            for key, profile in sorted(self.people.items())
            if not profile.owners and may_be_of(profile, owner) and (key, owner) not in self._abroad
        ]

    def learn_abroad(self, key: str, state: str) -> None:
        """Keep that somebody was said to travel to a state, and so isn't of it."""
        self._abroad.add((key, state))


# Offices that so many hold that one who holds it is not yet the one meant.
_COMMON = frozenset({"president", "premier", "chancellor", "leader", "head"})


def may_be_of(profile: Profile, owner: str) -> bool:
    """Whether the shape of a name lets its bearer be of a state."""
    return not owner.startswith(COUNTRY) or shape_may_be_of(profile.name, owner.partition(":")[2])


def _profile(entity: LocalEntity) -> Profile:
    current = frozenset(_families(office.title for office in entity.offices if not office.former))
    former = frozenset(_families(office.title for office in entity.offices if office.former))
    owners = {_owner(office.of) for office in entity.offices if office.of}
    if entity.country:
        owners.add(country_key(entity.country))
    state = country_key(entity.country) if entity.country else min(_states(owners), default=None)
    words = frozenset(word for office in entity.offices for word in office.title.lower().split())
    titles = frozenset(office.title.lower() for office in entity.offices if not office.former)
    gender = entity.gender or _gender_of_offices(words)
    name = tuple(fold(entity.name).split())
    likely = given_gender(entity.name)
    return Profile(entity.key, state, frozenset(owners), current, former, words, titles, gender, likely, name)


def _states(owners: set[str]) -> set[str]:
    return {owner for owner in owners if owner.startswith(COUNTRY)}


def _families(titles: Iterable[str]) -> Iterable[str]:
    """The kinds of office; "regional leader" and "opposition leader" are no leaders of states."""
    for title in titles:
        family = office_family(title)
        if family is not None:
            yield family if family not in TOP_OFFICES or LESSER.isdisjoint(title.lower().split()) else "lesser"


def _owner(of: str) -> str:
    return of if ":" in of else country_key(of)


def _gender_of_offices(words: frozenset[str]) -> str | None:
    if words & FEMALE_WORDS:
        return "f"
    return "m" if words & MALE_WORDS else None
