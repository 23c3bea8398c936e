"""The graph of a workspace as its record is now: whoever writes one keeps it here, and all that follows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.errors import WorkspaceError
from kg.graph.build import assembled, resolved
from kg.graph.collecting import without_collecting
from kg.graph.difference import EMPTY, Difference
from kg.graph.effect import Effect, effect
from kg.graph.records import Graph
from kg.logs import Log
from kg.pipeline.digested import digested
from kg.pipeline.embedded import keep_embedded
from kg.pipeline.stages import Stage, Stages
from kg.resolution.entities import Entities
from kg.schema.types import Schema
from kg.stores.saved import SavedFile, Step, last_graph, load_graph, save_graph
from kg.workspace.workspace import Workspace

_log = Log("pipeline")


@dataclass(frozen=True, slots=True)
class Renewal:
    """The graph as it is now, and what changed since it was saved last (everything where it never was).

    `warning` says so where the database for Cypher could not follow.
    """

    graph: Graph
    effect: Effect
    warning: str | None = None


@without_collecting()
def renewed(workspace: Workspace, schema: Schema, names: Mapping[str, str], *, stages: Stages | None = None) -> Renewal:
    """Give the graph of the record as it is now; made and saved anew only where the saved one isn't of it.

    The database for Cypher is brought to it in either case: it may have been damaged, or removed. `stages` is told
    what takes how long.
    """
    stages = stages or Stages()
    with stages.time(Stage.COMPARING):
        try:
            graph = load_graph(workspace)
        except WorkspaceError:  # damaged: it is a projection, and is made again
            graph = None
    if graph is not None:
        with stages.time(Stage.DATABASE):
            return Renewal(graph, Effect(Difference(), ()), keep_embedded(workspace.folder, graph, schema))
    graph, entities = _made(workspace, schema, names, stages)
    with stages.time(Stage.COMPARING):
        done, step = _compared(workspace, graph)
    return Renewal(graph, done, keep_graph(workspace, graph, entities, schema, step=step, stages=stages))


def _made(workspace: Workspace, schema: Schema, names: Mapping[str, str], stages: Stages) -> tuple[Graph, Entities]:
    with stages.time(Stage.RECALLING):
        told = digested(workspace)
    with stages.time(Stage.RESOLUTION):
        entities = resolved(told, country_names=names, judgements=workspace.judgements.by_people())
    with stages.time(Stage.GRAPH):
        return assembled(told, entities, schema), entities


def _compared(workspace: Workspace, graph: Graph) -> tuple[Effect, Step | None]:
    """Compare with the graph saved last; it is read when the articles of which the new one was made are let go."""
    file = SavedFile.there(workspace)
    try:
        before = last_graph(workspace)
    except WorkspaceError:
        before = None
    done = effect(before or EMPTY, graph)
    return done, Step(file, done.change) if before and file else None


def keep_graph(
    workspace: Workspace,
    graph: Graph,
    entities: Entities,
    schema: Schema,
    *,
    step: Step | None = None,
    stages: Stages | None = None,
) -> str | None:
    """Save a graph made of the record as it is now, with what the machine judged on the way; Cypher's follows.

    Gives what to tell people where the database for Cypher could not follow. With `step`, what led here from the graph
    saved before, it follows sooner.
    """
    stages = stages or Stages()
    with stages.time(Stage.SAVING):
        workspace.judgements.replace_machine(entities.judgements)
        save_graph(graph, workspace)
    changes = len(step.change) if step else None
    _log.info("graph saved", nodes=len(graph.nodes), edges=len(graph.edges), changes=changes)
    with stages.time(Stage.DATABASE):
        return keep_embedded(workspace.folder, graph, schema, step=step)
