"""Groups: "the two leaders", "both sides", "the pair", "each other", "the foreign ministers of Iran and Iraq"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from kg.mentions.coreference.descriptions import holder, title_of
from kg.mentions.coreference.discourse import Discourse, Entry, Site
from kg.mentions.coreference.offices import OFFICE_NOUNS, TOP_OFFICES, office_family
from kg.mentions.coreference.owners import owners_of
from kg.mentions.coreference.resolution import How, Resolution
from kg.mentions.coreference.syntax import Slot, is_definite, is_plural, noun_of, phrase_of
from kg.mentions.coreference.words import (
    COUNTED,
    NUMERALS,
    OFFICIALS,
    PEOPLE_NOUNS,
    RELATIVES,
    SIDE_NOUNS,
    STATE_NOUNS,
    TOWN_NOUNS,
    is_person_noun,
)
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, MentionKind

_WINDOW = 5
# What counts against a set of people, in sentences of distance.
_ONE_STATE = 20.0
_MINOR = 4.0
_LOOSER = 0.3
_EARLIER = 0.01
_SUBJECTS = 1.0
# Told of in passing is who is named so many times less than the one named most.
_IN_PASSING = 4
Keep = Callable[[str], bool]
Groupers = tuple[Callable[[Entry], int], ...]


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
    people = [p for key in keys if family and (p := holder(site, discourse, key, family))]
    return Resolution(tuple(people) if len(set(people)) == len(keys) else keys, How.GROUP, start, end)


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
        together = _TOGETHER if noun in SIDE_NOUNS else _ANYHOW
        people = last_people(site, discourse, number, keep=anybody, window=4, by=together)
        return people or last_states(site, discourse, number)
    family = office_family(title_of(site))
    return last_people(site, discourse, number, keep=_keeper(discourse, family))


def anybody(_key: str) -> bool:
    """Keep everyone."""
    return True


def _keeper(discourse: Discourse, family: str | None) -> Keep:
    """Drop people who are known to hold only other offices; for all but leaders, also those without a known one."""
    if family is None:
        return anybody
    profiles = discourse.profiles
    if family in TOP_OFFICES:
        return lambda key: profiles.fits(key, family) is not False or "lesser" in profiles.people[key].offices
    return lambda key: discourse.profiles.fits(key, family) is True


def last_people(
    site: Site,
    discourse: Discourse,
    number: int | None,
    *,
    keep: Keep,
    window: int = _WINDOW,
    by: Groupers | None = None,
) -> tuple[str, ...]:
    """The last set of people of this number: joined by "and", in one clause, in one sentence, in the last sentences.

    Sets whose members all represent one state come second: leaders who meet mostly come from several.
    """
    sets = _sets(site, discourse, lambda key: key.startswith(PERSON) and keep(key), window, by or _ANYHOW)
    counted = [(cost + _unlikeness(found, discourse), found) for cost, found in sets if _counts(found, number)]
    return min(counted, key=lambda item: item[0], default=(0.0, ()))[1]


def _counts(found: tuple[str, ...], number: int | None) -> bool:
    return len(found) == number if number else len(found) > 1


def _unlikeness(found: tuple[str, ...], discourse: Discourse) -> float:
    """What speaks against a set: people of one state, somebody's relatives and officials, people told of in passing."""
    profiles = discourse.profiles
    states = [profiles.states(key) for key in found]
    cost = 0.0 if not all(states) or len(set(states)) > 1 else _ONE_STATE
    most = max(profiles.counts.values(), default=1)
    for key in found:
        if profiles.is_subordinate(key):
            cost += _MINOR
        elif key not in discourse.topics and profiles.counts[key] * _IN_PASSING < most:
            cost += _MINOR / 2
    return cost


