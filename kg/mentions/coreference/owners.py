"""Whose officials, leaders or delegations a phrase is of: states, organizations, people."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.standing import entity_of
from kg.mentions.coreference.syntax import coordinated, noun_of, phrase_of
from kg.mentions.coreference.words import (
    BLOCKERS,
    GOVERNMENTS,
    NO_STATES,
    OFFICIALS,
    PORTFOLIOS,
    SIDE_NOUNS,
    STATE_NOUNS,
    STATE_PARTS,
)
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, PLACE


@dataclass(frozen=True, slots=True)
class Owners:
    """What a description says of belonging.

    `keys`: states and organizations, in order. `person`: whose, where it is a person's ("his counterpart").
    `foreign`: the phrase belongs to something that is no entity ("the president of the company", "regional leaders").
    """

    keys: tuple[str, ...] = ()
    person: str | None = None
    foreign: bool = False


def owners_of(site: Site, discourse: Discourse) -> Owners:
    """Read the modifiers of a description: demonyms, names, possessives, "of" and "from" complements.

    A person as owner gives the state that he represents ("Macron's envoy") beside himself.
    """
    found: list[str] = []
    person: str | None = None
    foreign = _is_blocked(site, discourse)
    for token in _modifiers(site, discourse):
        keys = _keys(site, token, discourse)
        people = [key for key in keys if key.startswith(PERSON)]
        person = person or (people[0] if len(people) == 1 else None)
        found += [owner for key in keys for owner in _owner_keys(key, discourse)]
        foreign = foreign or not keys
    if any(child.lower_ in NO_STATES for child in site.token.children if child.i < site.token.i):
        return Owners((), person, foreign=True)
    return Owners(tuple(dict.fromkeys(found)), person, foreign and not found)


def _owner_keys(key: str, discourse: Discourse) -> tuple[str, ...]:
    if key.startswith((COUNTRY, ORGANIZATION)):
        return (key,)
    return discourse.profiles.states(key)


def _modifiers(site: Site, discourse: Discourse) -> list[Token]:
    """The tokens that can name an owner; complements that name none make the phrase foreign."""
    token = site.token
    found: list[Token] = []
    for child in token.children:
        if child.dep_ == "poss":
            found += coordinated(child)
        elif child.dep_ in ("amod", "compound", "nmod") and child.i < token.i:
            found += [part for part in _flat(child) if discourse.mention(site, part) is not None]
        elif child.dep_ == "prep" and _binds(child, token):
            found += [part for c in child.children if c.dep_ == "pobj" for part in coordinated(c)]
    return found


def _flat(token: Token) -> list[Token]:
    """A modifier with what modifies or joins it: "Indian and Ukrainian", "Russian-Chinese"."""
    parts = [token]
    for child in token.children:
        if child.dep_ in ("conj", "amod", "compound", "nmod", "npadvmod"):
            parts += _flat(child)
    return sorted(parts, key=lambda part: part.i)


def _binds(preposition: Token, noun: Token) -> bool:
    word = preposition.lower_
    if word == "of":
        return noun_of(noun) not in ("minister", "secretary", "head") or not _is_portfolio(preposition)
    return word == "from" or (word == "in" and noun_of(noun) in GOVERNMENTS)


def _is_portfolio(preposition: Token) -> bool:
    """Whether "of" leads to a field of work ("minister of defence", "head of state"), not to a state."""
    complement = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    return complement is not None and complement.lower_ in PORTFOLIOS


def _keys(site: Site, token: Token, discourse: Discourse) -> list[str]:
    mention = discourse.mention(site, token)
    if mention is not None:
        key, _how = entity_of(mention)
        if key.startswith(PLACE) and mention.country:
            return [f"{COUNTRY}:{mention.country}"]
        return [key] if not key.startswith(PLACE) else []
    if token.pos_ == "PRON" or noun_of(token) in OFFICIALS or noun_of(token) in _GROUPS or token.lower_ == "two":
        return list(discourse.actors(site, token).entities)
    inner = [t for child in token.children if child.dep_ == "prep" and child.lower_ == "of" for t in child.children]
    if noun_of(token) in _BODIES:
        before = [c for c in token.children if c.dep_ in ("poss", "compound", "nmod", "amod") and c.i < token.i]
        inner += [part for child in before for part in _flat(child) if discourse.mention(site, part) is not None]
    elif noun_of(token) not in STATE_PARTS:
        return []
    return [key for part in inner for key in _keys(site, part, discourse)]


_GROUPS = STATE_NOUNS | SIDE_NOUNS
# Parts of an organization, whose heads are the organization's: "the heads of the EU bodies".
_BODIES = frozenset({"body", "institution", "organ"})


def _is_blocked(site: Site, discourse: Discourse) -> bool:
    """Whether a modifier makes these others than those told of: "other leaders", "European leaders"."""
    start = phrase_of(site.token)[0]
    for token in site.segment.doc[start : site.token.i]:
        if token.lower_ in BLOCKERS and discourse.mention(site, token) is None:
            return True
        if token.lower_ == "foreign" and site.segment.doc[token.i + 1].lower_ in ("leaders", "leader", "officials"):
            return True
    return False
