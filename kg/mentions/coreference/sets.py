"""The last set of people or of states told of together, for groups and plural pronouns."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.mentions.coreference.discourse import Discourse, Entry, Site
from kg.mentions.coreference.offices import OFFICE_NOUNS
from kg.mentions.coreference.syntax import Slot, noun_of
from kg.mentions.coreference.words import OFFICIALS, RELATIVES, SIDE_NOUNS, STATE_NOUNS, TOWN_NOUNS, is_person_noun
from kg.mentions.mention import COUNTRY, ORGANIZATION, PERSON, MentionKind

_WINDOW = 5
# What counts against a set of people, in sentences of distance.
_ONE_STATE = 20.0
_MINOR = 4.0
_LOOSER = 0.3
_EARLIER = 0.01
_SUBJECTS = 1.0
# The same for a set of states: one that people represent, and each that the article isn't about.
_OF_PEOPLE = 0.15
_STRANGER = 3.0
# What speaks for those who are told to talk with each other, and the verbs that tell it.
_JOINT = 2.5
_TALKING = frozenset({"meet", "hold", "negotiate", "sign", "agree", "talk", "discuss", "open", "resume", "begin"})
# Told of in passing is who is named so many times less than the one named most.
_IN_PASSING = 4
Keep = Callable[[str], bool]
Groupers = tuple[Callable[[Entry], int], ...]


def anybody(_key: str) -> bool:
    """Keep everyone."""
    return True


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
    sets = _sets(site, discourse, lambda key: key.startswith(PERSON) and keep(key), window, by or ANYHOW)
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
    found = (pair for pair in _state_sets(site, discourse, kinds) if _counts(pair[1], number))
    about = discourse.topic_states
    # Those whom the article is about are the two countries, though others were named in passing since.
    return min(found, key=lambda pair: pair[0] + _STRANGER * len(set(pair[1]) - about), default=(0.0, ()))[1]


def _state_sets(site: Site, discourse: Discourse, kinds: tuple[str, ...]) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Sets of states with what they cost: of the nearest sentence, those of people second; then of more sentences."""
    for distance in range(_WINDOW):
        entries = [e for e in discourse.before(site, distance) if not _is_location(e, discourse)]
        for rank, by in enumerate((TOGETHER, (_by_sentence,))):
            cost = distance + rank * _LOOSER
            for more, found in _sets_of(entries, lambda key: key.startswith(kinds), by):
                joint = _are_sides(entries, found, discourse)
                if joint or any(key.startswith(COUNTRY) for key in found):
                    yield cost + more - _JOINT * joint, found
            if by is not TOGETHER and len(kinds) > 1:
                continue
            for more, people in _sets_of(entries, lambda key: key.startswith(PERSON), by):
                states = tuple(dict.fromkeys(state for key in people for state in discourse.profiles.states(key)))
                if len(states) == len(people):
                    yield cost + more + _OF_PEOPLE, states
    for cost, found in _sets(site, discourse, lambda key: key.startswith(COUNTRY), _WINDOW, ANYHOW):
        # Those of one sentence were mere places, or they would have been given above.
        yield cost if cost >= _WINDOW else _WINDOW + cost, found


def _are_sides(entries: list[Entry], found: tuple[str, ...], discourse: Discourse) -> bool:
    """Whether all of a set are told to talk or to agree, or there is something between them."""
    sides = {key for e in entries if _is_side(e, discourse) for key in e.entities}
    return sides.issuperset(found)


def _is_side(entry: Entry, discourse: Discourse) -> bool:
    if discourse.at(entry.clause).token.lemma_ in _TALKING:
        return entry.slot is Slot.SUBJECT
    return discourse.at(entry.coordination).token.head.lower_ in ("between", "with")


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
    if groupers is TOGETHER:
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
TOGETHER: Groupers = (_by_coordination, _by_clause)
ANYHOW: Groupers = (_by_coordination, _by_clause, _by_sentence)
