"""What a store gives of events at once: in so far as a search needs them, or with all that is told of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.graph.records import Node


@dataclass(frozen=True, slots=True)
class Part:
    """Who takes part in an event, and in which role; `edge` is the id of the edge that says so."""

    edge: str
    actor: str
    role: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event, in so far as searches need it.

    `parts` are in the order of their edges' ids. `leads_to` has, for each type of edge that was asked for, the ids of
    the nodes to which such edges of the event lead, in order.
    """

    id: str
    type: str
    start: str | None
    end: str | None
    n_articles: int
    parts: tuple[Part, ...]
    leads_to: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Kind:
    """What events are counted by: type, status, and the year in which they begin; None where that isn't known."""

    type: str
    status: str
    year: int | None


@dataclass(frozen=True, slots=True)
class Published:
    """How many articles there are, and the first and last time of publication, as text; None where none is known."""

    articles: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """A report of an event and its article; `main` as on the edge between report and event."""

    main: bool
    report: Node
    article: Node


@dataclass(frozen=True, slots=True)
class Account:
    """An event with who takes part in it, and everything that tells of it. Parts and tellings are in no order."""

    event: Node
    parts: tuple[Part, ...]
    tellings: tuple[Telling, ...]
