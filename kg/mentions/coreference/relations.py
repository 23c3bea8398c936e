"""Descriptions by relation: "his counterpart", "the host", "the country", "a delegation led by X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.mentions.coreference.discourse import Discourse, Entry, Site
from kg.mentions.coreference.owners import Owners
from kg.mentions.coreference.profiles import country_key
from kg.mentions.coreference.resolution import How
from kg.mentions.coreference.syntax import Slot, is_definite, is_plural, noun_of
from kg.mentions.coreference.words import HOSTS, KINGDOMS
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON

# Sentences back that "the kingdom" reaches: there are few.
_KINGDOM = 12
# Sentences back that "the host" reaches, and what hosts do.
_RECEPTION = 5
_RECEIVE = frozenset({"receive", "host", "welcome", "greet", "entertain"})


def counterpart(site: Site, discourse: Discourse, owners: Owners) -> tuple[list[str], How]:
    """Of the state named, the holder of an office like the owner's; without a state, the only other such person."""
    profiles = discourse.profiles
    offices = profiles.people[owners.person].offices if owners.person in profiles.people else frozenset()
    own = _possessor(site, discourse)
    states = [key for key in owners.keys if key not in own]
    if is_plural(site.token):
        return states, How.STATE
    if states:
        people = {p for family in sorted(offices) for p in profiles.holders(states[0], family)}
        return (sorted(people), How.DESCRIPTION) if len(people) == 1 else (states, How.STATE)
    if _is_named(site):
        return [], How.UNRESOLVED
    others = [key for key in _recent_people(site, discourse) if key != owners.person and not own & profiles.owners(key)]
    fitting = [key for key in others if any(profiles.fits(key, family) for family in offices)]
    return (fitting, How.DESCRIPTION) if len(fitting) == 1 else ([], How.UNRESOLVED)


def _is_named(site: Site) -> bool:
    """Whether a name follows that is no entity: "his counterpart, Unknown"."""
    after = site.segment.doc[site.token.i + 1 : site.token.i + 3]
    return any(token.tag_ == "NNP" for token in after) and after[0].text in (",", after[-1].text)


def _possessor(site: Site, discourse: Discourse) -> set[str]:
    """Whose counterpart: the states and organizations of the possessive, which the counterpart is not of."""
    keys = [k for child in site.token.children if child.dep_ == "poss" for k in discourse.actors(site, child).entities]
    return {owner for key in keys for owner in discourse.profiles.owners(key)}


def _recent_people(site: Site, discourse: Discourse) -> list[str]:
    near = [key for d in range(3) for entry in discourse.before(site, d) for key in entry.entities]
    return [key for key in dict.fromkeys(near) if key.startswith(PERSON)]


def host_or_guest(site: Site, discourse: Discourse, owners: Owners) -> list[str]:
    """The other of two people for "his guest"; for "the visitor", the one who is not in his own state."""
    people = _recent_people(site, discourse)
    if owners.person is not None:
        return _other(site, discourse, owners.person, people)
    if owners.keys:
        of_owner = [key for key in people if set(owners.keys) & discourse.profiles.owners(key)]
        return of_owner if len(of_owner) == 1 else []
    if not is_definite(site.token):
        return []
    for host, guest in receptions(site, discourse):
        return [host if noun_of(site.token) in HOSTS else guest]
    if len(people) != 2:
        return []
    at_home = [bool(set(discourse.profiles.states(key)) & _last_place(site, discourse)) for key in people]
    if sum(at_home) != 1:
        return []
    return [key for key, home in zip(people, at_home, strict=True) if home is (noun_of(site.token) in HOSTS)]


def _other(site: Site, discourse: Discourse, owner: str, people: list[str]) -> list[str]:
    """Who received somebody, or was received by him; else the only other person, who is of another state."""
    hosts = noun_of(site.token) in HOSTS
    for host, guest in receptions(site, discourse):
        if owner == (guest if hosts else host):
            return [host if hosts else guest]
    own = set(discourse.profiles.states(owner))
    others = [key for key in people if key != owner and not own & set(discourse.profiles.states(key))]
    return others if len(others) == 1 and owner in people else []


