"""Whether a workspace, and the stores that were loaded from it, hold all that they promise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from kg.corpus.article import Article
from kg.errors import StoreError, WorkspaceError
from kg.events.check import check_facts
from kg.events.facts import Facts
from kg.graph.check import check_graph
from kg.graph.difference import difference
from kg.graph.records import Graph
from kg.graph.vocabulary import Vocabulary
from kg.pipeline.digested import digested
from kg.pipeline.kept_graph import graph_of, kept_vocabulary
from kg.pipeline.kept_schema import kept_schema
from kg.schema.loader import load_schema
from kg.stores.access import Access
from kg.stores.saved import load_graph
from kg.stores.store import Store
from kg.stores.uri import open_to_read
from kg.workspace.workspace import Workspace

_AGAIN = "Take it out by `kg retract`, and read it again"
_NAMED = 3  # nodes and edges that a fault names


@dataclass(frozen=True, slots=True)
class Part:
    """One part that was checked: what was looked at in it, and each fault as a sentence."""

    what: str
    found: str
    faults: tuple[str, ...] = ()


def check(folder: str | Path, stores: Iterable[str] = (), *, access: Access | None = None) -> Iterator[Part]:
    """Check the record, the graph that it gives, and each copy of this graph; one part after the other.

    Parameters
    ----------
    folder
        A workspace. It is only read.
    stores
        URIs of stores that should hold its graph, such as after `kg load`.
    access
        Credentials of servers.

    Yields
    ------
    Part
        The record; where that is sound, the graph made from it anew by all that docs/graph.md promises, the saved
        graph, the database for Cypher, and each store.

    Raises
    ------
    WorkspaceError
        There is no workspace, or it can't be opened at all.
    """
    with Workspace.read(folder) as workspace:
        faults = list(workspace.faults_of_file())
        told = digested(workspace, articles=_fitting(workspace, faults))  # facts are decoded once: here
        yield Part("record", f"{len(workspace):,} articles", tuple(faults))
        if faults:
            return
        graph = graph_of(workspace, told)
        del told
        yield _graph(workspace, graph)
        yield _saved(workspace, graph)
        vocabulary = kept_vocabulary(workspace)
    if find_spec("arcadedb") is not None:
        yield _embedded(Path(folder), graph, vocabulary)
    for uri in stores:
        yield _store(uri, graph, vocabulary, access)


def _fitting(workspace: Workspace, faults: list[str]) -> Iterator[tuple[Article, Facts]]:
    """Give the articles that are whole, and whose facts fit them; each other becomes one of the `faults`."""
    for article, facts in workspace.sound(faults):
        if wrong := check_facts(article, facts):
            faults.append(f"{workspace.folder}: article {article.id!r}: its facts don't fit it: {wrong[0]}. {_AGAIN}")
        else:
            yield article, facts


def _graph(workspace: Workspace, graph: Graph) -> Part:
    schema = load_schema(kept_schema(workspace.folder))
    return Part("graph", _counts(graph), tuple(check_graph(graph, schema, texts=workspace.texts())))


def _saved(workspace: Workspace, graph: Graph) -> Part:
    what = "saved graph"
    try:
        saved = load_graph(workspace)
    except WorkspaceError as fault:
        return Part(what, "unreadable", (str(fault),))
    if saved is None:
        late = "it isn't of the articles as they are now: a run was cut off. Run the same `kg build` again"
        return Part(what, "missing or older", (late,))
    return Part(what, _counts(saved), _differences(saved, graph))


def _embedded(folder: Path, graph: Graph, vocabulary: Vocabulary) -> Part:
    from kg.stores.arcadedb.kept import FOLDER, open_trusted

    what = "database for Cypher"
    store = open_trusted(folder, vocabulary)
    if store is not None:
        with store:
            return _compared(what, store, graph)
    late = "it isn't of the saved graph, or is damaged: the next question in Cypher makes it anew"
    return Part(what, "not in step", (late,)) if (folder / FOLDER).exists() else Part(what, "none yet")


def _store(uri: str, graph: Graph, vocabulary: Vocabulary, access: Access | None) -> Part:
    try:
        with closing(open_to_read(uri, vocabulary, access=access)) as store:
            return _compared(uri, store, graph)
    except StoreError as fault:
        return Part(uri, "unreadable", (str(fault),))


def _compared(what: str, store: Store, graph: Graph) -> Part:
    there = store.snapshot()
    return Part(what, _counts(there), _differences(there, graph))


def _differences(there: Graph, graph: Graph) -> tuple[str, ...]:
    """Say in what a copy differs from the graph of the record."""
    change = difference(there, graph)
    parts = {"missing": change.added, "other than they should be": change.changed, "too many": change.removed}
    return tuple(
        f"{len(ids):,} {kind} {how}: {', '.join(ids[:_NAMED])}{', …' if len(ids) > _NAMED else ''}"
        for how, part in parts.items()
        for kind, ids in (("nodes", [n.id for n in part.nodes]), ("edges", [e.id for e in part.edges]))
        if ids
    )


def _counts(graph: Graph) -> str:
    return f"{len(graph.nodes):,} nodes, {len(graph.edges):,} edges"
