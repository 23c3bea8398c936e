"""Events and their evidence, read from a graph."""

from __future__ import annotations

from kg.errors import QueryError
from kg.graph.records import Node
from kg.query.directory import Directory
from kg.query.nearest import nearest
from kg.query.results import Event, EventEvidence, Evidence, Participant
from kg.stores.store import Reading


def event_of(node: Node, graph: Reading, directory: Directory) -> Event:
    """Give an event's node as an Event with its participants, in the order of their roles and names."""
    known = node.properties
    edges = graph.incoming(node.id, "PARTICIPATES_IN")
    participants = [Participant(str(edge.properties["role"]), directory.actors[edge.head]) for edge in edges]
    participants.sort(key=lambda p: (p.role, p.actor.name, p.actor.id))
    return Event(
        id=node.id,
        type=str(known["type"]),
        status=str(known["status"]),
        start=text(node, "start"),
        end=text(node, "end"),
        edtf=text(node, "edtf"),
        date_text=text(node, "date_text"),
        place=text(node, "place"),
        document=text(node, "document"),
        confidence=number(node, "confidence"),
        n_articles=int(number(node, "n_articles")),
        n_sources=int(number(node, "n_sources")),
        participants=tuple(participants),
    )


def find_event(given: str, graph: Reading) -> Node:
    """Find an event by its id or the beginning of it, with or without "event:".

    Raises
    ------
    QueryError
        No event or several begin so.
    """
    prefix = given if given.startswith("event:") else f"event:{given}"
    node = graph.node(prefix)
    if node is not None and "Event" in node.labels:
        return node
    found = [node for node in graph.nodes("Event") if node.id.startswith(prefix)]
    if len(found) == 1 and prefix != "event:":
        return found[0]
    if not found:
        near = nearest(prefix, [node.id for node in graph.nodes("Event")])
        hint = f"The nearest id is {near[0]}. " if near else ""
        raise QueryError(f"no event {given!r} in this graph. {hint}`kg timeline` shows the ids of an actor's events")
    listed = ", ".join(node.id for node in found[:5])
    raise QueryError(
        f"{len(found)} events begin with {given!r}: {listed}{', ...' if len(found) > 5 else ''}. Give more"
    )


def evidence_of(event: Node, graph: Reading) -> tuple[Evidence, ...]:
    """Give all sentences that tell of an event, the best first.

    Best is what says the event's own status, then the sentence that its article's extraction rests on, then a text
    before a headline, then the surest, then the earliest.
    """
    status = event.properties["status"]
    ranked = []
    for edge in graph.incoming(event.id, "EVIDENCE_FOR"):
        report = graph.node(edge.head)
        if report is not None:
            found = _evidence(report, graph)
            is_main = edge.properties.get("main", False)
            rank = (found.status != status, not is_main, found.field != "text", -found.confidence)
            ranked.append(((*rank, found.published or "9999", found.article, found.char_start, found.report), found))
    return tuple(found for _, found in sorted(ranked, key=lambda pair: pair[0]))


def event_evidence(given: str, graph: Reading, directory: Directory) -> EventEvidence:
    """Give an event, named by its id or a prefix of it, with all its sentences."""
    node = find_event(given, graph)
    return EventEvidence(event_of(node, graph, directory), evidence_of(node, graph))


def _evidence(report: Node, graph: Reading) -> Evidence:
    [edge] = graph.outgoing(report.id, "IN_ARTICLE")
    article = graph.node(edge.tail)
    if article is None:
        raise QueryError(f"the graph is damaged: report {report.id} has no article. Run `kg build` again")
    known = report.properties
    return Evidence(
        report=report.id,
        sentence=str(known["sentence"]),
        trigger=str(known["trigger"]),
        field=str(known["field"]),
        char_start=int(number(report, "char_start")),
        char_end=int(number(report, "char_end")),
        trigger_start=int(number(report, "trigger_start")),
        trigger_end=int(number(report, "trigger_end")),
        status=str(known["status"]),
        start=text(report, "start"),
        end=text(report, "end"),
        confidence=number(report, "confidence"),
        rule=str(known["rule"]),
        article=str(article.properties["article"]),
        title=text(article, "title"),
        published=text(article, "published"),
        url=text(article, "url"),
        type=str(known["type"]),
        date_text=text(report, "date_text"),
        place=text(report, "place"),
    )


def time_of(event: Node) -> tuple[str, str, str]:
    """Give what puts events in the order of time, those without a date last."""
    known = event.properties
    return str(known.get("start", "9999")), str(known.get("end", "9999")), event.id


def text(node: Node, name: str) -> str | None:
    """Give a property as a string, or None."""
    value = node.properties.get(name)
    return None if value is None else str(value)


def number(node: Node, name: str) -> float:
    """Give a property that is a number."""
    value = node.properties[name]
    if not isinstance(value, int | float):
        raise QueryError(f"the graph is damaged: {name} of {node.id} is no number. Run `kg build` again")
    return value
