"""What all questions share: the graph, the names in it, and the check of filters."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property

from kg.errors import QueryError
from kg.graph.records import Node
from kg.query.directory import Directory
from kg.query.events import event_of, evidence_of
from kg.query.fetched import Fetched
from kg.query.filters import Bounds, Filter
from kg.query.nearest import did_you_mean
from kg.query.results import Actor, TimelineEntry
from kg.stores.store import Reading


class Asking:
    """A graph to ask; base of the questions."""

    def __init__(self, graph: Reading) -> None:
        self._graph = graph

    @cached_property
    def _directory(self) -> Directory:
        return Directory(self._graph)

    @cached_property
    def _event_types(self) -> tuple[str, ...]:
        return tuple(sorted({str(node.properties["type"]) for node in self._graph.nodes("Event")}))

    def actor(self, name: str) -> Actor:
        """Find the actor that a name means.

        Raises
        ------
        QueryError
            Unknown or ambiguous; the message has the nearest names and their ids.
        """
        return self._directory.find(name)

    def _filter(self, bounds: Bounds, *, statuses: Collection[str] | None, known: Collection[str] = ()) -> Filter:
        """Check the bounds; `statuses` are those that the question asks for when nothing else is asked for.

        `known` are types of events that there are, where not this graph alone says it.
        """
        given: Bounds = {"statuses": statuses, **bounds}
        return Filter.of(known or (self._event_types if given.get("types") else ()), **given)

    def _different(self, *names: str) -> list[Actor]:
        """Find actors that have to be several."""
        found: dict[Actor, str] = {}
        for name in names:
            actor = self.actor(name)
            if actor in found:
                raise QueryError(
                    f"{found[actor]!r} and {name!r} are the same actor: {actor.name} (id {actor.id}). Name two"
                )
            found[actor] = name
        return list(found)

    def _of_types(self, types: Collection[str] | None) -> frozenset[str] | None:
        """Check types of actors; None for all."""
        if types is None:
            return None
        known = {actor.type.lower(): actor.type for actor in self._directory.actors.values()}
        for name in types:
            if name.lower() not in known:
                raise QueryError(f"there is no actor type {name!r} here. {did_you_mean(name, sorted(known.values()))}")
        return frozenset(known[name.lower()] for name in types)

    def _entry(self, node: Node, graph: Fetched, roles: Collection[str] = ()) -> TimelineEntry:
        sentences = evidence_of(node, graph)
        event = event_of(node, graph, self._directory)
        return TimelineEntry(tuple(sorted(roles)), event, sentences[0] if sentences else None)
