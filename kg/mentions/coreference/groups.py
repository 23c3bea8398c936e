"""Groups: "the two leaders", "both sides", "the pair", "each other", "the foreign ministers of Iran and Iraq"."""

from __future__ import annotations

from spacy.tokens import Token

from kg.mentions.coreference.asides import bygone, is_aside
from kg.mentions.coreference.descriptions import title_of
from kg.mentions.coreference.discourse import Discourse, Site
from kg.mentions.coreference.holders import each_of, holders_of
from kg.mentions.coreference.offices import HEADS, OFFICE_NOUNS, TOP_OFFICES, office_family
from kg.mentions.coreference.owners import owners_of
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.sets import ANYHOW, TOGETHER, Keep, anybody, last_people, last_states
from kg.mentions.coreference.syntax import is_definite, is_plural, noun_of, phrase_of
from kg.mentions.coreference.words import (
    COUNTED,
    NUMERALS,
    PEOPLE_NOUNS,
    SIDE_NOUNS,
    STATE_NOUNS,
)

_PAIR = 2


def is_group(token: Token) -> bool:
    """Whether a token heads a phrase for several actors told of before."""
    noun = noun_of(token)
    if noun in COUNTED:
        return is_definite(token)
    if token.lower_ in NUMERALS and token.dep_ not in ("nummod", "quantmod", "compound", "predet", "det", "preconj"):
        return token.lower_ == "both" or is_definite(token)
    return is_plural(token) and is_definite(token) and _is_group_noun(noun)


def _is_group_noun(noun: str) -> bool:
    return any(noun in words for words in (STATE_NOUNS, SIDE_NOUNS, PEOPLE_NOUNS, OFFICE_NOUNS))


def grouped(site: Site, discourse: Discourse) -> Resolution | None:
    """Resolve a group; None where the phrase says itself whose people it means ("the Iranian ministers")."""
    token = site.token
    start, end = phrase_of(token)
    owners = owners_of(site, discourse)
    number = number_of(token)
    if owners.foreign or (owners.person and not owners.keys) or (number is None and _is_restricted(site, discourse)):
        return Resolution((), How.UNRESOLVED, start, end)
    if owners.keys:
        return _of_owners(site, discourse, owners.keys, number)
    entities = _set_for(site, discourse, number)
    return Resolution(entities, How.GROUP if entities else How.UNRESOLVED, start, end)


def _is_restricted(site: Site, discourse: Discourse) -> bool:
    """Whether an uncounted plural says itself which it means: "the developing countries", "the leaders who came"."""
    for child in site.token.children:
        if child.dep_ in ("relcl", "acl") and site.segment.doc[child.left_edge.i - 1].text != ",":
            return True
        other = child.dep_ in ("amod", "compound") and discourse.mention(site, child) is None
        if other and (office_family(title_of(site)) in (None, "leader", "head") or child.pos_ == "PROPN"):
            return True
    return False


def _of_owners(site: Site, discourse: Discourse, keys: tuple[str, ...], number: int | None) -> Resolution | None:
    """One person of each owner ("their foreign ministers") where all are known, else the owners."""
    if len(keys) < 2:
        return None
    start, end = phrase_of(site.token)
    family = office_family(title_of(site))
    if number not in (None, len(keys)):
        return Resolution((), How.UNRESOLVED, start, end)
    people = holders_of(site, discourse, keys, family) if family else {}
    whole = len(people) == len(keys)
    return Resolution(
        tuple(people[key] for key in keys) if whole else tuple(each_of(site, discourse, keys, people, family=family)),
        How.GROUP,
        start,
        end,
    )


def number_of(token: Token) -> int | None:
    """How many a phrase speaks of, None where it doesn't say.

    "both sides" 2, "the three ministers" 3, "the trio" 3, "the leaders" None.
    """
    noun = noun_of(token)
    if noun in COUNTED or token.lower_ in NUMERALS:
        return COUNTED.get(noun) or NUMERALS[token.lower_]
    words = [child.lower_ for child in token.children if child.i < token.i]
    return next((NUMERALS[word] for word in words if word in NUMERALS), None)


def _set_for(site: Site, discourse: Discourse, number: int | None) -> tuple[str, ...]:
    noun = noun_of(site.token)
    if noun in STATE_NOUNS:
        return last_states(site, discourse, number)
    if noun in SIDE_NOUNS or site.token.lower_ in NUMERALS:
        together = TOGETHER if noun in SIDE_NOUNS else ANYHOW
        people = last_people(site, discourse, number, keep=_today(site, discourse, anybody), window=4, by=together)
        return people or last_states(site, discourse, number)
    family = office_family(title_of(site))
    if family in TOP_OFFICES - HEADS and number is not None:
        called = _called(discourse, family)
        held = last_people(site, discourse, number, keep=_today(site, discourse, called))
        told_of = dict.fromkeys(key for e in discourse.entries for key in e.entities if called(key))
        if held or len(told_of) == number:
            return held or tuple(told_of)
    keep = _of_gender(noun, _keeper(discourse, family), discourse)
    return last_people(site, discourse, number, keep=_today(site, discourse, keep))


def _of_gender(noun: str, keep: Keep, discourse: Discourse) -> Keep:
    """Leave women out of "the two men", and men out of "the two women"."""
    other = {"man": "f", "woman": "m"}.get(noun)
    if other is None:
        return keep
    return lambda key: discourse.profiles.likely_gender(key) != other and keep(key)


def _today(site: Site, discourse: Discourse, keep: Keep) -> Keep:
    """Leave out those of long ago ("as X and Y did 80 years ago"), where the article has a pair of its own day."""
    if is_aside(site, discourse):
        return keep
    gone = bygone(discourse)
    if len(discourse.profiles.people) - len(gone) < _PAIR:
        return keep
    return lambda key: key not in gone and keep(key)


def _keeper(discourse: Discourse, family: str | None) -> Keep:
    """Drop people who are known to hold only other offices; for all but leaders, also those without a known one."""
    if family is None:
        return anybody
    profiles = discourse.profiles
    if family in TOP_OFFICES:
        return lambda key: profiles.fits(key, family) is not False or "lesser" in profiles.people[key].offices
    return lambda key: discourse.profiles.fits(key, family) is True


def _called(discourse: Discourse, family: str) -> Keep:
    """Keep those whom the article calls by an office itself: a party's leader is no prime minister."""
    return lambda key: key in discourse.profiles.people and family in discourse.profiles.people[key].offices


def reciprocal(site: Site, discourse: Discourse, subject: Token | None) -> Resolution:
    """The subject, where it is several: "each other", "one another"."""
    span = (site.token.left_edge.i, site.token.i + 1)
    several: list[str] = []
    if subject is not None:
        for member in [subject, *(c for c in subject.conjuncts)]:
            several += [key for key in discourse.actors(site, member).entities if key not in several]
    return Resolution(
        tuple(several) if len(several) > 1 else (), How.GROUP if len(several) > 1 else How.UNRESOLVED, *span
    )
