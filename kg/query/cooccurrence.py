"""Who is named together: in one event, or in one article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import combinations

from kg.query.directory import Directory
from kg.query.fetched import Fetched
from kg.query.filters import Filter
from kg.query.measure_results import Cooccurrence
from kg.query.network import Network

Sets = Mapping[str, set[str]]


def articles_of_actors(
    graph: Fetched, directory: Directory, events: Collection[str] | None, *, actor_types: Collection[str] | None
) -> Sets:
    """Give the articles that mention each actor; with `events`, only articles that tell of one of them."""
    told = None if events is None else _articles_of(graph, events)
    found: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges("MENTIONED_IN"):
        actor = directory.actors.get(edge.head)  # dates and agreements are mentioned too
        if actor and (actor_types is None or actor.type in actor_types) and (told is None or edge.tail in told):
            found[actor.id].add(edge.tail)
    return found


def _articles_of(graph: Fetched, events: Collection[str]) -> set[str]:
    reports = {edge.head for edge in graph.edges_of("Event", events, "EVIDENCE_FOR", outgoing=False)}
    return {edge.tail for edge in graph.edges_of("Report", reports, "IN_ARTICLE", outgoing=True)}


def together(counted: Sets, *, actor: str | None) -> Counter[tuple[str, str]]:
    """Count what two actors have in common, for all pairs or those of one actor; the smaller id first."""
    holds: dict[str, set[str]] = defaultdict(set)
    wanted = None if actor is None else counted.get(actor, set())
    for one, things in counted.items():
        for thing in things if wanted is None else things & wanted:
            holds[thing].add(one)
    pairs: Counter[tuple[str, str]] = Counter()
    for members in holds.values():
        pairs.update(_pairs(members, actor))
    return pairs


def _pairs(members: set[str], actor: str | None) -> Iterable[tuple[str, str]]:
    if actor is None:
        return combinations(sorted(members), 2)
    return ((min(actor, other), max(actor, other)) for other in members - {actor})


def cooccurrences(
    graph: Fetched,
    directory: Directory,
    bounds: Filter,
    *,
    actor: str | None,
    by_articles: bool,
    actor_types: Collection[str] | None,
    limit: int | None,
) -> list[Cooccurrence]:
    """Give the pairs that have the most events, or articles, in common; then the most of the other."""
    network = Network(graph, directory, bounds, actor_types=actor_types)
    # With no filter, all articles count; else those that tell of an event that it lets through.
    told = None if bounds == Filter() else set().union(*network.events.values())
    events = network.events
    articles = articles_of_actors(graph, directory, told, actor_types=actor_types)
    counted, other = (articles, events) if by_articles else (events, articles)
    pairs = together(counted, actor=actor)
    ranked = [(n, len(other.get(a, set()) & other.get(b, set())), a, b) for (a, b), n in pairs.items()]
    names = {i: directory.actors[i].name for pair in pairs for i in pair}
    ranked.sort(key=lambda row: (-row[0], -row[1], names[row[2]], names[row[3]], row[2], row[3]))
    return [_pair(directory, actor, row, by_articles=by_articles) for row in ranked[:limit]]


def _pair(
    directory: Directory, actor: str | None, row: tuple[int, int, str, str], *, by_articles: bool
) -> Cooccurrence:
    first, second, a, b = row
    if b == actor:
        a, b = b, a
    events, articles = (second, first) if by_articles else (first, second)
    return Cooccurrence(directory.actors[a], directory.actors[b], events, articles)
