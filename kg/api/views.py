"""Pictures of a graph, as a notebook asks for them."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from kg.query.filters import Bounds
from kg.query.questions import Questions

if TYPE_CHECKING:
    from kg.picture.drawing import Wanted
    from kg.picture.view import View
    from kg.schema.types import Schema


class Views(Questions):
    """Questions, and pictures of what they are about."""

    place: Path | str
    _schema_folder: Path | None

    def view(self, *actors: str, max_nodes: int = 300, **bounds: Unpack[Bounds]) -> View:
        """Draw the graph, or the neighbourhood of some actors: an interactive picture, in a notebook or as a file.

        The file needs nothing else and asks no host for anything. Events that were called off or denied are never
        drawn; planned and possible ones are told apart from what happened.

        Parameters
        ----------
        *actors
            Names or ids; none: the whole graph.
        max_nodes
            At most so many nodes are drawn at once, the best connected; the others come on demand. From 1 to 2,000.
        **bounds
            Filters on events, see `Bounds`.

        Returns
        -------
        View
            Shown by a notebook; `.save("graph.html")` writes it.

        Raises
        ------
        QueryError
            An actor is unknown or ambiguous, a filter names what there isn't, or only negated events are asked for.
        """
        from kg.picture.drawing import Wanted

        found = tuple(dict.fromkeys(self.actor(name).id for name in actors))
        title = " and ".join(self._directory.actors[i].name for i in found) or self._title
        return self._drawn(Wanted(title, around=found, max_nodes=max_nodes), bounds)

    def view_of(
        self, ids: Collection[str], *, title: str | None = None, max_nodes: int = 300, **bounds: Unpack[Bounds]
    ) -> View:
        """Draw some actors and events by their ids, such as a query found, and nothing else.

        Events come with all who take part in them, actors with the events that two of them share. Ids of anything
        else are passed over. The other parameters are those of `view`.
        """
        from kg.picture.drawing import Wanted

        wanted = Wanted(title or self._title, found=tuple(sorted(set(ids))), max_nodes=max_nodes)
        return self._drawn(wanted, bounds)

    def _drawn(self, wanted: Wanted, bounds: Bounds) -> View:
        from kg.picture.drawing import draw
        from kg.picture.view import View

        within = self._filter(bounds, statuses=None)
        return View(draw(self._graph, self._directory, self._schema.events, within, wanted=wanted))

    @property
    def _title(self) -> str:
        return self.place.resolve().name if isinstance(self.place, Path) else self.place

    @cached_property
    def _schema(self) -> Schema:
        """What the graph's types of events are; a workspace knows its own."""
        from kg.pipeline.kept_schema import kept_schema
        from kg.schema.loader import load_schema

        return load_schema(kept_schema(self.place) if isinstance(self.place, Path) else self._schema_folder)
