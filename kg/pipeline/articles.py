"""The articles of a workspace as resolution and the graph take them, read once for several tries."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property

from kg.graph.build import assembled, resolved
from kg.graph.records import Graph
from kg.mentions.mention import LocalEntity
from kg.pipeline.digested import digested
from kg.pipeline.kept_schema import kept_schema
from kg.resolution.entities import Entities
from kg.resolution.finding import Finder
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.schema.types import Schema
from kg.workspace.judgement import Judgement
from kg.workspace.workspace import Workspace


class Articles:
    """The digests of a workspace's articles, all or `without` some."""

    def __init__(self, workspace: Workspace, *, without: Collection[str] = ()) -> None:
        self._told = digested(workspace, without=without)
        self._folder = kept_schema(workspace.folder)

    @cached_property
    def schema(self) -> Schema:
        """The workspace's schema."""
        return load_schema(self._folder)

    @property
    def local(self) -> list[tuple[str, LocalEntity]]:
        """All entities with the ids of their articles."""
        return [(d.article.id, entity) for d in self._told for entity in d.facts.entities]

    def resolved(self, judgements: Iterable[Judgement]) -> Entities:
        """Tell who is one by what people judge."""
        return resolved(self._told, country_names=state_names(self._folder), judgements=judgements)

    def finder(self, judgements: Iterable[Judgement]) -> Finder:
        """Give what finds people and organizations by what a user writes."""
        return Finder(self.local, self.resolved(judgements))

    def graph(self, entities: Entities) -> Graph:
        """Make the graph."""
        return assembled(self._told, entities, self.schema)
