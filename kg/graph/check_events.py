"""What MODEL promises of events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations, product

from kg.graph.event_nodes import is_about_agreement
from kg.graph.incidence import Incidence
from kg.graph.records import Node
from kg.schema.types import EventType, Schema

STATUSES = frozenset({"occurred", "planned", "possible", "negated"})
_DATED = ("edtf", "precision", "date_text", "date_basis", "end")


def faults_of_event(node: Node, ends: Incidence, schema: Schema | None) -> Iterator[str]:
    """Give what is wrong with an event, its date, its reports and the edges projected from it."""
    known = node.properties
    if known.get("status") not in STATUSES:
        yield f"{node.id}: there is no status {known.get('status')!r}"
    if known.get("type") not in node.labels:
        yield f"{node.id}: no label says that it is of type {known.get('type')!r}"
    if not ends.incoming[node.id, "PARTICIPATES_IN"]:
        yield f"{node.id}: an event without participants"
    yield from _of_date(node, ends)
    reports = ends.incoming[node.id, "EVIDENCE_FOR"]
    articles = {e.tail for r in reports for e in ends.outgoing[r.head, "IN_ARTICLE"]}
    if not reports:
        yield f"{node.id}: an event without a report"
    if len(articles) != known.get("n_articles"):
        yield f"{node.id}: n_articles is {known.get('n_articles')}, but {len(articles)} articles tell of it"
    sources = {ends.nodes[i].properties.get("source") for i in articles if i in ends.nodes}
    if len(sources) != known.get("n_sources"):
        yield f"{node.id}: n_sources is {known.get('n_sources')}, but {len(sources)} sources tell of it"
    if known.get("type") == "Signing" and len(ends.outgoing[node.id, "OF"]) != 1:
        yield f"{node.id}: a signing of {len(ends.outgoing[node.id, 'OF'])} agreements"
    yield from _of_projection(node, ends, schema)


def _of_date(node: Node, ends: Incidence) -> Iterator[str]:
    known, on = node.properties, ends.outgoing[node.id, "ON"]
    if "start" not in known:
        if on or any(name in known for name in _DATED):
            yield f"{node.id}: without a start, yet dated"
        return
    yield from (f"{node.id}: dated without {name}" for name in _DATED if name not in known)
    if [edge.tail for edge in on] != [known.get("edtf")]:
        yield f"{node.id}: ON leads to {[edge.tail for edge in on]}, its date is {known.get('edtf')!r}"
        return
    date = ends.nodes[on[0].tail].properties if on[0].tail in ends.nodes else {}
    if (date.get("start"), date.get("end")) != (known["start"], known.get("end")):
        yield f"{node.id}: its days are not those of the date {known.get('edtf')!r}"


def _of_projection(event: Node, ends: Incidence, schema: Schema | None) -> Iterator[str]:
    kind = schema.events.get(str(event.properties.get("type"))) if schema else None
    if kind is None:
        return
    edges = ends.projected[event.id]
    if event.properties.get("status") == "negated":
        yield from (f"{edge.id}: projected from an event that did not happen" for edge in edges)
        return
    found, expected = Counter((edge.head, edge.tail) for edge in edges), _pairs(event, kind, ends)
    yield from (f"{event.id}: the pair {pair} is projected {n} times" for pair, n in found.items() if n > 1)
    yield from (f"{event.id}: the pair {pair} is not projected" for pair in sorted(expected - set(found)))
    yield from (f"{event.id}: {pair} is projected, but is no pair of its" for pair in sorted(set(found) - expected))
    for edge in edges:
        if edge.type != kind.edge.type:
            yield f"{edge.id}: a {kind.name} is projected to {kind.edge.type}, not to {edge.type}"
        for name in ("start", "end", "status", "place", "confidence", "n_articles"):
            if edge.properties.get(name) != event.properties.get(name):
                yield f"{edge.id}: its {name} is not that of its event"


def _pairs(event: Node, kind: EventType, ends: Incidence) -> set[tuple[str, str]]:
    """Pairs that an event connects; of a symmetric edge the smaller id first."""
    edge = kind.edge
    heads, tails = _filling(event, kind, edge.head, ends), _filling(event, kind, edge.tail, ends)
    if edge.symmetric:
        return set(combinations(sorted(heads), 2))
    if is_about_agreement(kind):
        tails = {of.tail for of in ends.outgoing[event.id, "OF"]}
    return {(head, tail) for head, tail in product(heads, tails) if head != tail}


def _filling(event: Node, kind: EventType, role: str, ends: Incidence) -> set[str]:
    names = {role, *(other.name for other in kind.roles.values() if other.counts_as == role)}
    return {e.head for e in ends.incoming[event.id, "PARTICIPATES_IN"] if e.properties.get("role") in names}
