"""Finds the actor that a user means by a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.errors import QueryError
from kg.graph.records import Node
from kg.graph.vocabulary import ENTITY
from kg.mentions.mention import PERSON, PLACE
from kg.query.nearest import nearest
from kg.query.results import Actor
from kg.resolution.identity import normalised
from kg.schema.types import AGREEMENT
from kg.stores.lookup import key_of
from kg.stores.store import Reading


class Directory:
    """The actors of a graph, and what they are called; read when they are asked for.

    Names are compared without case and diacritics. What a name means is decided here, among those whom the graph knows
    by it, in part or in whole (`kg.stores.lookup`).
    """

    def __init__(self, graph: Reading) -> None:
        self._graph = graph
        self.actors = _Actors(graph)

    def load(self, actors: Iterable[str]) -> None:
        """Read some actors at once."""
        missing = sorted({actor for actor in actors if actor not in self.actors})
        if missing:
            self.actors.update(_actors(self._graph.nodes_of(ENTITY, missing).values()))

    def all(self) -> Mapping[str, Actor]:
        """All actors, by id."""
        self.actors.update(_actors(self._graph.nodes(ENTITY)))
        return self.actors

    def find(self, *names: str) -> list[Actor]:
        """Find for each name the actor that has it as id, or as any of its names, or as a surname that no other has.

        Raises
        ------
        QueryError
            Unknown, with the nearest names; or ambiguous, with the ids of all who are meant by it.
        """
        known = _actors(self._graph.named(sorted({key_of(name) for name in names} - {""}), sorted(set(names))))
        self.actors.update(known)
        return [self._find(name, known) for name in names]

    def _find(self, name: str, known: Mapping[str, Actor]) -> Actor:
        if name in known:
            return known[name]
        wanted = normalised(name)
        named = {i for i, actor in known.items() if wanted in map(normalised, (actor.name, *actor.names))}
        surnamed = {i for i, actor in known.items() if _words(actor)[-1:] == [wanted]}
        found = self._best(named, wanted)
        if not found or all(known[i].type == PERSON for i in found):
            # Whoever has the surname is meant too, even if no article uses it alone. Some put the family name first.
            begun = {i for i, actor in known.items() if _words(actor)[:1] == [wanted]}
            found = self._best(named | surnamed, wanted) or begun
        if len(found) == 1:
            return known[next(iter(found))]
        if not found:
            raise QueryError(self._unknown(name))
        listed = "; ".join(f"{a.name} ({a.type.lower()}, id {a.id})" for a in self._sorted(found)[:8])
        raise QueryError(f"{name!r} may be any of {len(found)}: {listed}. Give a full name or an id")

    def _best(self, found: set[str], wanted: str) -> set[str]:
        """Narrow down those who have a name: the main name goes before a short form, an actor before a place."""
        for keep in (_has_it_as_full_name, _is_body, _has_full_name, _is_no_place):
            kept = {actor_id for actor_id in found if keep(self.actors[actor_id], wanted)}
            if len(kept) == 1:
                return kept
        return found

    def _sorted(self, ids: set[str]) -> list[Actor]:
        return sorted((self.actors[i] for i in ids), key=lambda actor: (actor.name, actor.id))

    def _unknown(self, name: str) -> str:
        by_name: dict[str, set[str]] = defaultdict(set)
        for actor in self.all().values():
            for one in (actor.name, *actor.names):
                by_name[one].add(actor.id)
        alike: dict[str, set[str]] = defaultdict(set)
        for one, ids in by_name.items():
            alike[normalised(one)] |= ids
        meant = {a.id: a.name for near in nearest(name, by_name) for a in self._sorted(alike[normalised(near)])}
        listed = [f"{known} (id {actor_id})" for actor_id, known in meant.items()]
        hint = f"Did you mean {' or '.join(listed[:5])}?" if listed else "`kg actors` lists all."
        return f"no actor {name!r} in this graph. {hint}"


class _Actors(dict[str, Actor]):
    """Actors by id; one that wasn't read with others is read by itself."""

    def __init__(self, graph: Reading) -> None:
        super().__init__()
        self._graph = graph

    def __missing__(self, actor: str) -> Actor:
        node = self._graph.nodes_of(ENTITY, [actor]).get(actor)
        if node is None:
            raise QueryError(f"{actor} has just been taken out of the graph. Ask again")
        self[actor] = actor_of(node)
        return self[actor]


def _actors(nodes: Iterable[Node]) -> dict[str, Actor]:
    return {node.id: actor_of(node) for node in nodes if AGREEMENT not in node.labels}


def _words(actor: Actor) -> list[str]:
    """The words of a person's main name, if it has several."""
    words = normalised(actor.name).split() if actor.type == PERSON else []
    return words if len(words) > 1 else []


def _has_it_as_full_name(actor: Actor, wanted: str) -> bool:
    return " " in wanted and normalised(actor.name) == wanted and _is_no_place(actor, wanted)


def _is_body(actor: Actor, wanted: str) -> bool:  # noqa: ARG001 - one of several with one signature
    return actor.type not in (PERSON, PLACE)


def _has_full_name(actor: Actor, wanted: str) -> bool:  # noqa: ARG001
    return actor.type == PERSON and " " in normalised(actor.name)


def _is_no_place(actor: Actor, wanted: str) -> bool:  # noqa: ARG001
    return actor.type != PLACE


def actor_of(node: Node) -> Actor:
    """Give an entity's node as an Actor."""
    known = node.properties
    names, country = known.get("names", ()), known.get("country")
    return Actor(
        id=node.id,
        type=next(label for label in node.labels if label != "Entity"),
        name=str(known["name"]),
        names=names if isinstance(names, tuple) else (),
        country=str(country) if country else None,
    )