def receptions(site: Site, discourse: Discourse) -> Iterator[tuple[str, str]]:
    """Host and guest of "X received Y" and "Y was received by X", the last first."""
    for distance in range(_RECEPTION):
        clauses: dict[int, list[Entry]] = {}
        for entry in discourse.before(site, distance):
            clauses.setdefault(entry.clause, []).append(entry)
        for clause in sorted(clauses, reverse=True):
            verb = discourse.at(clause).token
            if str(verb.lemma_) not in _RECEIVE:
                continue
            subjects = _people_in(clauses[clause], Slot.SUBJECT)
            objects = _people_in(clauses[clause], Slot.OBJECT)
            if len(subjects) == 1 and len(objects) == 1:
                passive = any(child.dep_ == "nsubjpass" for child in verb.children)
                yield (objects[0], subjects[0]) if passive else (subjects[0], objects[0])


def _people_in(entries: list[Entry], slot: Slot) -> list[str]:
    keys = (key for entry in entries if entry.slot is slot for key in entry.entities)
    return [key for key in dict.fromkeys(keys) if key.startswith(PERSON)]


def _last_place(site: Site, discourse: Discourse) -> set[str]:
    """The state where something was last said to be, or to go to."""
    for distance in range(3):
        for entry in reversed(discourse.before(site, distance)):
            there = discourse.at(entry.position)
            mention = discourse.mention(there)
            if mention is not None and mention.country and there.token.dep_ in ("pobj", "dobj"):
                return {country_key(mention.country)}
    return set()


def lone_state(site: Site, discourse: Discourse, owners: Owners) -> list[str]:
    """The state told of last for "the country", the owner's for "his country"."""
    if owners.person:
        return list(discourse.profiles.states(owners.person))
    if owners.keys or owners.foreign or not is_definite(site.token) or is_plural(site.token):
        return []
    return _last_state(site, discourse)


def _last_state(site: Site, discourse: Discourse) -> list[str]:
    """The only state of the nearest sentence with one that the noun can mean, and that is not the visitor's own."""
    codes = KINGDOMS.get(noun_of(site.token))
    if codes is None:
        return _last_of_type(site, discourse, COUNTRY)
    kinds = {country_key(code) for code in codes}
    for distance in range(_KINGDOM):
        near = {key for e in discourse.before(site, distance) for key in e.entities if key in kinds}
        if near:
            return list(near) if len(near) == 1 else []
    return []


def lone_organization(site: Site, discourse: Discourse, owners: Owners) -> list[str]:
    """The organization told of last, for "the bloc", "the movement"."""
    if not is_definite(site.token) or is_plural(site.token) or owners.foreign:
        return []
    return _last_of_type(site, discourse, ORGANIZATION)


def _last_of_type(site: Site, discourse: Discourse, kind: str) -> list[str]:
    """The only entity of a type in the nearest sentence that has one."""
    for distance in range(3):
        near = {key for entry in discourse.before(site, distance) for key in entry.entities if key.startswith(kind)}
        if near:
            return list(near) if len(near) == 1 else []
    return []


def delegation_heads(site: Site, discourse: Discourse) -> list[str]:
    """The people who lead it, for "a delegation led by Deputy Minister X"."""
    heads: list[str] = []
    for verb in site.token.children:
        if verb.dep_ in ("acl", "relcl") and verb.lower_ in ("led", "headed"):
            agents = [
                t for by in verb.subtree if by.dep_ in ("agent", "prep") and by.lower_ == "by" for t in by.children
            ]
            for agent in agents:
                found = discourse.actors(site, agent)
                heads += [key for key in found.entities if key.startswith(PERSON)]
    return heads
