"""The graph of a workspace or of a store, to ask."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from kg.api.views import Views
from kg.corpus.article import Article
from kg.errors import QueryError
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question
from kg.stores.jsonl import export_jsonl
from kg.stores.networkx_store import NetworkXStore
from kg.stores.saved import SavedFile
from kg.stores.store import Store
from kg.workspace.workspace import Workspace

if TYPE_CHECKING:
    from networkx import MultiDiGraph

    from kg.query.reading import Reading
    from kg.stores.cypher.store import CypherStore
    from kg.stores.neo4j.csv_export import CsvFile


class Graph(Views):
    """The graph of a workspace as it was when opened, or that of a store as it is; made by `kg.open`.

    Actors are given by any of their names. The questions are those of `Questions`: `actors`, `events`, `connections`,
    `timeline`, `evidence`; `cypher` asks any other.
    """

    def __init__(
        self, place: Path | str, store: Store, saved: SavedFile | None = None, *, schema: Path | None = None
    ) -> None:
        super().__init__(store, is_still=isinstance(store, NetworkXStore))
        self.place = place
        self._schema_folder = schema
        self._store = store
        self._saved = saved

    def __repr__(self) -> str:
        counts = self._store.count()
        return f"<kg.Graph {str(self.place)!r}: {counts.nodes} nodes, {counts.edges} edges>"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of a store's files and connections."""
        self.close_cypher()
        self._store.close()

    def close_cypher(self) -> None:
        """Let go of a workspace's database, so that others can bring it up to date; the next query opens it again."""
        opened = self.__dict__.pop("cypher_store", None)
        if opened is not None and opened is not self._store:
            opened.close()

    @property
    def folder(self) -> Path:
        """The folder of the workspace.

        Raises
        ------
        QueryError
            The graph is in a store, which has no workspace.
        """
        if isinstance(self.place, Path):
            return self.place
        raise QueryError(f"{self.place}: a store holds the graph alone. Open the workspace for its articles")

    @property
    def articles(self) -> Iterator[Article]:
        """All articles of the workspace, in the order of their ids; one at a time in memory."""
        with Workspace.read(self.folder) as workspace:
            for article, _ in workspace:
                yield article

    def reading(self, article: str) -> Reading:
        """Give an article of the workspace with what was read in it: mentions, events, and what was not kept.

        Parameters
        ----------
        article
            Its id.

        Raises
        ------
        QueryError
            There is no such article; or the graph is in a store, which has no texts.
        """
        from kg.query.reading import read  # it knows names as extraction does, and loads it

        with Workspace.read(self.folder) as workspace:
            found = workspace.find(article)
        if found is None:
            raise QueryError(f"no article {article!r} in this workspace")
        return read(*found, self._graph, self._directory)

    def networkx(self) -> MultiDiGraph[str]:
        """Give a copy as a networkx MultiDiGraph: node keys and edge keys are ids, `labels` a sorted tuple."""
        store = self._store if isinstance(self._store, NetworkXStore) else NetworkXStore(self._store.snapshot())
        return store.networkx()

    @cached_property
    def cypher_store(self) -> CypherStore:
        """The same graph in ArcadeDB, which speaks Cypher; opened on first use, and only to read.

        A graph that was opened by the URI of such a store, or of a server, is that store.
        """
        from kg.pipeline.embedded import opened
        from kg.stores.cypher.store import CypherStore

        if isinstance(self._store, CypherStore):
            return self._store
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

    def neo4j_csv(self, into: str | Path) -> tuple[CsvFile, ...]:
        """Write files for `neo4j-admin database import`, the command and the constraints into a new folder.

        Raises
        ------
        StoreError
            The folder has things in it, or can't be written.
        """
        from kg.pipeline.kept_graph import kept_vocabulary
        from kg.stores.neo4j.csv_export import export_neo4j_csv

        with Workspace.read(self.folder) as workspace:
            vocabulary = kept_vocabulary(workspace)
        return export_neo4j_csv(self._store.snapshot(), vocabulary, Path(into))
