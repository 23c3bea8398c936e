"""What all questions share: the graph, the names in it, and the check of filters."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property

from kg.errors import QueryError
from kg.graph.vocabulary import ENTITY, EVENT
from kg.query.directory import Directory
from kg.query.fetched import Fetched
from kg.query.filters import Bounds, filter_of
from kg.query.links import Links
from kg.query.nearest import did_you_mean
from kg.query.results import Actor, TimelineEntry
from kg.schema.types import AGREEMENT
from kg.stores.filter import Filter
from kg.stores.store import Reading

_KEPT = 4  # filters whose ties are kept


class Asking:
    """A graph to ask; base of the questions.

    Parameters
    ----------
    graph
        What is asked.
    is_still
        Whether the graph never changes: then what one question has found out about ties serves the next.
    """

    def __init__(self, graph: Reading, *, is_still: bool = False) -> None:
        self._graph = graph
        self._is_still = is_still
        self._ties_lock = threading.Lock()
        self._kept_ties: OrderedDict[Filter, Links] = OrderedDict()

    @cached_property
    def _directory(self) -> Directory:
        return Directory(self._graph)

    def _fetched(self) -> Fetched:
        return Fetched(self._graph, self._directory)

    def _event_types(self) -> frozenset[str]:
        return self._graph.labels(EVENT)

    def actor(self, name: str) -> Actor:
        """Find the actor that a name means.

        Raises
        ------
        QueryError
            Unknown or ambiguous; the message has the nearest names and their ids.
        """
        return self._directory.find(name)[0]

    @contextmanager
    def _ties(self, wanted: Filter) -> Iterator[Links]:
        """Give the ties under a filter. Those that are kept are for one thread at a time: they grow while asked."""
        if not self._is_still:
            yield Links(self._graph, wanted, weak=False)
            return
        with self._ties_lock:
            if wanted not in self._kept_ties:
                self._kept_ties[wanted] = Links(self._graph, wanted, weak=False)
            self._kept_ties.move_to_end(wanted)
            while len(self._kept_ties) > _KEPT:
                self._kept_ties.popitem(last=False)
            yield self._kept_ties[wanted]

    def _filter(self, bounds: Bounds, *, statuses: Collection[str] | None, known: Collection[str] = ()) -> Filter:
        """Check the bounds; `statuses` are those that the question asks for when nothing else is asked for.

        `known` are types of events that there are, where not this graph alone says it.
        """
        given: Bounds = {"statuses": statuses, **bounds}
        return filter_of(known or (self._event_types() if given.get("types") else ()), **given)

    def _different(self, *names: str) -> list[Actor]:
        """Find actors that have to be several."""
        found: dict[Actor, str] = {}
        for name, actor in zip(names, self._directory.find(*names), strict=True):
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
        known = {label.lower(): label for label in self._graph.labels(ENTITY) - {AGREEMENT}}
        for name in types:
            if name.lower() not in known:
                raise QueryError(f"there is no actor type {name!r} here. {did_you_mean(name, sorted(known.values()))}")
        return frozenset(known[name.lower()] for name in types)

    def _entries(self, events: Sequence[str], roles: Mapping[str, Collection[str]]) -> Iterator[TimelineEntry]:
        """Tell of some events, each with the roles of somebody in it."""
        fetched = self._fetched()
        fetched.tell(events)
        for event in events:
            yield TimelineEntry(tuple(sorted(roles.get(event, ()))), fetched.event(event), fetched.best(event))
