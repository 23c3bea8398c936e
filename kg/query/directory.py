"""Finds the actor that a user means by a name."""

from __future__ import annotations

from collections import defaultdict

from kg.errors import QueryError
from kg.graph.records import Node
from kg.mentions.mention import PERSON, PLACE
from kg.query.nearest import nearest
from kg.query.results import Actor
from kg.resolution.identity import normalised
from kg.schema.types import AGREEMENT
from kg.stores.store import Reading


class Directory:
    """All names of all actors of a graph, without case and diacritics."""

    def __init__(self, graph: Reading) -> None:
        self.actors = _Actors(graph)
        self._by_name: dict[str, set[str]] = defaultdict(set)
        self._by_surname: dict[str, set[str]] = defaultdict(set)
        self._by_first_word: dict[str, set[str]] = defaultdict(set)  # some languages put the family name first
        for actor in self.actors.values():
            for name in {actor.name, *actor.names}:
                self._by_name[normalised(name)].add(actor.id)
            words = normalised(actor.name).split()
            if actor.type == PERSON and len(words) > 1:
                self._by_surname[words[-1]].add(actor.id)
                self._by_first_word[words[0]].add(actor.id)

    def find(self, name: str) -> Actor:
        """Find an actor by its id, any of its names, or a surname that only one person has.

        Raises
        ------
        QueryError
            Unknown, with the nearest names; or ambiguous, with the ids of all who are meant by it.
        """
        if name in self.actors:
            return self.actors[name]
        wanted = normalised(name)
        named, surnamed = self._by_name.get(wanted, set()), self._by_surname.get(wanted, set())
        found = self._best(named, wanted)
        if not found or all(self.actors[i].type == PERSON for i in found):
            # Whoever has the surname is meant too, even if no article uses it alone.
            found = self._best(named | surnamed, wanted) or self._by_first_word.get(wanted, set())
        if len(found) == 1:
            return self.actors[next(iter(found))]
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
        near = nearest(name, [n for actor in self.actors.values() for n in (actor.name, *actor.names)])
        meant = {a.id: a.name for other in near for a in self._sorted(self._by_name[normalised(other)])}
        listed = [f"{known} (id {actor_id})" for actor_id, known in meant.items()]
        hint = f"Did you mean {' or '.join(listed[:5])}?" if listed else "`kg actors` lists all."
        return f"no actor {name!r} in this graph. {hint}"


class _Actors(dict[str, Actor]):
    """All actors by id; one that came into the graph since then is looked up."""

    def __init__(self, graph: Reading) -> None:
        super().__init__({n.id: actor_of(n) for n in graph.nodes("Entity") if AGREEMENT not in n.labels})
        self._graph = graph

    def __missing__(self, actor: str) -> Actor:
        node = self._graph.node(actor)
        if node is None:
            raise QueryError(f"{actor} has just been taken out of the graph. Ask again")
        self[actor] = actor_of(node)
        return self[actor]


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
