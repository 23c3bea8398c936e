"""Who is named together: in one event, or in one article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from itertools import combinations

from kg.query.directory import Directory
from kg.query.first import first
from kg.query.measure_results import Cooccurrence
from kg.query.network import Network
from kg.stores.filter import Filter
from kg.stores.store import Reading

#: How much two actors have in common, the smaller id first.
Pairs = Mapping[tuple[str, str], int]


def cooccurrences(
    graph: Reading,
    directory: Directory,
    bounds: Filter,
    *,
    actor: str | None,
    by_articles: bool,
    actor_types: Collection[str] | None,
    limit: int | None,
) -> list[Cooccurrence]:
    """Give the pairs that have the most events, or articles, in common; then the most of the other."""
    if actor is None:
        events, articles = _of_all(graph, directory, bounds, actor_types)
    else:
        events, articles = _of_one(actor, graph, directory, bounds, actor_types)
    counted, other = (articles, events) if by_articles else (events, articles)
    ranks = {pair: (-n, -other.get(pair, 0)) for pair, n in counted.items()}
    shown = first(ranks, ranks.__getitem__, limit)
    directory.load(one for pair in shown for one in pair)
    names = {pair: tuple(directory.actors[one].name for one in pair) for pair in shown}
    shown.sort(key=lambda pair: (ranks[pair], names[pair], pair))
    return [_pair(directory, actor, pair, events.get(pair, 0), articles.get(pair, 0)) for pair in shown[:limit]]


def _of_one(
    actor: str, graph: Reading, directory: Directory, bounds: Filter, actor_types: Collection[str] | None
) -> tuple[Pairs, Pairs]:
    """What one actor has in common with each other; nothing that has to do with neither is read."""
    found: Counter[str] = Counter()
    for event in graph.occasions(bounds, "PARTICIPATES_IN", [actor]):
        found.update({part.actor for part in event.parts} - {actor})
    mentioned = graph.mentioned_with(actor, None if bounds == Filter() else bounds, actor_types)
    directory.load({actor, *found, *mentioned})
    wanted = {i for i in {actor, *found, *mentioned} if _is_wanted(i, directory, actor_types)}
    if actor not in wanted:
        return {}, {}
    return tuple({_sorted(actor, i): n for i, n in each.items() if i in wanted} for each in (found, mentioned))  # type: ignore[return-value]


def _of_all(
    graph: Reading, directory: Directory, bounds: Filter, actor_types: Collection[str] | None
) -> tuple[Pairs, Pairs]:
    """What all actors have in common. With a filter, only articles count that tell of what it lets through."""
    network = Network(graph, bounds, actor_types=actor_types)
    told = None if bounds == Filter() else _articles_of(graph, set().union(*network.events.values()))
    pairs = list(graph.pairs("MENTIONED_IN"))
    entities = directory.all()  # dates and agreements are mentioned too
    holds: dict[str, set[str]] = defaultdict(set)
    for one, article in pairs:
        if one in entities and _is_wanted(one, directory, actor_types) and (told is None or article in told):
            holds[article].add(one)
    return _together(network.members), _together(holds)


def _is_wanted(actor: str, directory: Directory, actor_types: Collection[str] | None) -> bool:
    return actor in directory.actors and (actor_types is None or directory.actors[actor].type in actor_types)


def _articles_of(graph: Reading, events: Collection[str]) -> set[str]:
    reports = {edge.head for edge in graph.edges_of("Event", events, "EVIDENCE_FOR", outgoing=False)}
    return {edge.tail for edge in graph.edges_of("Report", reports, "IN_ARTICLE", outgoing=True)}


def _together(holds: Mapping[str, Collection[str]]) -> Pairs:
    """Count how many things hold both of two actors."""
    pairs: Counter[tuple[str, str]] = Counter()
    for members in holds.values():
        pairs.update(combinations(sorted(members), 2))
    return pairs


def _sorted(one: str, other: str) -> tuple[str, str]:
    return min(one, other), max(one, other)


def _pair(directory: Directory, actor: str | None, pair: tuple[str, str], events: int, articles: int) -> Cooccurrence:
    a, b = reversed(pair) if pair[1] == actor else pair
    return Cooccurrence(directory.actors[a], directory.actors[b], events, articles)
