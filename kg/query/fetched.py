"""What one question has read of events, so that it reads each once and many together."""

from __future__ import annotations

from collections.abc import Iterable

from kg.errors import QueryError
from kg.graph.vocabulary import ENTITY
from kg.query.deadline import check
from kg.query.directory import Directory
from kg.query.events import event_of, evidence_of, find_event, whole_id
from kg.query.results import Event, Evidence
from kg.stores.gathered import Account
from kg.stores.store import Reading


class Fetched:
    """Tells of events. Made for one question: it doesn't see later changes.

    Examples
    --------
    >>> from kg.graph.records import Graph, Node
    >>> from kg.stores.networkx_store import NetworkXStore
    >>> known = {"type": "Call", "status": "planned", "confidence": 0.9, "n_articles": 1, "n_sources": 1}
    >>> store = NetworkXStore(Graph((Node("event:1", ("Call", "Event"), known),), ()))
    >>> fetched = Fetched(store, Directory(store))
    >>> fetched.tell(["event:1"])
    >>> fetched.event("event:1").type, fetched.best("event:1")
    ('Call', None)
    """

    def __init__(self, graph: Reading, directory: Directory) -> None:
        self._graph = graph
        self._directory = directory
        self._accounts: dict[str, Account] = {}

    def tell(self, events: Iterable[str]) -> None:
        """Read at once all that it takes to tell of some events: who takes part, and every sentence."""
        check()
        missing = {event for event in events if event not in self._accounts}
        self._accounts |= self._graph.accounts(sorted(missing))
        found = (self._accounts[event] for event in missing if event in self._accounts)
        self._directory.load(part.actor for account in found for part in account.parts)

    def find(self, given: str) -> str:
        """Find the id of an event by it or the beginning of it.

        Raises
        ------
        QueryError
            No event or several begin so.
        """
        whole = whole_id(given)
        self.tell([whole])
        return whole if whole in self._accounts else find_event(given, self._graph)

    def names(self, entities: Iterable[str]) -> dict[str, str]:
        """Names of agreements, places and the like; read at once."""
        found = self._graph.nodes_of(ENTITY, sorted(set(entities)))
        return {i: str(node.properties["name"]) for i, node in found.items()}

    def account(self, event: str) -> Account:
        """All that is told of an event.

        Raises
        ------
        QueryError
            It isn't there any more.
        """
        if event not in self._accounts:
            self.tell([event])
        if event not in self._accounts:
            raise QueryError(f"{event} has just been taken out of the graph. Ask again")
        return self._accounts[event]

    def event(self, event: str) -> Event:
        """An event with its participants."""
        return event_of(self.account(event), self._directory)

    def evidence(self, event: str) -> tuple[Evidence, ...]:
        """All sentences that tell of an event, the best first."""
        return evidence_of(self.account(event))

    def best(self, event: str) -> Evidence | None:
        """The best sentence that tells of an event."""
        return next(iter(self.evidence(event)), None)
