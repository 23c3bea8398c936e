"""Descriptions without a name: "the Chinese president", "Iranian officials", "his Turkish counterpart"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from kg.mentions.coreference.bare import bare, titled_alike
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.holders import each_of, holders_of
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
from kg.mentions.coreference.syntax import is_counterpart, is_definite, is_former, is_plural, noun_of, phrase_of
from kg.mentions.coreference.unstated import has_partner, own_subject, unstated
from kg.mentions.coreference.words import (
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

_DESCRIBING = frozenset((*OFFICE_NOUNS, *OFFICIALS, *HOSTS, *GUESTS, *LONE_STATE_NOUNS, *ORGANIZATION_NOUNS))


def is_description(token: Token) -> bool:
    """Whether a noun can describe an actor."""
    return noun_of(token) in _DESCRIBING or is_counterpart(token)


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
    if is_counterpart(token):
        return counterpart(site, discourse, owners)
    if (noun in HOSTS or noun in GUESTS) and not is_plural(token):
        return host_or_guest(site, discourse, owners), How.DESCRIPTION
    if noun in LONE_STATE_NOUNS:
        return lone_state(site, discourse, owners), How.DESCRIPTION
    if noun in ORGANIZATION_NOUNS and noun not in OFFICIALS:
        return lone_organization(site, discourse, owners), How.DESCRIPTION
    if owners.foreign:
        return titled_alike(site, discourse, title_of(site)), How.DESCRIPTION
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
    words = " ".join([*before, noun_of(site.token), *(t.lower_ for t in doc[site.token.i + 1 : end])])
    return words.replace(" - ", "-")  # "secretary-general" is three tokens


def _of_owners(site: Site, discourse: Discourse, keys: tuple[str, ...], family: str | None) -> tuple[list[str], How]:
    """The one person of each owner who answers to the description, else the owners themselves."""
    token = site.token
    people: dict[str, str] = {}
    if family and not _is_unnamed(token) and (len(keys) > 1 or _is_single(token)):
        people = _people_of(site, discourse, keys, family)
        if len(people) == len(keys) and (len(keys) > 1 or not is_plural(token)):
            return [people[key] for key in keys], How.DESCRIPTION if len(keys) == 1 else How.GROUP
    if noun_of(token) not in OFFICIALS and noun_of(token) not in OFFICE_NOUNS:
        return [], How.UNRESOLVED
    if is_former(token):
        return [], How.UNRESOLVED
    mixed = each_of(site, discourse, keys, people, family=family) if is_plural(token) else list(keys)
    return mixed, How.STATE if mixed == list(keys) else How.GROUP


def _is_unnamed(token: Token) -> bool:
    """Whether a plural is of officials without names: "Iranian diplomats", "negotiators of both countries"."""
    return is_plural(token) and noun_of(token) in OFFICIALS and not is_definite(token)


def _is_single(token: Token) -> bool:
    return (is_definite(token) and not is_plural(token)) or not _has_article(token)


def _people_of(site: Site, discourse: Discourse, keys: tuple[str, ...], family: str) -> dict[str, str]:
    """One person of each owner by owner, where known; those whose state isn't told fill the gaps."""
    barred = own_subject(site, discourse)
    held = {key: who for key, who in holders_of(site, discourse, keys, family).items() if who not in barred}
    open_ = [key for key in keys if key not in held]
    if not open_ or family not in TOP_OFFICES or not all(key.startswith(COUNTRY) for key in open_):
        return held
    if len(keys) == 1 and not is_definite(site.token):
        return {}
    found = [key for key in unstated(site, discourse, open_, family) if key not in held.values()]
    if len(open_) == 1 and found and not has_partner(site.token):
        discourse.profiles.learn_office(found[0], None, open_[0])
    return held | (dict(zip(open_, found, strict=True)) if len(found) == len(open_) else {})


def _has_article(token: Token) -> bool:
    return any(child.dep_ in ("det", "nummod") for child in token.children)
