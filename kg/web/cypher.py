"""Queries in Cypher: where the database is in a folder, in a process of its own, which is let go when nobody asks."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from kg.api.graph import Graph
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question
from kg.web.allowed import check_allowed
from kg.web.cypher_process import CypherProcess

IDLE = 20.0  # seconds after which the database is let go
_ARCADEDB = "arcadedb:"


class CypherDesk:
    """Asks a graph in Cypher; a server by itself, for it ends a query in time, and a folder in another process.

    That is started by the first query, and let go when nobody has asked for a while: somebody who builds into the
    workspace could not bring an open database up to date.
    """

    def __init__(self, graph: Graph, *, idle: float = IDLE) -> None:
        self._graph = graph
        self._idle = idle
        self._apart = isinstance(graph.place, Path) or graph.place.startswith(_ARCADEDB)
        self._turn = threading.Lock()  # held while the process answers
        self._process: CypherProcess | None = None
        self._timer: threading.Timer | None = None

    @property
    def is_open(self) -> bool:
        """Whether the process is there."""
        return self._process is not None and self._process.is_alive

    def ask(self, query: str, parameters: Mapping[str, Any], *, rows: int, seconds: float, most: int) -> Answer:
        """Answer a query that reads the graph, and nothing else."""
        check_allowed(query)
        if not self._apart:
            return self._graph.cypher_store.ask(Question(query, parameters, limit=rows, timeout=seconds))
        with self._open() as process:
            return process.ask(query, parameters, rows=rows, seconds=seconds, most=most)

    def let_go(self) -> None:
        """Close the database now, unless a query is running."""
        if self._turn.acquire(blocking=False):
            try:
                self.close()
            finally:
                self._turn.release()

    def close(self) -> None:
        """Close the database now, whatever is running."""
        if self._process is not None:
            self._process.end()
            self._process = None

    @contextmanager
    def _open(self) -> Iterator[CypherProcess]:
        with self._turn:
            if self._timer:
                self._timer.cancel()
            if self._process is None or not self._process.is_alive:
                self._process = CypherProcess(self._graph.place)
            try:
                yield self._process
            finally:
                self._timer = threading.Timer(self._idle, self.let_go)
                self._timer.daemon = True
                self._timer.start()
