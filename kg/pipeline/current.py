"""The graph of a workspace as its record is now, with what the machine judged on the way kept beside the articles."""

from __future__ import annotations

from collections.abc import Mapping

from kg.errors import WorkspaceError
from kg.graph.build import assembled, digests, resolved
from kg.graph.records import Graph
from kg.resolution.entities import Entities
from kg.schema.types import Schema
from kg.stores.saved import load_graph, save_graph
from kg.workspace.workspace import Workspace


def current_graph(workspace: Workspace, schema: Schema, names: Mapping[str, str]) -> Graph:
    """Give the graph of the record as it is now; made and saved anew only where the saved one isn't of it."""
    try:
        graph = load_graph(workspace)
    except WorkspaceError:  # damaged: it is a projection, and is made again
        graph = None
    if graph is None:
        told = digests(workspace)
        entities = resolved(told, country_names=names, judgements=workspace.judgements.by_people())
        graph = assembled(told, entities, schema)
        keep_graph(workspace, graph, entities)
    return graph


def keep_graph(workspace: Workspace, graph: Graph, entities: Entities) -> None:
    """Save a graph made of the record as it is now."""
    workspace.judgements.replace_machine(entities.judgements)
    save_graph(graph, workspace)
