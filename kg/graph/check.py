"""Whether a graph holds all that MODEL promises of it, whatever store it comes from."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.graph.records import Edge, Graph, Node
from kg.schema.types import Schema

_ENTITY = frozenset({"Person", "Country", "Organization", "Place", "Agreement"})
_ACTOR = _ENTITY - {"Agreement"}
_STATUSES = frozenset({"occurred", "planned", "possible", "negated"})
_ENDS: Mapping[str, tuple[frozenset[str], frozenset[str]]] = {
    "IN_ARTICLE": (frozenset({"Report"}), frozenset({"Article"})),
    "EVIDENCE_FOR": (frozenset({"Report"}), frozenset({"Event"})),
    "PARTICIPATES_IN": (_ACTOR, frozenset({"Event"})),
    "ON": (frozenset({"Event"}), frozenset({"Date"})),
    "AT": (frozenset({"Event"}), _ACTOR),
    "OF": (frozenset({"Event"}), frozenset({"Agreement"})),
    "LOCATED_IN": (frozenset({"Place"}), frozenset({"Country"})),
    "HOLDS_OFFICE": (frozenset({"Person"}), frozenset({"Country", "Organization"})),
    "MENTIONED_IN": (_ACTOR | {"Date"}, frozenset({"Article"})),
}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "Article": ("article", "language", "sha256"),
    "Report": ("field", "char_start", "char_end", "sentence", "trigger", "rule", "status", "confidence"),
    "Entity": ("name", "names"),
    "Date": ("start", "end", "precision"),
    "Event": ("type", "status", "confidence", "n_articles", "n_sources"),
    "PARTICIPATES_IN": ("role",),
    "HOLDS_OFFICE": ("title",),
    "MENTIONED_IN": ("count",),
}
_DATED = ("edtf", "precision", "date_text", "date_basis", "end")


def check_graph(graph: Graph, schema: Schema | None = None, *, texts: Mapping[str, str] | None = None) -> list[str]:
    """Give each promise that the graph breaks as a sentence that names the node or edge; none: all is well.

    Parameters
    ----------
    graph
        Of any store.
    schema
        The event types, by which the projected edges are checked.
    texts
        Texts of articles by id, in which the reports' sentences are looked up.

    Examples
    --------
    >>> check_graph(Graph((Node("2024-05", ("Date",), {"start": "2024-06-01", "end": "2024-05-01"}),), ()))
    ['2024-05: Date without precision', '2024-05: starts on 2024-06-01, after its end on 2024-05-01']
    """
    return list(_Check(graph, schema, texts or {}).faults())


class _Check:
    def __init__(self, graph: Graph, schema: Schema | None, texts: Mapping[str, str]) -> None:
        self._graph = graph
        self._schema = schema
        self._texts = texts
        self._nodes = {node.id: node for node in graph.nodes}
        self._out: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        self._in: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for edge in graph.edges:
            self._out[edge.head, edge.type].append(edge)
            self._in[edge.tail, edge.type].append(edge)

    def faults(self) -> Iterator[str]:
        for what, ids in (("node", [n.id for n in self._graph.nodes]), ("edge", [e.id for e in self._graph.edges])):
            yield from (f"{one}: {times} {what}s have this id" for one, times in Counter(ids).items() if times > 1)
            if ids != sorted(ids):
                yield f"the {what}s are not in the order of their ids"
        for node in self._graph.nodes:
            yield from self._of_node(node)
        for edge in self._graph.edges:
            yield from self._of_edge(edge)

    def _of_node(self, node: Node) -> Iterator[str]:
        if node.labels != tuple(sorted(set(node.labels))):
            yield f"{node.id}: labels {node.labels} are not sorted"
        for label in node.labels:
            missing = [name for name in _NEEDED.get(label, ()) if name not in node.properties]
            yield from (f"{node.id}: {label} without {name}" for name in missing)
        yield from _of_dates(node.id, node.properties)
        if "Entity" in node.labels:
            yield from self._of_entity(node)
        if "Report" in node.labels:
            yield from self._of_report(node)
        if "Event" in node.labels:
            yield from self._of_event(node)

    def _of_entity(self, node: Node) -> Iterator[str]:
        if len(_ENTITY.intersection(node.labels)) != 1:
            yield f"{node.id}: labels {node.labels} name no one type of entity"
        names = node.properties.get("names", ())
        if isinstance(names, tuple) and node.properties.get("name") not in names:
            yield f"{node.id}: its name is not among its names"
        if "Country" in node.labels and node.id != f"country:{node.properties.get('country')}":
            yield f"{node.id}: a country's id is its code"
        if "Agreement" in node.labels and not self._in[node.id, "OF"]:
            yield f"{node.id}: an agreement of no event"

    def _of_report(self, node: Node) -> Iterator[str]:
        articles = self._out[node.id, "IN_ARTICLE"]
        if len(articles) != 1:
            yield f"{node.id}: a report in {len(articles)} articles"
        if not self._out[node.id, "EVIDENCE_FOR"]:
            yield f"{node.id}: a report of no event"
        known = node.properties
        sentence, start, end = str(known.get("sentence")), _whole(known, "char_start"), _whole(known, "char_end")
        if end - start != len(sentence):
            yield f"{node.id}: {end - start} characters, but a sentence of {len(sentence)}"
        if not start <= _whole(known, "trigger_start") <= _whole(known, "trigger_end") <= end:
            yield f"{node.id}: the trigger lies outside of the sentence"
        if known.get("status") not in _STATUSES:
            yield f"{node.id}: there is no status {known.get('status')!r}"
        yield from self._of_sentence(node, articles, sentence)

    def _of_sentence(self, node: Node, articles: list[Edge], sentence: str) -> Iterator[str]:
        article = self._nodes.get(articles[0].tail) if articles else None
        if article is None or str(article.properties.get("article")) not in self._texts:
            return
        is_title = node.properties.get("field") == "title"
        known = article.properties
        text = str(known.get("title", "")) if is_title else self._texts[str(known["article"])]
        if text[_whole(node.properties, "char_start") : _whole(node.properties, "char_end")] != sentence:
            yield f"{node.id}: the sentence is not that of article {known['article']!r}"

    def _of_event(self, node: Node) -> Iterator[str]:
        known = node.properties
        if known.get("status") not in _STATUSES:
            yield f"{node.id}: there is no status {known.get('status')!r}"
        if known.get("type") not in node.labels:
            yield f"{node.id}: no label says that it is of type {known.get('type')!r}"
        if not self._out_heads(node):
            yield f"{node.id}: an event without participants"
        yield from self._of_event_date(node)
        reports = self._in[node.id, "EVIDENCE_FOR"]
        articles = {e.tail for r in reports for e in self._out[r.head, "IN_ARTICLE"]}
        if not reports:
            yield f"{node.id}: an event without a report"
        if len(articles) != known.get("n_articles"):
            yield f"{node.id}: n_articles is {known.get('n_articles')}, but {len(articles)} articles tell of it"
        if not 1 <= _whole(known, "n_sources") <= _whole(known, "n_articles"):
            yield f"{node.id}: {known.get('n_sources')} sources in {known.get('n_articles')} articles"
        if known.get("type") == "Signing" and len(self._out[node.id, "OF"]) != 1:
            yield f"{node.id}: a signing of {len(self._out[node.id, 'OF'])} agreements"
        yield from self._of_projection(node)

    def _out_heads(self, event: Node) -> set[str]:
        return {edge.head for edge in self._in[event.id, "PARTICIPATES_IN"]}

    def _of_event_date(self, node: Node) -> Iterator[str]:
        known, on = node.properties, self._out[node.id, "ON"]
        if "start" not in known:
            if on or any(name in known for name in _DATED):
                yield f"{node.id}: without a start, yet dated"
            return
        yield from (f"{node.id}: dated without {name}" for name in _DATED if name not in known)
        if [edge.tail for edge in on] != [known.get("edtf")]:
            yield f"{node.id}: ON leads to {[edge.tail for edge in on]}, its date is {known.get('edtf')!r}"
            return
        date = self._nodes[on[0].tail].properties if on[0].tail in self._nodes else {}
        if (date.get("start"), date.get("end")) != (known["start"], known.get("end")):
            yield f"{node.id}: its days are not those of the date {known.get('edtf')!r}"

    def _of_projection(self, event: Node) -> Iterator[str]:
        if self._schema is None or str(event.properties.get("type")) not in self._schema.events:
            return
        kind = self._schema.events[str(event.properties["type"])]
        edges = self._projected.get(event.id, [])
        if event.properties.get("status") == "negated":
            yield from (f"{edge.id}: projected from an event that did not happen" for edge in edges)
            return
        pairs = Counter((edge.head, edge.tail) for edge in edges)
        yield from (f"{event.id}: the pair {pair} is projected {n} times" for pair, n in pairs.items() if n > 1)
        for edge in edges:
            if edge.type != kind.edge.type:
                yield f"{edge.id}: a {kind.name} is projected to {kind.edge.type}, not to {edge.type}"
            if kind.edge.symmetric and edge.head >= edge.tail:
                yield f"{edge.id}: a symmetric edge begins at the smaller id"
            for name in ("start", "end", "status", "place", "confidence", "n_articles"):
                if edge.properties.get(name) != event.properties.get(name):
                    yield f"{edge.id}: its {name} is not that of its event"

    @property
    def _projected(self) -> Mapping[str, list[Edge]]:
        if not hasattr(self, "_by_event"):
            self._by_event: dict[str, list[Edge]] = defaultdict(list)
            for edge in self._graph.edges:
                if "event" in edge.properties:
                    self._by_event[str(edge.properties["event"])].append(edge)
        return self._by_event

    def _of_edge(self, edge: Edge) -> Iterator[str]:
        ends = self._nodes.get(edge.head), self._nodes.get(edge.tail)
        yield from (
            f"{edge.id}: there is no node {i!r}" for i, n in zip((edge.head, edge.tail), ends, strict=True) if not n
        )
        yield from (
            f"{edge.id}: {edge.type} without {name}"
            for name in _NEEDED.get(edge.type, ())
            if name not in edge.properties
        )
        if edge.head == edge.tail:
            yield f"{edge.id}: both ends are {edge.head!r}"
        for node, labels in zip(ends, _ENDS.get(edge.type, (_ACTOR, _ENTITY)), strict=True):
            if node and labels.isdisjoint(node.labels):
                yield f"{edge.id}: {edge.type} has an end of {node.labels}"
        if edge.type not in _ENDS:
            event = self._nodes.get(str(edge.properties.get("event")))
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


def _whole(known: Mapping[str, object], name: str) -> int:
    value = known.get(name)
    return value if isinstance(value, int) else -1
