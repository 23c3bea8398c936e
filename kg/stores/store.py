"""What every store offers; questions are asked through this, so that all stores give the same answers."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Protocol

from kg.errors import StoreError
from kg.graph.difference import Difference
from kg.graph.records import Counts, Edge, Graph, Node
from kg.stores.filter import Filter
from kg.stores.gathered import Account, Kind, Occasion, Published


class NothingThereError(StoreError):
    """Where a store was to be read there is none yet."""


class Reading(Protocol):
    """A graph that can be asked.

    A server is asked once a call. What the questions of `kg.query` need of a few actors is in calls that read no more
    than what has to do with these, however large the graph is.
    """

    def nodes(self, label: str) -> Iterator[Node]:
        """All nodes with a label, in the order of their ids."""
        ...

    def edges(self, edge_type: str) -> Iterator[Edge]:
        """All edges of a type, in the order of their ids."""
        ...

    def nodes_of(self, label: str, ids: Collection[str]) -> Mapping[str, Node]:
        """Nodes with a label that have one of some ids, by id; an id without such a node is left out."""
        ...

    def edges_of(self, label: str, ids: Collection[str], edge_type: str, *, outgoing: bool) -> Sequence[Edge]:
        """Edges of a type that begin (else: end) at nodes with a label and one of some ids, in the order of edge ids.

        The ids are each given once.
        """
        ...

    def named(self, keys: Collection[str], ids: Collection[str]) -> Sequence[Node]:
        """Entities with one of some ids, or that are looked up by one of some keys (see `kg.stores.lookup`); by id."""
        ...

    def labels(self, root: str) -> frozenset[str]:
        """The labels beside a root that some node with it has: which types of entities or events there are."""
        ...

    def types(self, root: str) -> Mapping[str, int]:
        """How many nodes with a root have each of the labels beside it that there are."""
        ...

    def tally(self, bounds: Filter, entity: str | None = None) -> Mapping[Kind, int]:
        """How many events within bounds there are of each kind: all, or those in which an entity takes part."""
        ...

    def published(self) -> Published:
        """How many articles there are, and from when."""
        ...

    def ids(self, label: str, prefix: str = "") -> Sequence[str]:
        """Ids of nodes with a label that begin so, in order."""
        ...

    def pairs(self, edge_type: str) -> Iterator[tuple[str, str]]:
        """Head and tail of all edges of a type, in no order."""
        ...

    def occasions(
        self,
        bounds: Filter,
        edge_type: str,
        entities: Collection[str],
        *,
        leading: Collection[str] = (),
        also: Collection[str] = (),
    ) -> Sequence[Occasion]:
        """Events within bounds that have an edge of a type to or from one of some entities, each once, by id.

        Only those in which all of `also` take part. `leading`: the types of edges of which `Occasion.leads_to` tells.
        """
        ...

    def days(self, bounds: Filter) -> Iterator[tuple[str, str | None, str | None]]:
        """Id, start and end of all events within bounds, in no order."""
        ...

    def accounts(self, events: Collection[str]) -> Mapping[str, Account]:
        """Events with all that is told of them, by id; an id without such a node is left out."""
        ...

    def members(self, bounds: Filter, labels: Collection[str] | None = None) -> Iterator[tuple[str, Collection[str]]]:
        """Each event within bounds with the ids of those who take part in it, of some labels or all; in no order."""
        ...

    def told_in(self, articles: Collection[str], bounds: Filter) -> Collection[str]:
        """Ids of the events within bounds of which some of the articles tell."""
        ...

    def published_from(self, first: str) -> Iterator[tuple[str, str]]:
        """Id and time of publication of the articles of which the latter, as text, is not less; in no order."""
        ...

    def mentioned_with(
        self, entity: str, bounds: Filter | None, labels: Collection[str] | None = None
    ) -> Mapping[str, int]:
        """For each other entity how many articles mention both.

        With bounds, only articles count that tell of an event within them in which one of some labels takes part.
        """
        ...

    def degrees(self, actors: Collection[str], bounds: Filter, via: str) -> Mapping[str, int]:
        """With how many others each of some actors takes part in events within bounds; who is left out has none.

        Also counted are those of other events within bounds that lead to the same node by an edge of the type `via`.
        """
        ...


class Store(Reading, Protocol):
    """A graph that can be asked, replaced and changed.

    A store holds what kg wrote. Where a database has other things in it, they are neither seen nor touched.
    """

    def write(self, graph: Graph) -> None:
        """Hold this graph and nothing else. Writing the same graph twice changes nothing.

        Raises
        ------
        StoreError
            It can't be written, or an edge has an end that isn't there; writing again completes what was begun.
        """
        ...

    def apply(self, change: Difference) -> None:
        """Add, change and remove what a difference says. Applying it twice is applying it once.

        A small difference, such as a retraction makes, is one transaction.

        Raises
        ------
        StoreError
            As for `write`.
        """
        ...

    def snapshot(self) -> Graph:
        """All that the store holds."""
        ...

    def count(self) -> Counts:
        """Count nodes and edges."""
        ...

    def close(self) -> None:
        """Let go of files and connections. A closed store is not used again."""
        ...
