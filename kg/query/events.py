"""Events and their evidence, read from a graph."""

from __future__ import annotations

from kg.errors import QueryError
from kg.graph.records import Node
from kg.query.directory import Directory
from kg.query.nearest import nearest
from kg.query.results import Event, Evidence, Participant
from kg.stores.filter import number
from kg.stores.gathered import Account, Telling
from kg.stores.store import Reading


def event_of(account: Account, directory: Directory) -> Event:
    """Give an event with its participants, in the order of their roles and names."""
    node = account.event
    known = node.properties
    participants = [Participant(part.role, directory.actors[part.actor]) for part in account.parts]
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


def whole_id(given: str) -> str:
    """Give an id of an event, or the beginning of one, with "event:" before it."""
    return given if given.startswith("event:") else f"event:{given}"


def find_event(given: str, graph: Reading) -> str:
    """Find the id of an event by the beginning of it, with or without "event:".

    Raises
    ------
    QueryError
        No event or several begin so.
    """
    prefix = whole_id(given)
    found = graph.ids("Event", prefix)
    if len(found) == 1 and prefix != "event:":
        return found[0]
    if not found:
        near = nearest(prefix, graph.ids("Event"))
        hint = f"The nearest id is {near[0]}. " if near else ""
        raise QueryError(f"no event {given!r} in this graph. {hint}`kg timeline` shows the ids of an actor's events")
    listed = ", ".join(found[:5])
    raise QueryError(
        f"{len(found)} events begin with {given!r}: {listed}{', ...' if len(found) > 5 else ''}. Give more"
    )


def evidence_of(account: Account) -> tuple[Evidence, ...]:
    """Give all sentences that tell of an event, the best first.

    Best is what says the event's own status, then the sentence that its article's extraction rests on, then a text
    before a headline, then the surest, then the earliest.
    """
    status = account.event.properties["status"]
    ranked = []
    for telling in account.tellings:
        found = _evidence(telling)
        rank = (found.status != status, not telling.main, found.field != "text", -found.confidence)
        ranked.append(((*rank, found.published or "9999", found.article, found.char_start, found.report), found))
    return tuple(found for _, found in sorted(ranked, key=lambda pair: pair[0]))


def _evidence(telling: Telling) -> Evidence:
    report, article = telling.report, telling.article
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
        source=text(article, "source"),
    )


def time_of(event: Node) -> tuple[str, str, str]:
    """Give what puts events in the order of time, those without a date last."""
    return day_order(event.id, text(event, "start"), text(event, "end"))


def day_order(event: str, start: str | None, end: str | None) -> tuple[str, str, str]:
    """The same of an event of which only id and days are known."""
    return start or "9999", end or "9999", event


def text(node: Node, name: str) -> str | None:
    """Give a property as a string, or None."""
    value = node.properties.get(name)
    return None if value is None else str(value)