def last_states(site: Site, discourse: Discourse, number: int | None) -> tuple[str, ...]:
    """The last set of states of this number, named, or represented by people told of together."""
    # "The two countries" are countries, "the two sides" may be a state and a movement.
    kinds = (COUNTRY,) if noun_of(site.token) in STATE_NOUNS - SIDE_NOUNS else (COUNTRY, ORGANIZATION)
    for distance in range(_WINDOW):
        entries = [e for e in discourse.before(site, distance) if not _is_location(e, discourse)]
        for by in _TOGETHER, (_by_sentence,):
            for _cost, found in _sets_of(entries, lambda key: key.startswith(kinds), by):
                if _counts(found, number) and any(key.startswith(COUNTRY) for key in found):
                    return found
            if by is not _TOGETHER and len(kinds) > 1:
                continue
            for _cost, found in _sets_of(entries, lambda key: key.startswith(PERSON), by):
                states = tuple(dict.fromkeys(state for key in found for state in discourse.profiles.states(key)))
                if len(states) == len(found) and _counts(states, number):
                    return states
    for _cost, found in _sets(site, discourse, lambda key: key.startswith(COUNTRY), _WINDOW, _ANYHOW):
        if _counts(found, number):
            return found
    return ()


def _is_location(entry: Entry, discourse: Discourse) -> bool:
    """Whether a phrase is only where something was: "in Geneva", "in the Chinese capital"."""
    token = discourse.at(entry.position).token
    if token.dep_ == "amod":
        return noun_of(token.head) == "capital" or noun_of(token.head) in TOWN_NOUNS
    mention = discourse.mention(discourse.at(entry.position))
    place = mention is not None and mention.kind is not MentionKind.DEMONYM
    if not place or mention is None or token.dep_ != "pobj":
        return False
    return token.head.lower_ in _WHERE or (mention.kind is MentionKind.CAPITAL and token.head.lower_ in _WHITHER)


_WHITHER = frozenset({"to", "for", "from", "into"})
_WHERE = frozenset({"in", "at", "near", "outside", "inside", "via", "through"})


def _sets(
    site: Site, discourse: Discourse, keep: Keep, window: int, groupers: Groupers
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Sets with what they cost: of the nearest sentence, and then of more and more sentences taken together."""
    for distance in range(window):
        entries = [e for e in discourse.before(site, distance) if not _is_owner(e, discourse)]
        for cost, found in _sets_of(entries, keep, groupers):
            yield distance + cost, found
    if groupers is _TOGETHER:
        return
    gathered: list[str] = []
    subjects: list[str] = []
    for distance in range(window):
        entries = discourse.before(site, distance)
        gathered = list(dict.fromkeys([*(key for e in entries for key in e.entities if keep(key)), *gathered]))
        if len(gathered) > 1:
            yield window + distance, tuple(gathered)
        heads = [key for e in entries if _is_head(e, discourse) for key in e.entities if keep(key)]
        if distance and heads and not set(heads) <= set(subjects):
            subjects = list(dict.fromkeys([*heads, *subjects]))
            if len(subjects) > 1:
                yield distance + _SUBJECTS, tuple(subjects)
        elif heads:
            subjects = list(dict.fromkeys([*heads, *subjects]))


def _is_head(entry: Entry, discourse: Discourse) -> bool:
    """Whether a phrase is the subject of its sentence."""
    return entry.slot is Slot.SUBJECT and str(discourse.at(entry.clause).token.dep_) == "ROOT"


def _sets_of(entries: list[Entry], keep: Keep, groupers: Groupers) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Sets within one sentence: groups and coordinations, last first; then clauses, last first; then all."""
    for rank, by in enumerate(groupers):
        sets: dict[int, dict[str, None]] = {}
        for entry in entries:
            sets.setdefault(by(entry), {}).update(dict.fromkeys(key for key in entry.entities if keep(key)))
        for order, key in enumerate(sorted(sets, reverse=True)):
            if len(sets[key]) > 1:
                yield rank * _LOOSER + order * _EARLIER, tuple(sets[key])


def _is_owner(entry: Entry, discourse: Discourse) -> bool:
    """Whether a phrase only says whose somebody is: "X's predecessor", "X's wife"."""
    token = discourse.at(entry.position).token
    if token.dep_ != "poss":
        return False
    noun = noun_of(token.head)
    return is_person_noun(noun) or noun in OFFICE_NOUNS or noun in OFFICIALS or noun in RELATIVES


def _by_coordination(entry: Entry) -> int:
    return entry.coordination


def _by_clause(entry: Entry) -> int:
    return entry.clause


def _by_sentence(entry: Entry) -> int:
    return entry.sentence


# People who are only named in one sentence are told of less closely than those joined or in one clause.
_TOGETHER: Groupers = (_by_coordination, _by_clause)
_ANYHOW: Groupers = (_by_coordination, _by_clause, _by_sentence)


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
