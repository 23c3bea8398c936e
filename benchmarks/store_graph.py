"""A large graph for benchmarks of stores: journeys repeated under new names, with a few people in most events."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from itertools import combinations, count

from benchmarks.crowd import SEED, Crowd, told_names
from benchmarks.travel_articles import Trip, country_name, traveller_names, trips
from kg.graph.assembly import Assembly
from kg.graph.records import Graph
from kg.resolution.identity import stable_id

NODES, EDGES = 100_000, 500_000
#: Nodes of a journey with a new article: visit, meeting, their reports, article and dates.
_NODES_OF_A_TRIP = 7
_PEOPLE = 0.25  # share of the nodes
_ARTICLE_EVERY = 2  # journeys
_LAST = dt.date(2025, 12, 31)


class Maker:
    """Makes a graph of exactly so many nodes and edges, whose people take part in events by a power law."""

    def __init__(self, rows: Sequence[Trip], nodes: int, edges: int) -> None:
        self._rows, self._nodes, self._edges = rows, nodes, edges
        self._random = random.Random(SEED)
        self._assembly = Assembly()
        self._made_nodes: set[str] = set()
        self._made_edges: set[tuple[str, ...]] = set()
        self._people = [f"person:{number:07}" for number in range(int(nodes * _PEOPLE))]
        self._crowd = Crowd(self._people, self._random)
        self._articles: list[str] = []

    def graph(self) -> Graph:
        """Make it.

        Raises
        ------
        ValueError
            There are too few edges for so many nodes, or too many.
        """
        for person, name in zip(self._people, self._names(), strict=False):
            self._node(person, ("Entity", "Person"), name=name, names=(name,))
        for number in count():
            if len(self._made_nodes) + _NODES_OF_A_TRIP > self._nodes:
                break
            self._trip(number, self._rows[number % len(self._rows)])
        for number in range(self._nodes - len(self._made_nodes)):
            name = f"Nobody {number}"
            self._node(f"person:x{number}", ("Entity", "Person"), name=name, names=(name,))
        missing = self._edges - len(self._made_edges)
        if not 0 <= missing <= len(self._people) * len(self._articles) // 4:
            raise ValueError(f"{self._nodes} nodes can't be with {self._edges} edges; about five a node go well")
        while len(self._made_edges) < self._edges:
            self._edge("MENTIONED_IN", self._crowd.one(), self._random.choice(self._articles), count=1)
        return self._assembly.graph()

    def _names(self) -> list[str]:
        """New names for all: first names and surnames of the record, put together anew; a number where they run out."""
        told = told_names(self._rows)
        told |= {(words[0], words[-1]) for row in self._rows if (words := traveller_names(row)[1].split())}
        firsts, lasts = sorted({first for first, _ in told}), sorted({last for _, last in told})
        names: set[str] = set()
        for number in count():
            if len(names) >= len(self._people):
                break
            name = f"{self._random.choice(firsts)} {self._random.choice(lasts)}"
            names.add(f"{name} {number}" if name in names else name)
        return sorted(names, key=lambda name: stable_id("name", name))

    def _trip(self, number: int, trip: Trip) -> None:
        """A visit, and a meeting on its last day, each with a report; repetitions are some days later."""
        later = dt.timedelta(days=number // len(self._rows) * 3)
        first, last = (min(dt.date.fromisoformat(day) + later, _LAST) for day in (trip["start_date"], trip["end_date"]))
        if number % _ARTICLE_EVERY == 0:
            self._article(number, last)
        name = country_name(trip)
        country = f"country:{name}"
        self._node(country, ("Country", "Entity"), name=name, names=(name,), country=name)
        visitors = self._some(self._random.randint(1, 2))
        visit = self._event("Visit", number, first, first, country)
        for who in visitors:
            self._edge("PARTICIPATES_IN", who, visit, "visitor", role="visitor")
            self._projected("VISITS", visit, who, country, first)
        self._edge("PARTICIPATES_IN", country, visit, "destination", role="destination")
        meeting = self._event("Meeting", number, last, last, country)
        members = sorted({visitors[0], *self._some(self._random.randint(3, 5))})
        for who in members:
            self._edge("PARTICIPATES_IN", who, meeting, "participant", role="participant")
        for one, other in combinations(members, 2):
            self._projected("MEETS", meeting, one, other, last)
        for who in (*members, country):
            self._edge("MENTIONED_IN", who, self._articles[-1], count=1)

    def _article(self, number: int, day: dt.date) -> None:
        article = f"article:{number}"
        self._articles.append(article)
        text = stable_id("text", number)
        known = {"article": str(number), "language": "en", "sha256": text, "source": text}
        self._node(article, ("Article",), published=day.isoformat(), title=f"Dispatch {number}", **known)

    def _event(self, kind: str, number: int, first: dt.date, last: dt.date, country: str) -> str:
        """An event with its date, its place and the report that tells of it."""
        event, report = stable_id("event", kind, number), stable_id("report", kind, number)
        when = {"start": first.isoformat(), "end": last.isoformat()}
        sure: dict[str, str | float] = {
            "status": "occurred",
            "confidence": round(self._random.uniform(0.5, 1), 3),
            "type": kind,
        }
        self._node(
            event, ("Event", kind), n_articles=1, n_sources=1, edtf=when["start"], precision="day", **when, **sure
        )
        sentence = f"{kind} of {when['start']} in {country.removeprefix('country:')}, as dispatch {number} has it."
        places = {"char_start": 0, "char_end": len(sentence), "trigger_start": 0, "trigger_end": len(kind)}
        said = {"field": "text", "sentence": sentence, "trigger": kind, "rule": f"{kind}/1"}
        self._node(report, ("Report",), **said, **places, **when, **sure)
        self._node(when["start"], ("Date",), precision="day", **when)
        self._edge("IN_ARTICLE", report, self._articles[-1])
        self._edge("EVIDENCE_FOR", report, event, main=True)
        self._edge("ON", event, when["start"])
        self._edge("AT", event, country)
        return event

    def _projected(self, kind: str, event: str, head: str, tail: str, day: dt.date) -> None:
        when = day.isoformat()
        self._edge(kind, head, tail, event, event=event, start=when, end=when, status="occurred", n_articles=1)

    def _some(self, number: int) -> list[str]:
        return sorted({self._crowd.one() for _ in range(number)})

    def _node(self, node_id: str, labels: tuple[str, ...], **known: str | int | float | bool | tuple[str, ...]) -> None:
        self._made_nodes.add(node_id)
        self._assembly.node(node_id, labels, known)

    def _edge(self, kind: str, head: str, tail: str, *apart: str, **known: str | int | float | bool) -> None:
        self._made_edges.add((kind, head, tail, *apart))
        self._assembly.edge(kind, head, tail, known, *apart)


def made(nodes: int, edges: int) -> Graph:
    """Make a graph of so many nodes and edges from the journeys."""
    return Maker(trips(), nodes, edges).graph()
