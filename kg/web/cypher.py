"""Queries in Cypher, one after the other opening the workspace's database, which nobody can write to meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from kg.api.graph import Graph
from kg.stores.cypher.answer import Answer
from kg.web.allowed import check_allowed

IDLE = 20.0  # seconds after which the database is let go


class CypherDesk:
    """Asks a graph in Cypher. Its database is opened by the first query, and let go when nobody has asked for a while.

    Somebody who builds into the workspace could not bring an open database up to date.
    """

    def __init__(self, graph: Graph, *, idle: float = IDLE) -> None:
        self._graph = graph
        self._idle = idle
        self._lock = threading.Lock()
        self._asking = 0
        self._timer: threading.Timer | None = None

    def ask(self, query: str, parameters: Mapping[str, Any], *, rows: int, seconds: float) -> Answer:
        """Answer a query that reads the graph, and nothing else."""
        check_allowed(query)
        with self._open():
            return self._graph.cypher(query, limit_=rows, timeout_=seconds, **parameters)

    def let_go(self) -> None:
        """Close the database now, unless a query is running."""
        with self._lock:
            if not self._asking:
                self._graph.close_cypher()

    @contextmanager
    def _open(self) -> Iterator[None]:
        with self._lock:
            if self._timer:
                self._timer.cancel()
            _ = self._graph.cypher_store
            self._asking += 1
        try:
            yield
        finally:
            with self._lock:
                self._asking -= 1
                self._timer = threading.Timer(self._idle, self.let_go)
                self._timer.daemon = True
                self._timer.start()
