"""`kg.open`: the graph of a workspace, to ask."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.corpus.article import Article
from kg.query.questions import Questions
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question
from kg.stores.jsonl import export_jsonl
from kg.stores.networkx_store import NetworkXStore
from kg.stores.saved import SavedFile, open_graph
from kg.workspace.workspace import Workspace

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from kg.graph.records import Graph as Records
    from kg.stores.cypher.store import CypherStore


class Graph(Questions):
    """The graph of a workspace as it was when opened; made by `kg.open`.

    Actors are given by any of their names. The questions are those of `Questions`: `actors`, `events`, `connections`,
    `timeline`, `evidence`; `cypher` asks any other.
    """

    def __init__(self, folder: Path, store: NetworkXStore, saved: SavedFile | None = None) -> None:
        super().__init__(store)
        self.folder = folder
        self._store = store
        self._saved = saved

    def __repr__(self) -> str:
        graph = self._store.snapshot()
        return f"<kg.Graph {str(self.folder)!r}: {len(graph.nodes)} nodes, {len(graph.edges)} edges>"

    @property
    def articles(self) -> Iterator[Article]:
        """All articles of the workspace, in the order of their ids; one at a time in memory."""
        with Workspace.read(self.folder) as workspace:
            for article, _ in workspace:
                yield article

    def networkx(self) -> MultiDiGraph[str]:
        """Give a copy as a networkx MultiDiGraph: node keys and edge keys are ids, `labels` a sorted tuple."""
        return self._store.networkx()

    @cached_property
    def cypher_store(self) -> CypherStore:
        """The same graph in ArcadeDB, which speaks Cypher; opened on first use, and only to read."""
        from kg.pipeline.embedded import opened

        return opened(self.folder, self._store.snapshot(), self._saved)

    def cypher(
        self, query: str, /, *, limit_: int | None = None, timeout_: float | None = None, **parameters: Any
    ) -> Answer:
        """Ask in Cypher; the query can only read.

        Parameters
        ----------
        query
            The graph's labels, types and properties are in docs/graph.md.
        limit_, timeout_
            The greatest number of rows, and seconds after which to give up; None: without. The names end as they do
            so that a query can have parameters `limit` and `timeout`.
        **parameters
            Values of `$name` in the query: text, numbers, booleans, None, datetime.date, lists and dicts of them.

        Returns
        -------
        Answer
            A sequence of rows, each a dict by column. Dates are datetime.date, nodes `FoundNode`, and so on.

        Raises
        ------
        QueryError
            A mistake in the query, with its place; or it writes, or takes too long.
        StoreError
            There is no ArcadeDB for this machine.
        """
        return self.cypher_store.ask(Question(query, parameters, limit=limit_, timeout=timeout_))

    def jsonl(self) -> Iterator[str]:
        """Give the graph as lines of JSON, nodes first; equal graphs give equal bytes."""
        return export_jsonl(self._store.snapshot())


def open(path: str | Path) -> Graph:  # noqa: A001 - `kg.open` reads like `gzip.open`
    """Open the graph of a workspace.

    Parameters
    ----------
    path
        The folder that `kg build` or `kg.build` made.

    Raises
    ------
    WorkspaceError
        There is no workspace, it is damaged, or of a newer kg.

    Examples
    --------
    >>> import kg
    >>> kg.open("no-such-folder")
    Traceback (most recent call last):
    kg.errors.WorkspaceError: no-such-folder: no such folder. `kg build INPUT --into no-such-folder` makes one
    """
    folder = Path(path)
    with Workspace.read(folder) as workspace:
        saved = SavedFile.of(workspace)
    return Graph(folder, open_graph(folder, _made_anew), saved)


def _made_anew(workspace: Workspace) -> Records:
    """Make the graph from the record. The schema is loaded for that only: most questions find a saved graph."""
    from kg.pipeline.kept_graph import made_anew

    return made_anew(workspace)
