"""Articles out of a workspace: with them goes what nothing else supports."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError, WorkspaceError
from kg.graph.effect import Effect, effect
from kg.graph.records import Graph
from kg.pipeline.articles import Articles
from kg.pipeline.current import keep_graph
from kg.pipeline.kept_graph import kept_graph, made_anew
from kg.query.nearest import did_you_mean
from kg.workspace.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Retraction:
    """What was retracted, or would be; `nodes` and `edges` are what the graph has afterwards.

    `warning` says so where the workspace's database for Cypher could not follow at once.
    """

    articles: tuple[str, ...]
    effect: Effect
    nodes: int
    edges: int
    dry_run: bool
    warning: str | None = None


def retract(path: str | Path, articles: Iterable[str], *, dry_run: bool = False) -> Retraction:
    """Take articles out of a workspace, all or none of them, with all that nothing else supports.

    The graph is afterwards that of the other articles, to the byte, as if these had never been read. What people have
    judged stays.

    Parameters
    ----------
    path
        The workspace.
    articles
        Ids of articles, or of their nodes.
    dry_run
        Only tell what would become of the graph.

    Raises
    ------
    QueryError
        No such article, with the nearest ids.
    WorkspaceError
        There is no workspace, it is damaged, or another process is writing to it.
    """
    warning = None
    with Workspace.read(path) if dry_run else Workspace.open(path) as workspace:
        gone = _known(articles, workspace.ids())
        people = workspace.judgements.by_people()
        before = _current(workspace)
        left = Articles(workspace, without=gone)
        entities = left.resolved(people)
        after = left.graph(entities)
        if not dry_run:
            # Whoever is killed between these two leaves a graph that isn't of the record, which is seen and mended.
            workspace.retract(*gone)
            warning = keep_graph(workspace, after, entities, left.schema)
    return Retraction(gone, effect(before, after), len(after.nodes), len(after.edges), dry_run, warning)


def _known(asked: Iterable[str], ids: Collection[str]) -> tuple[str, ...]:
    known = set(ids)
    given = [one if one in known else one.removeprefix("article:") for one in asked]
    unknown = sorted(set(given) - known)
    if unknown:
        named = ", ".join(repr(one) for one in unknown)
        hints = dict.fromkeys(hint for one in unknown if (hint := did_you_mean(one, ids)))
        what = "no article" if len(unknown) == 1 else "no articles"
        raise QueryError(" ".join([f"{what} {named} in this workspace; nothing was retracted.", *hints]))
    return tuple(sorted(set(given)))


def _current(workspace: Workspace) -> Graph:
    """The graph of the record as it is now; made where the saved one is older or damaged."""
    try:
        return kept_graph(workspace)
    except WorkspaceError:
        return made_anew(workspace)
