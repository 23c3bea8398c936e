"""A process that answers queries in Cypher for the explorer, so that one that never ends can be ended.

ArcadeDB runs within the process that asks it, and looks at its time limit only between rows: a query whose one row
takes for ever, or all memory, would keep a thread of the explorer until the explorer ends, and longer.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import tempfile
from collections.abc import Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from kg.api.graph import Graph
from kg.api.opening import open as open_graph
from kg.errors import KgError, QueryError, StoreError
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question

STARTING = 300.0  # seconds; a database that isn't up to date is loaded first
#: Seconds beyond a query's own, after which the database has not kept to its limit.
GRACE = 3.0
_TOO_DEEP = "lists or maps lie too deep within each other. Ask for flatter ones"
_BROKEN = "the query took more than there is, of memory most likely, and was ended. Ask for less"


class CypherProcess:
    """Answers one query after the other.

    Raises
    ------
    KgError
        The database can't be opened.
    """

    def __init__(self, place: Path | str) -> None:
        # What the database leaves behind when it is ended goes with this folder.
        self._folder = tempfile.TemporaryDirectory(prefix="kg-cypher-", ignore_cleanup_errors=True)
        spawn = multiprocessing.get_context("spawn")
        self._pipe, theirs = spawn.Pipe()
        self._process = spawn.Process(target=answer_apart, args=(place, self._folder.name, theirs), daemon=True)
        self._process.start()
        theirs.close()
        try:
            self._received(STARTING, "the database couldn't be opened in time. Try again in a while")
        except BaseException:
            self.end()
            raise

    @property
    def is_alive(self) -> bool:
        """Whether it can answer another query."""
        return self._process.is_alive()

    def ask(self, query: str, parameters: Mapping[str, Any], *, rows: int, seconds: float, most: int) -> Answer:
        """Answer a query; one that takes longer, or whose answer has more than `most` bytes, gets none.

        Raises
        ------
        QueryError
            As for `kg.Graph.cypher`; the process may have ended then.
        """
        try:
            self._pipe.send((query, dict(parameters), rows, seconds, most))
        except RecursionError as fault:
            raise QueryError(_TOO_DEEP) from fault
        except OSError as fault:
            raise StoreError("the database was let go just now. Ask again") from fault
        answer: Answer = self._received(seconds + GRACE, f"no answer within {seconds:g} s. Ask for less")
        return answer

    def end(self) -> None:
        """End it at once, whatever it does: it only reads."""
        self._process.kill()
        self._process.join()
        self._folder.cleanup()

    def _received(self, seconds: float, too_late: str) -> Any:
        try:
            if not self._pipe.poll(seconds):
                self.end()
                raise QueryError(too_late)
            found = pickle.loads(self._pipe.recv_bytes())  # noqa: S301 - from a process of our own
        except (EOFError, OSError) as fault:
            self.end()
            raise QueryError(_BROKEN) from fault
        if isinstance(found, KgError):
            raise found
        return found


def answer_apart(place: Path | str, folder: str, pipe: Connection) -> None:
    """Open the graph, and answer until the other end of the pipe is closed: runs in the other process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process
    tempfile.tempdir = folder
    try:
        graph = open_graph(place)
        _ = graph.cypher_store
    except KgError as fault:
        pipe.send_bytes(pickle.dumps(fault))
        return
    pipe.send_bytes(pickle.dumps(None))
    try:
        while True:
            pipe.send_bytes(_answered(graph, *pipe.recv()))
    except (EOFError, OSError):
        graph.close()


def _answered(graph: Graph, query: str, parameters: dict[str, Any], rows: int, seconds: float, most: int) -> bytes:
    try:
        content = pickle.dumps(graph.cypher_store.ask(Question(query, parameters, limit=rows, timeout=seconds)))
    except KgError as fault:
        return pickle.dumps(fault)
    except RecursionError:
        return pickle.dumps(QueryError(_TOO_DEEP))
    if len(content) > most:
        return pickle.dumps(QueryError(f"the answer has more than {most:,} bytes. Ask for less, or for fewer rows"))
    return content
