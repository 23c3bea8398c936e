"""Descriptions without a name: "the Chinese president", "Iranian officials", "his Turkish counterpart"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.mentions.coreference.bare import WINDOW, bare
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.offices import OFFICE_NOUNS, TOP_OFFICES, office_family
from kg.mentions.coreference.owners import owners_of
from kg.mentions.coreference.relations import (
    counterpart,
    delegation_heads,
    host_or_guest,
    lone_organization,
    lone_state,
)
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.syntax import is_definite, is_former, is_plural, noun_of, phrase_of
from kg.mentions.coreference.unstated import has_partner, own_subject, unstated
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
from kg.mentions.mention import COUNTRY


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
    if noun in DELEGATIONS and (heads := delegation_heads(site, discourse)):
        return heads, How.NAME
    if _is_any(token):
        return (), How.UNRESOLVED
    owners = owners_of(site, discourse)
    if noun in RELATIVES and noun not in OFFICIALS:
        return (), How.UNRESOLVED
    if noun in COUNTERPARTS:
        return counterpart(site, discourse, owners)
    if (noun in HOSTS or noun in GUESTS) and not is_plural(token):
        return host_or_guest(site, discourse, owners), How.DESCRIPTION
    if noun in LONE_STATE_NOUNS:
        return lone_state(site, discourse, owners), How.DESCRIPTION
    if noun in ORGANIZATION_NOUNS and noun not in OFFICIALS:
        return lone_organization(site, discourse, owners), How.DESCRIPTION
    if owners.foreign:
        return (), How.UNRESOLVED
    family = office_family(title_of(site))
    if owners.keys:
        return _of_owners(site, discourse, owners.keys, family)
    return bare(site, discourse, family)


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
    people: list[str] = []
    if family and not _is_unnamed(token) and (len(keys) > 1 or _is_single(token)):
        people = _people_of(site, discourse, keys, family)
        if len(set(people)) == len(keys) and (len(keys) > 1 or not is_plural(token)):
            return people, How.DESCRIPTION if len(keys) == 1 else How.GROUP
    if noun_of(token) not in OFFICIALS and noun_of(token) not in OFFICE_NOUNS:
        return [], How.UNRESOLVED
    former = is_former(token)
    return ([], How.UNRESOLVED) if former else (list(keys), How.STATE)


def _is_unnamed(token: Token) -> bool:
    """Whether a plural is of officials without names: "Iranian diplomats", "negotiators of both countries"."""
    return is_plural(token) and noun_of(token) in OFFICIALS and not is_definite(token)


def _is_single(token: Token) -> bool:
    return (is_definite(token) and not is_plural(token)) or not _has_article(token)


def _people_of(site: Site, discourse: Discourse, keys: tuple[str, ...], family: str) -> list[str]:
    """One person of each owner, none where it isn't known of all; those whose state isn't told fill the gaps."""
    barred = own_subject(site, discourse)
    held = {key: person for key in keys if (person := holder(site, discourse, key, family)) and person not in barred}
    open_ = [key for key in keys if key not in held]
    if not open_ or family not in TOP_OFFICES or not all(key.startswith(COUNTRY) for key in open_):
        return list(held.values())
    if len(keys) == 1 and not is_definite(site.token):
        return []
    found = unstated(site, discourse, open_, family)
    if len(open_) == 1 and found and not has_partner(site.token):
        discourse.profiles.learn_office(found[0], None, open_[0])
    return [*held.values(), *found]


def holder(site: Site, discourse: Discourse, owner: str, family: str) -> str | None:
    """The person of an owner with an office; of several, the only one told of in the last sentences."""
    people = discourse.profiles.holders(owner, family, noun=noun_of(site.token), former=is_former(site.token))
    if len(people) == 1:
        return people[0]
    for distance in range(WINDOW):
        near = {key for e in discourse.before(site, distance) for key in e.entities} & set(people)
        if near:
            return near.pop() if len(near) == 1 else None
    return None


def _has_article(token: Token) -> bool:
    return any(child.dep_ in ("det", "nummod") for child in token.children)
