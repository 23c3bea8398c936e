"""Descriptions without a name: "the Chinese president", "his Turkish counterpart", "Iranian officials", "the minister"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.offices import OFFICE_NOUNS, TOP_OFFICES, office_family
from kg.mentions.coreference.owners import Owners, owners_of
from kg.mentions.coreference.profiles import country_key
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.syntax import is_definite, is_plural, noun_of, phrase_of
from kg.mentions.coreference.words import (
    COUNTERPARTS,
    DELEGATIONS,
    GUESTS,
    HOSTS,
    LONE_STATE_NOUNS,
    OFFICIALS,
    ORGANIZATION_NOUNS,
    QUANTIFIERS,
    RELATIVES,
)
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON

_WINDOW = 4


def is_description(token: Token) -> bool:
    """Whether a noun can describe an actor."""
    noun = noun_of(token)
    return any(
        noun in words
        for words in (OFFICE_NOUNS, OFFICIALS, COUNTERPARTS, HOSTS, GUESTS, LONE_STATE_NOUNS, ORGANIZATION_NOUNS)
    )


def described(site: Site, discourse: Discourse) -> Resolution:
    """Resolve a description of one actor, or of unnamed officials."""
    start, end = phrase_of(site.token)
    entities, how = _describe(site, discourse)
    return Resolution(tuple(dict.fromkeys(entities)), how if entities else How.UNRESOLVED, start, end)


def _describe(site: Site, discourse: Discourse) -> tuple[Iterable[str], How]:
    token, noun = site.token, noun_of(site.token)
    if noun in DELEGATIONS and (heads := _delegation_heads(site, discourse)):
        return heads, How.NAME
    if _is_any(token):
        return (), How.UNRESOLVED
    owners = owners_of(site, discourse)
    if noun in RELATIVES and noun not in OFFICIALS:
        return (), How.UNRESOLVED
    if noun in COUNTERPARTS:
        return _counterpart(site, discourse, owners)
    if (noun in HOSTS or noun in GUESTS) and not is_plural(token):
        return _host_or_guest(site, discourse, owners), How.DESCRIPTION
    if noun in LONE_STATE_NOUNS:
        return _lone_state(site, discourse, owners), How.DESCRIPTION
    if noun in ORGANIZATION_NOUNS and noun not in OFFICIALS:
        return _lone_organization(site, discourse, owners), How.DESCRIPTION
    if owners.foreign:
        return (), How.UNRESOLVED
    family = office_family(title_of(site))
    if owners.keys:
        return _of_owners(site, discourse, owners.keys, family)
    return _bare(site, discourse, family)


def _is_any(token: Token) -> bool:
    """Whether a phrase is about one of many, or none: "no Indian leader", "the first French president to ..."."""
    return any(child.lower_ in QUANTIFIERS for child in token.children if child.i < token.i)


def title_of(site: Site) -> str:
    """The words of the office in a description: "foreign minister", "secretary of state"."""
    start, end = phrase_of(site.token)
    doc = site.segment.doc
    before = [t.lower_ for t in doc[start : site.token.i] if t.dep_ in ("amod", "compound", "nmod", "punct")]
    return " ".join([*before, noun_of(site.token), *(t.lower_ for t in doc[site.token.i + 1 : end])])


def _of_owners(site: Site, discourse: Discourse, keys: tuple[str, ...], family: str | None) -> tuple[list[str], How]:
    """The one person of each owner who answers to the description, else the owners themselves."""
    token = site.token
    if family and (len(keys) > 1 or (is_definite(token) and not is_plural(token)) or not _has_article(token)):
        people = [person for key in keys if (person := holder(site, discourse, key, family))]
        if not people and len(keys) == 1 and family in TOP_OFFICES and keys[0].startswith(COUNTRY):
            people = _stateless(site, discourse, family)
        if len(set(people)) == len(keys) and (len(keys) > 1 or not is_plural(token)):
            return people, How.DESCRIPTION if len(keys) == 1 else How.GROUP
    if noun_of(token) not in OFFICIALS and noun_of(token) not in OFFICE_NOUNS:
        return [], How.UNRESOLVED
    former = _is_former(token)
    return ([], How.UNRESOLVED) if former else (list(keys), How.STATE)


def holder(site: Site, discourse: Discourse, owner: str, family: str) -> str | None:
    """The person of an owner with an office; of several, the only one told of in the last sentences."""
    people = discourse.profiles.holders(owner, family, former=_is_former(site.token))
    if len(people) == 1:
        return people[0]
    for distance in range(_WINDOW):
        near = {key for e in discourse.before(site, distance) for key in e.entities} & set(people)
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def _stateless(site: Site, discourse: Discourse, family: str) -> list[str]:
    """The only person of the nearest sentence with people, where neither his state nor another office is told."""
    if not is_definite(site.token) or _is_former(site.token):
        return []
    profiles = discourse.profiles
    for distance in range(3):
        near = {key for e in discourse.before(site, distance) for key in e.entities if key in profiles.people}
        if near:
            fitting = [k for k in near if not profiles.owners(k) and profiles.fits(k, family) is not False]
            return fitting if len(near) == 1 else []
    return []


def _has_article(token: Token) -> bool:
    return any(child.dep_ in ("det", "nummod") for child in token.children)


def _is_former(token: Token) -> bool:
    return any(child.lower_ in ("former", "ex", "then", "late", "ousted") for child in token.children)


def _bare(site: Site, discourse: Discourse, family: str | None) -> tuple[list[str], How]:
    """ "The president", "the minister": the nearest holder of such an office; "the officials": the state told of last."""
    token = site.token
    if not is_definite(token) or is_plural(token):
        return _same_officials(site, discourse) if is_definite(token) else [], How.STATE
    if family is None:
        return _same_officials(site, discourse), How.STATE
    profiles, former = discourse.profiles, _is_former(token)
    fitting = {key for key in profiles.people if profiles.fits(key, family, former=former)}
    for distance in range(_WINDOW):
        if _last_was_other(site, discourse, distance):
            return [], How.UNRESOLVED
        near = {key for e in discourse.before(site, distance) for key in e.entities if key in fitting}
        exact = {key for key in near if family in profiles.people[key].offices}
        near = exact or near
        if near:
            clear = len(near) == 1 and not _is_rivalled(site, discourse, next(iter(near)), family)
            return (list(near), How.DESCRIPTION) if clear else ([], How.UNRESOLVED)
    if not fitting and family in TOP_OFFICES:
        return _main_figure(discourse, family), How.DESCRIPTION
    if len(fitting) == 1 and any(fitting & set(e.entities) for e in discourse.entries):
        return list(fitting), How.DESCRIPTION
    return [] if fitting else _same_officials(site, discourse), How.STATE


def _is_rivalled(site: Site, discourse: Discourse, key: str, family: str) -> bool:
    """Whether somebody near, as much written about and without an office in the article, may be meant as well."""
    if family not in TOP_OFFICES:
        return False
    profiles = discourse.profiles
    near = {k for d in range(_WINDOW) for e in discourse.before(site, d) for k in e.entities if k in profiles.people}
    return any(profiles.counts[k] >= profiles.counts[key] and profiles.fits(k, family) is None for k in near - {key})


def _main_figure(discourse: Discourse, family: str) -> list[str]:
    """The only person without an office, where the article is mostly about him: a president needs no introduction."""
    profiles = discourse.profiles
    unknown = [key for key in profiles.people if profiles.fits(key, family) is None]
    if len(unknown) != 1 or profiles.counts[unknown[0]] < max(profiles.counts[key] for key in profiles.people):
        return []
    return unknown


def _last_was_other(site: Site, discourse: Discourse, distance: int) -> bool:
    """Tell whether the same noun stood for somebody who is no entity ("the president of the company")."""
    noun = noun_of(site.token)
    same = [e for e in discourse.before(site, distance) if noun_of(discourse.at(e.position).token) == noun]
    return bool(same) and not same[-1].entities


def _same_officials(site: Site, discourse: Discourse) -> list[str]:
    """The state of the unnamed officials told of in the last sentences by the same word."""
    noun = noun_of(site.token)
    for distance in range(_WINDOW):
        for entry in reversed(discourse.before(site, distance)):
            if entry.how is How.STATE and noun_of(discourse.at(entry.position).token) == noun:
                return list(entry.entities)
    return []


def _counterpart(site: Site, discourse: Discourse, owners: Owners) -> tuple[list[str], How]:
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
    others = [key for key in _recent_people(site, discourse) if key != owners.person and not own & profiles.owners(key)]
    fitting = [key for key in others if any(profiles.fits(key, family) for family in offices)]
    return (fitting, How.DESCRIPTION) if len(fitting) == 1 else ([], How.UNRESOLVED)


def _possessor(site: Site, discourse: Discourse) -> set[str]:
    """Whose counterpart: the states and organizations of the possessive, which the counterpart is not of."""
    keys = [k for child in site.token.children if child.dep_ == "poss" for k in discourse.actors(site, child).entities]
    return {owner for key in keys for owner in discourse.profiles.owners(key)}


def _recent_people(site: Site, discourse: Discourse) -> list[str]:
    near = [key for d in range(3) for entry in discourse.before(site, d) for key in entry.entities]
    return [key for key in dict.fromkeys(near) if key.startswith(PERSON)]


def _host_or_guest(site: Site, discourse: Discourse, owners: Owners) -> list[str]:
    """ "His guest" of two people told of is the other one; "the visitor" is the one who is not in his own state."""
    people = _recent_people(site, discourse)
    if owners.person is not None:
        others = [key for key in people if key != owners.person]
        return others if len(others) == 1 and owners.person in people else []
    if len(people) != 2 or owners.keys or not is_definite(site.token):
        return []
    at_home = [bool(set(discourse.profiles.states(key)) & _last_place(site, discourse)) for key in people]
    if sum(at_home) != 1:
        return []
    return [key for key, home in zip(people, at_home, strict=True) if home is (noun_of(site.token) in HOSTS)]


def _last_place(site: Site, discourse: Discourse) -> set[str]:
    """The state where something was last said to be, or to go to."""
    for distance in range(3):
        for entry in reversed(discourse.before(site, distance)):
            there = discourse.at(entry.position)
            mention = discourse.mention(there)
            if mention is not None and mention.country and there.token.dep_ in ("pobj", "dobj"):
                return {country_key(mention.country)}
    return set()


def _lone_state(site: Site, discourse: Discourse, owners: Owners) -> list[str]:
    """ "The country": the state told of last; "his country": the owner's."""
    if owners.person:
        return list(discourse.profiles.states(owners.person))
    if owners.keys or owners.foreign or not is_definite(site.token) or is_plural(site.token):
        return []
    return _last_of_type(site, discourse, COUNTRY)


def _lone_organization(site: Site, discourse: Discourse, owners: Owners) -> list[str]:
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


def _delegation_heads(site: Site, discourse: Discourse) -> list[str]:
    """ "A delegation led by Deputy Minister X": the people who lead it."""
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
