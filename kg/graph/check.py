"""Whether a graph holds all that MODEL promises of it, whatever store it comes from."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kg.graph.check_events import STATUSES, faults_of_event
from kg.graph.incidence import Incidence, whole
from kg.graph.records import Edge, Graph, Node
from kg.schema.types import Schema

_ENTITY = frozenset({"Person", "Country", "Organization", "Place", "Agreement"})
_ACTOR = _ENTITY - {"Agreement"}
_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "IN_ARTICLE": (frozenset({"Report"}), frozenset({"Article"})),
    "EVIDENCE_FOR": (frozenset({"Report"}), frozenset({"Event"})),
    "PARTICIPATES_IN": (_ACTOR, frozenset({"Event"})),
    "ON": (frozenset({"Event"}), frozenset({"Date"})),
    "AT": (frozenset({"Event"}), frozenset({"Place", "Country"})),
    "OF": (frozenset({"Event"}), frozenset({"Agreement"})),
    "LOCATED_IN": (frozenset({"Place"}), frozenset({"Country"})),
    "HOLDS_OFFICE": (frozenset({"Person"}), frozenset({"Country", "Organization"})),
    "MENTIONED_IN": (_ACTOR | {"Date"}, frozenset({"Article"})),
}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "Article": ("article", "language", "sha256", "source"),
    "Report": ("field", "char_start", "char_end", "sentence", "trigger", "rule", "status", "confidence"),
    "Entity": ("name", "names"),
    "Date": ("start", "end", "precision"),
    "Event": ("type", "status", "confidence", "n_articles", "n_sources"),
    "PARTICIPATES_IN": ("role",),
    "HOLDS_OFFICE": ("title", "n_articles"),
    "MENTIONED_IN": ("count",),
}


def check_graph(graph: Graph, schema: Schema | None = None, *, texts: Iterable[tuple[str, str]] = ()) -> list[str]:
    """Give each promise that the graph breaks as a sentence that names the node or edge; none: all is well.

    Parameters
    ----------
    graph
        Of any store.
    schema
        The event types, by which the projected edges are checked.
    texts
        Ids of articles with their texts, in which the reports' sentences are looked up; one at a time in memory.

    Examples
    --------
    >>> check_graph(Graph((Node("2024-05", ("Date",), {"start": "2024-06-01", "end": "2024-05-01"}),), ()))
    ['2024-05: Date without precision', '2024-05: starts on 2024-06-01, after its end on 2024-05-01']
    """
    return list(_faults(graph, schema, texts))


def _faults(graph: Graph, schema: Schema | None, texts: Iterable[tuple[str, str]]) -> Iterator[str]:
    for what, ids in (("node", [n.id for n in graph.nodes]), ("edge", [e.id for e in graph.edges])):
        yield from (f"{one}: {times} {what}s have this id" for one, times in Counter(ids).items() if times > 1)
        if ids != sorted(ids):
            yield f"the {what}s are not in the order of their ids"
    ends = Incidence(graph)
    for node in graph.nodes:
        yield from _of_node(node, ends, schema)
    for edge in graph.edges:
        yield from _of_edge(edge, ends)
    yield from _of_texts(ends, texts)


def _of_node(node: Node, ends: Incidence, schema: Schema | None) -> Iterator[str]:
    if node.labels != tuple(sorted(set(node.labels))):
        yield f"{node.id}: labels {node.labels} are not sorted"
    for label in node.labels:
        missing = [name for name in _NEEDED.get(label, ()) if name not in node.properties]
        yield from (f"{node.id}: {label} without {name}" for name in missing)
    yield from _of_dates(node.id, node.properties)
    if "Entity" in node.labels:
        yield from _of_entity(node, ends)
    if "Report" in node.labels:
        yield from _of_report(node, ends)
    if "Event" in node.labels:
        yield from faults_of_event(node, ends, schema)


def _of_entity(node: Node, ends: Incidence) -> Iterator[str]:
    if len(_ENTITY.intersection(node.labels)) != 1:
        yield f"{node.id}: labels {node.labels} name no one type of entity"
    names = node.properties.get("names", ())
    if isinstance(names, tuple) and node.properties.get("name") not in names:
        yield f"{node.id}: its name is not among its names"
    if "Country" in node.labels and node.id != f"country:{node.properties.get('country')}":
        yield f"{node.id}: a country's id is its code"
    if "Agreement" in node.labels and not ends.incoming[node.id, "OF"]:
        yield f"{node.id}: an agreement of no event"


def _of_report(node: Node, ends: Incidence) -> Iterator[str]:
    articles = ends.outgoing[node.id, "IN_ARTICLE"]
    if len(articles) != 1:
        yield f"{node.id}: a report in {len(articles)} articles"
    if not ends.outgoing[node.id, "EVIDENCE_FOR"]:
        yield f"{node.id}: a report of no event"
    known = node.properties
    sentence, start, end = str(known.get("sentence")), whole(known, "char_start"), whole(known, "char_end")
    if end - start != len(sentence):
        yield f"{node.id}: {end - start} characters, but a sentence of {len(sentence)}"
    if not start <= whole(known, "trigger_start") <= whole(known, "trigger_end") <= end:
        yield f"{node.id}: the trigger lies outside of the sentence"
    if known.get("status") not in STATUSES:
        yield f"{node.id}: there is no status {known.get('status')!r}"


def _of_texts(ends: Incidence, texts: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Look every sentence up where its report says that it stands."""
    articles = {node.properties.get("article"): node for node in ends.nodes.values() if "Article" in node.labels}
    for own_id, text in texts:
        article = articles.get(own_id)
        if article is None:
            yield f"article {own_id!r} is not in the graph"
            continue
        title = str(article.properties.get("title", ""))
        for edge in ends.incoming[article.id, "IN_ARTICLE"]:
            report = ends.nodes.get(edge.head)
            if report is None:
                continue
            known = report.properties
            field = title if known.get("field") == "title" else text
            if field[whole(known, "char_start") : whole(known, "char_end")] != str(known.get("sentence")):
                yield f"{report.id}: the sentence is not that of article {own_id!r}"


def _of_edge(edge: Edge, at: Incidence) -> Iterator[str]:
    ends = at.nodes.get(edge.head), at.nodes.get(edge.tail)
    yield from (
        f"{edge.id}: there is no node {i!r}" for i, n in zip((edge.head, edge.tail), ends, strict=True) if not n
    )
    yield from (
        f"{edge.id}: {edge.type} without {name}" for name in _NEEDED.get(edge.type, ()) if name not in edge.properties
    )
    if edge.head == edge.tail:
        yield f"{edge.id}: both ends are {edge.head!r}"
    for node, labels in zip(ends, _ENDS.get(edge.type, (_ACTOR, _ENTITY)), strict=True):
        if node and labels.isdisjoint(node.labels):
            yield f"{edge.id}: {edge.type} has an end of {node.labels}"
    if edge.type not in _ENDS:
        event = at.nodes.get(str(edge.properties.get("event")))
        if event is None or "Event" not in event.labels:
            yield f"{edge.id}: {edge.type} is projected from no event"


def _of_dates(owner: str, known: Mapping[str, object]) -> Iterable[str]:
    start, end = known.get("start"), known.get("end")
    for day in (start, end):
        if day is not None and not _is_day(day):
            return [f"{owner}: {day!r} is no day"]
    if start is not None and end is not None and str(start) > str(end):
        return [f"{owner}: starts on {start}, after its end on {end}"]
    return []


def _is_day(given: object) -> bool:
    try:
        return dt.date.fromisoformat(str(given)).isoformat() == given
    except ValueError:
        return False
