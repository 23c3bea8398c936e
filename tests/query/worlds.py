"""Random small graphs, and what is true of them found by trying everything."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise, permutations, product
from typing import Any

from hypothesis import strategies as st

from kg.events.facts import Status
from kg.graph.build import build_graph
from kg.graph.records import Graph, Node
from tests.story import SCHEMA, Told, article, meeting, signing, visit

PEOPLE = [f"{name} Adams/IE" for name in ("Ann", "Bob", "Cat", "Dan", "Eve")]
COUNTRIES = ["CH", "NO", "GH"]
PLACE = "#Bern/CH"
BOUNDS = st.fixed_dictionaries(
    {},
    optional={
        "statuses": st.sampled_from([None, ("occurred",), ("planned", "occurred")]),
        "since": st.sampled_from(["1998-05-10", "1999", "2003-11"]),
        "until": st.sampled_from(["1998-05", "1999-02-01", "2003"]),
        "min_articles": st.sampled_from([0, 1, 2]),
        "min_sources": st.sampled_from([0, 1, 2]),
        "min_confidence": st.sampled_from([0.0, 0.9, 1.0]),
    },
)
_SETTING = {"destination", "place", "venue", "origin", "location"}
_DAYS = st.sampled_from([None, "1998-05-03", "1998-05-01/1998-05-31", "1999-02-01", "2003-10-10/2003-11-20"])
_STATUS = st.sampled_from([Status.OCCURRED, Status.OCCURRED, Status.OCCURRED, Status.PLANNED, Status.NEGATED])


@st.composite
def told(draw: st.DrawFn) -> Told:
    """An event among few actors, so that much is shared."""
    when, status = draw(_DAYS), draw(_STATUS)
    kind = draw(st.sampled_from(["meeting", "meeting", "visit", "signing"]))
    actors = draw(st.lists(st.sampled_from(PEOPLE + COUNTRIES), min_size=2, max_size=3, unique=True))
    if kind == "visit":
        return visit(draw(st.sampled_from(PEOPLE)), draw(st.sampled_from([*COUNTRIES, PLACE])), when, status)
    if kind == "signing":
        return signing("CH", *(a for a in actors if a != "CH"), when=when, document="Treaty of Bern", named=True)
    return meeting(*actors, when=when, status=status)


@st.composite
def worlds(draw: st.DrawFn) -> Graph:
    """The graph of a few articles."""
    days = st.sampled_from([None, "1999-01-01", "2004-01-01", "2004-06"])
    stories = draw(st.lists(st.lists(told(), min_size=1, max_size=4), min_size=1, max_size=5))
    articles = [article(f"a{n}", *s, published=draw(days)) for n, s in enumerate(stories)]
    copied = draw(st.none() | st.integers(0, len(stories) - 1))
    if copied is not None:  # two articles of one source
        articles.append(article("copy", *stories[copied], published=draw(days), copy_of=f"a{copied}"))
    return build_graph(articles, SCHEMA)


class World:
    """A graph, read as plain sets."""

    def __init__(self, graph: Graph, events: dict[str, Node]) -> None:
        self.actors = {n.id: n for n in graph.nodes if "Entity" in n.labels and "Agreement" not in n.labels}
        self.events = events
        self.roles: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.agreements: dict[str, set[str]] = defaultdict(set)
        for edge in graph.edges:
            if edge.type == "PARTICIPATES_IN" and edge.tail in events:
                self.roles[edge.tail].add((edge.head, str(edge.properties["role"])))
            if edge.type == "OF" and edge.head in events:
                self.agreements[edge.tail].add(edge.head)
        # Ties: (head, tail) -> (kind, via, head is the setting, tail is the setting)
        self.ties: dict[tuple[str, str], set[tuple[str, str, bool, bool]]] = defaultdict(set)
        for event, roles in self.roles.items():
            self._tie("event", event, roles, roles)
        for agreement, signings in self.agreements.items():
            for one, other in permutations(signings, 2):
                self._tie("agreement", agreement, self.roles[one], self.roles[other])

    def _tie(self, kind: str, via: str, heads: set[tuple[str, str]], tails: set[tuple[str, str]]) -> None:
        for (head, left), (tail, entered) in product(heads, tails):
            if head != tail:
                self.ties[head, tail].add((kind, via, left in _SETTING, entered in _SETTING))

    def sharing(self, *actors: str) -> set[str]:
        """Events in which all take part."""
        return {e for e, roles in self.roles.items() if {actor for actor, _ in roles} >= set(actors)}

    def degree(self, actor: str) -> int:
        return len({tail for head, tail in self.ties if head == actor})

    def cost(self, way: tuple[str, ...], penalty: float) -> float:
        return len(way) - 1 + sum(penalty * self.degree(actor) / 100 for actor in way[1:-1])

    def ways(self, head: str, tail: str, most: int, max_degree: float) -> dict[tuple[str, ...], list[set[str]]]:
        """Every path, with the events and agreements by which each step can be gone."""
        others = [a for a, n in self.actors.items() if a not in (head, tail) and "Place" not in n.labels]
        others = [a for a in others if self.degree(a) <= max_degree]
        found: dict[tuple[str, ...], list[set[str]]] = {}
        for length in range(most):
            for between in permutations(others, length):
                way = (head, *between, tail)
                for chosen in product(*(self.ties.get(pair, ()) for pair in pairwise(way))):
                    if all(one[1] != two[1] and not (one[3] and two[2]) for one, two in pairwise(chosen)):
                        steps = found.setdefault(way, [set() for _ in chosen])
                        for step, tie in zip(steps, chosen, strict=True):
                            step.add(tie[1])
        return found

    def pairs(self) -> list[tuple[str, str]]:
        return list(combinations(sorted(self.actors), 2))


def is_within(event: Node, bounds: dict[str, Any], default: tuple[str, ...] | None) -> bool:
    known = event.properties
    statuses = bounds.get("statuses", default)
    since = bounds.get("since", "")
    until = bounds["until"] + "-99-99"[: 10 - len(bounds["until"])] if "until" in bounds else "9999"
    dated = "start" in known and str(known["end"]) >= since and str(known["start"]) <= until
    return (
        (statuses is None or known["status"] in statuses)
        and (dated or not {"since", "until"} & bounds.keys())
        and int(str(known["n_articles"])) >= bounds.get("min_articles", 0)
        and int(str(known["n_sources"])) >= bounds.get("min_sources", 0)
        and float(str(known["confidence"])) >= bounds.get("min_confidence", 0)
    )


def world_of(graph: Graph, bounds: dict[str, Any], default: tuple[str, ...] | None = ("occurred",)) -> World:
    return World(graph, {n.id: n for n in graph.nodes if "Event" in n.labels and is_within(n, bounds, default)})
