"""The graph of a workspace, from the saved one where that is of the record as it is now."""

from __future__ import annotations

from kg.graph.build import assembled, resolved
from kg.graph.digest import ArticleDigest
from kg.graph.records import Graph
from kg.graph.vocabulary import Vocabulary, vocabulary_of
from kg.pipeline.digested import digested
from kg.pipeline.kept_schema import kept_schema
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.stores.saved import load_graph
from kg.workspace.workspace import Workspace


def kept_graph(workspace: Workspace) -> Graph:
    """Give the graph of the record as it is now; a saved one that is older (a run was killed) is left as it is.

    Raises
    ------
    WorkspaceError
        The workspace is damaged.
    """
    return load_graph(workspace) or made_anew(workspace)


def made_anew(workspace: Workspace) -> Graph:
    """Make the graph from the record."""
    return graph_of(workspace, digested(workspace))


def graph_of(workspace: Workspace, told: list[ArticleDigest]) -> Graph:
    """Make the graph from the digests of the record's articles."""
    schema = kept_schema(workspace.folder)
    judgements = workspace.judgements.by_people()
    entities = resolved(told, country_names=state_names(schema), judgements=judgements)
    return assembled(told, entities, load_schema(schema))


def kept_vocabulary(workspace: Workspace) -> Vocabulary:
    """Give the labels and edge types that graphs of this workspace can have."""
    return vocabulary_of(load_schema(kept_schema(workspace.folder)))
