"""Events as pairs of actors, and the matching of those found with those of gold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.evaluation.names import body_likeness, fold, meant, person_likeness, words_of
from kg.evaluation.records import NEVER, ROLES, Days, Notes, ScoredActor, ScoredArticle, ScoredEvent

_BODIES = frozenset({"organization", "group", "place"})
_UNREAD = "unread"

KeyOf = Callable[[ScoredActor], str]


@dataclass(frozen=True, slots=True)
class Pair:
    """Who did what with whom: visitor and destination, two who meet or speak, or one who signs (`names` has one then).

    `weight` of a pair of an event with n participants is 1/(n - 1): a summit of twenty doesn't count 190 times.
    """

    key: tuple[str, ...]
    names: tuple[str, ...]
    event: ScoredEvent
    weight: float


@dataclass(frozen=True, slots=True)
class Match:
    """A pair of gold (by position) and the one found for it."""

    gold: int
    found: int
    date_right: bool
    status_right: bool


def keys_by(gold: ScoredArticle) -> KeyOf:
    """Give the function that names an actor by the name which gold has for him, her or it."""
    actors = [actor for event in gold.events for actor in event.actors]
    people = list(dict.fromkeys([*gold.people, *(a.name for a in actors if a.type == "person")]))
    bodies = list(dict.fromkeys(a.name for a in actors if a.type not in ("person", "country")))

    def key_of(actor: ScoredActor) -> str:
        if not actor.name:
            return _UNREAD
        if actor.type == "country":
            return f"country {fold(actor.name)}"
        if actor.type == "person":
            return f"person {meant(actor.name, people, person_likeness) or _stranger(actor)}"
        if actor.type in _BODIES:
            return f"body {meant(actor.name, bodies, body_likeness) or _stranger(actor)}"
        return f"{_UNREAD} {fold(actor.name)}"

    return key_of


def _stranger(actor: ScoredActor) -> str:
    return f"? {' '.join(words_of(actor.name))}"


def pairs_of(article: ScoredArticle, key_of: KeyOf, notes: Notes) -> list[Pair]:
    """Give the pairs of an article's events of the four types."""
    found = []
    for event in article.events:
        if event.type not in ROLES:
            continue
        roles: dict[str, dict[str, str]] = {role: {} for role in ROLES[event.type]}
        for actor in event.actors:
            if actor.role in roles:
                roles[actor.role].setdefault(key_of(actor), actor.name)
        pairs = _pairs(event, roles)
        notes[f"{event.type} with too few participants"] += not pairs
        found += pairs
    return found


def _pairs(event: ScoredEvent, roles: dict[str, dict[str, str]]) -> list[Pair]:
    first = list(roles[ROLES[event.type][0]].items())
    weight = 1.0
    sides: list[tuple[tuple[str, str], ...]]
    if event.type == "visit":
        sides = list(product(first, roles["destination"].items()))
    elif event.type == "sign":
        sides = [(signatory,) for signatory in first]
    else:
        sides = list(combinations(sorted(first), 2))
        weight = 1 / max(len(first) - 1, 1)
    return [
        Pair((event.type, *(key for key, _ in side)), tuple(name for _, name in side), event, weight) for side in sides
    ]


def match(gold: Sequence[Pair], found: Sequence[Pair]) -> list[Match]:
    """Match pairs one to one, those right in date and status first."""
    by_key: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for position, pair in enumerate(found):
        by_key[pair.key].append(position)
    ranked = []
    for i, pair in enumerate(gold):
        for j in by_key[pair.key]:
            other = found[j]
            common = overlap(pair.event.days, other.event.days)
            date_right, status_right = common > 0.5, pair.event.status == other.event.status
            rank = (date_right + status_right, min(pair.weight, other.weight), common, -i, -j)
            ranked.append((rank, Match(i, j, date_right, status_right)))
    matches: list[Match] = []
    taken: tuple[set[int], set[int]] = set(), set()
    for _, one in sorted(ranked, key=lambda item: item[0], reverse=True):
        if one.gold not in taken[0] and one.found not in taken[1]:
            taken[0].add(one.gold)
            taken[1].add(one.found)
            matches.append(one)
    return matches


def overlap(gold: Days | None, found: Days | None) -> float:
    """Give the days that two intervals share over all their days; 1 where both are absent.

    Examples
    --------
    >>> overlap((10, 13), (12, 15)), overlap(None, None), overlap(None, (1, 2))
    (0.3333333333333333, 1.0, 0.0)
    """
    if gold is None or found is None or found == NEVER:
        return float(gold is None and found is None)
    shared = max(0, min(gold[1], found[1]) - max(gold[0], found[0]) + 1)
    return shared / (max(gold[1], found[1]) - min(gold[0], found[0]) + 1)
