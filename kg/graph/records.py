"""Nodes and edges of ours: what every store holds alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

Value = str | int | float | bool | tuple[str, ...]
Properties = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Node:
    """A node: labels sorted, properties by sorted name. What isn't known is left out, never null."""

    id: str
    labels: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Edge:
    """A directed edge from `head` to `tail`, which are ids of nodes."""

    id: str
    type: str
    head: str
    tail: str
    properties: Properties


class Counts(NamedTuple):
    """How many nodes and edges there are."""

    nodes: int
    edges: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges, each in the order of their ids and each id once."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    @property
    def counts(self) -> Counts:
        """How many there are of each."""
        return Counts(len(self.nodes), len(self.edges))


def properties(known: Mapping[str, Value | None]) -> Properties:
    """Give properties in the order of their names, without those that are None.

    Examples
    --------
    >>> properties({"start": None, "edtf": "1998-05"})
    {'edtf': '1998-05'}
    """
    return {name: value for name, value in sorted(known.items()) if value is not None}
