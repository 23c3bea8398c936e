"""Articles out of a workspace: with them goes what nothing else supports."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import QueryError, WorkspaceError
from kg.graph.collecting import without_collecting
from kg.graph.effect import Effect, effect
from kg.graph.records import Graph
from kg.logs import Log
from kg.pipeline.articles import Articles
from kg.pipeline.current import keep_graph
from kg.pipeline.kept_graph import made_anew
from kg.query.nearest import did_you_mean
from kg.stores.saved import SavedFile, Step, load_saved
from kg.workspace.workspace import Workspace

_log = Log("pipeline")


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


@without_collecting()
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
        file, before = _current(workspace)
        left = Articles(workspace, without=gone)
        entities = left.resolved(people)
        after = left.graph(entities)
        done = effect(before, after)
        if not dry_run:
            # Whoever is killed between these two leaves a graph that isn't of the record, which is seen and mended.
            workspace.retract(*gone)
            step = Step(file, done.change) if file else None
            warning = keep_graph(workspace, after, entities, left.schema, step=step)
    if not dry_run:
        _log.info("articles retracted", articles=", ".join(gone), changes=len(done.change))
    return Retraction(gone, done, len(after.nodes), len(after.edges), dry_run, warning)


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


def _current(workspace: Workspace) -> tuple[SavedFile | None, Graph]:
    """The graph of the record as it is now, with its file; made anew, of none, where that is older or damaged."""
    try:
        file, graph = load_saved(workspace)
    except WorkspaceError:
        file = graph = None
    return file, graph or made_anew(workspace)
