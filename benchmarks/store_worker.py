"""One store in a process of its own, for `stores.py` and `loading.py`: loads a graph, or asks; prints JSON.

    python -m benchmarks.store_worker load|load-2|create|statements|ask PLACE GRAPH.jsonl [REPEATS]

The credentials of a server come from the environment, as for `kg load`.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import neo4j
import psutil

import kg
from kg.graph.difference import Difference, difference
from kg.graph.records import Graph
from kg.graph.vocabulary import vocabulary_of
from kg.schema.loader import load_schema
from kg.stores.cypher.batches import SIZE
from kg.stores.cypher.statements import Statements, quoted
from kg.stores.cypher.values import stored, to_database
from kg.stores.jsonl import import_jsonl
from kg.stores.uri import open_store


def main(what: str, place: str, file: Path, repeats: int) -> None:
    graph = _read(file)
    measured = ask(place, graph, repeats) if what == "ask" else _WAYS[what](place, graph)
    print(json.dumps({**measured, "peak_mb": peak_mb(psutil.Process())}))


def _read(file: Path) -> Graph:
    with file.open(encoding="utf-8") as lines:
        return import_jsonl(lines)


def load(place: str, graph: Graph, writers: int = 1) -> dict[str, Any]:
    """Load a graph as `kg load` does: what is there already is read first, and nothing is ever made twice."""
    with _Clock() as clock:
        store = open_store(place, vocabulary_of(load_schema()), writers=writers)
        store.write(graph)
        store.close()
    return clock.read


def statements(place: str, graph: Graph) -> dict[str, Any]:
    """Load a graph into a store that isn't empty: an embedded one then has to go by statements, not in bulk."""
    store = open_store(place, vocabulary_of(load_schema()))
    first = Graph(graph.nodes[:1], ())
    store.apply(Difference(added=first))
    change = difference(first, graph)
    with _Clock() as clock:
        store.apply(change)
        store.close()
    return clock.read


def create(place: str, graph: Graph) -> dict[str, Any]:
    """The plainest load that works: UNWIND CREATE of the same rows in batches of the same size, ids indexed.

    A second run would make everything twice, and a missing end goes unnoticed.
    """
    vocabulary = vocabulary_of(load_schema())
    plain = Statements(vocabulary, sets_root_labels=True)
    auth = (os.environ["KG_NEO4J_USER"], os.environ["KG_NEO4J_PASSWORD"])
    opened = neo4j.GraphDatabase.driver(place, auth=auth)
    with _Clock() as clock, opened as driver, driver.session(database="neo4j") as session:
        labels = {node.id: plain.label(node) for node in graph.nodes}
        for label in sorted(set(labels.values())):
            session.run(f"CREATE CONSTRAINT FOR (n:{quoted(label)}) REQUIRE n.id IS UNIQUE").consume()
        for statement, rows in _plain_rows(graph, labels, plain):
            for start in range(0, len(rows), SIZE):
                part = rows[start : start + SIZE]
                session.execute_write(lambda tx, s=statement, r=part: tx.run(s, {"rows": r}).consume())  # type: ignore[misc]
    return clock.read


def _plain_rows(graph: Graph, labels: dict[str, str], plain: Statements) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Statements that create nodes by label, then edges by type and labels of the ends; rows are maps."""
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for node in graph.nodes:
        row = {"id": node.id, "properties": to_database(stored(node))}
        statement = f"UNWIND $rows AS row CREATE (n:{':'.join(map(quoted, node.labels))}) SET n = row.properties"
        nodes[statement].append(row)
    yield from nodes.items()
    edges: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for edge in graph.edges:
        row = {"id": edge.id, "head": edge.head, "tail": edge.tail, "properties": to_database(edge.properties)}
        edges[plain.create_edges(edge.type, labels[edge.head], labels[edge.tail])].append(row)
    yield from edges.items()


_WAYS: dict[str, Callable[[str, Graph], dict[str, Any]]] = {
    "load": load,
    "load-2": partial(load, writers=2),
    "create": create,
    "statements": statements,
}


class _Clock:
    """Measures a block: seconds by the clock, and of this process's processor time."""

    def __enter__(self) -> _Clock:
        self._began = time.perf_counter(), time.process_time()
        return self

    def __exit__(self, *_: object) -> None:
        began, used = self._began
        self.read = {"seconds": time.perf_counter() - began, "client_cpu": time.process_time() - used}


def ask(place: str, graph: Graph, repeats: int) -> dict[str, Any]:
    """Open a store and ask the questions; answers are given as digests, to be compared with those of other stores."""
    choice = Choice(graph)
    del graph
    began = time.perf_counter()
    opened = kg.open(place)
    opening = time.perf_counter() - began
    seconds, answers = {}, {}
    for name, question in choice.questions(opened).items():
        times = []
        for number in range(repeats):
            began = time.perf_counter()
            answer = question(number)
            times.append(time.perf_counter() - began)
            answers[f"{name} {number}"] = hashlib.sha256(repr(answer).encode()).hexdigest()[:16]
        seconds[name] = {"first": times[0], "median": median(times)}
    opened.close()
    return {"opening": opening, "questions": seconds, "answers": answers}


class Choice:
    """About whom and what is asked: people from the most active to those hardly in the news, events of theirs."""

    def __init__(self, graph: Graph) -> None:
        people = [node.id for node in graph.nodes if node.id.startswith("person:0")]
        active = {edge.head for edge in graph.edges if edge.type == "PARTICIPATES_IN"}
        self.people: list[str] = [person for person in people if person in active]
        self.pairs = [(edge.head, edge.tail) for edge in graph.edges if edge.type == "MEETS"]
        self.events = [node.id for node in graph.nodes if "Event" in node.labels]

    def questions(self, graph: kg.Graph) -> dict[str, Callable[[int], object]]:
        """The kinds of question; each is given the number of the repetition and asks about others then."""

        def person(number: int) -> str:
            return self.people[min(pow(3, number, 1000), len(self.people) - 1)]

        def pair(number: int) -> tuple[str, str]:
            return self.pairs[number * 7919 % len(self.pairs)]

        def apart(number: int) -> tuple[str, str]:
            one, other = person(number), self.people[-1 - number % len(self.people)]
            return (one, other) if one != other else self.pairs[0]

        return {
            "neighbours": lambda n: graph.neighbours(person(n)),
            "connections": lambda n: graph.connections(*pair(n), max_steps=2),
            "paths": lambda n: graph.paths(*apart(n), max_steps=2),
            "common": lambda n: graph.common(*pair(n)),
            "timeline": lambda n: graph.timeline(person(n)),
            "evidence": lambda n: graph.evidence(self.events[n * 7919 % len(self.events)]),
            "centrality": lambda _: graph.centrality("degree"),
            "cooccurrence": lambda n: graph.cooccurrence(person(n)),
            "changes": lambda _: graph.changes_since("2024-01-01"),
        }


def peak_mb(process: psutil.Process) -> float:
    """The most memory that a process and those that it started have held, each at its own time."""
    kilobytes = 0
    for one in (process, *process.children(recursive=True)):
        status = Path(f"/proc/{one.pid}/status").read_text(encoding="ascii")
        kilobytes += next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))
    return round(kilobytes / 1024, 1)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 1)
