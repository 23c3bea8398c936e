"""What articles published since a day say that is new, by the days of publication alone."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from kg.graph.records import Node
from kg.query.change_results import Change, ChangeKind, FieldChange
from kg.query.changes import State, told
from kg.query.events import text
from kg.query.fetched import Fetched
from kg.query.filters import Filter, day_of


def changes_since(day: dt.date, state: State, bounds: Filter) -> list[Change]:
    """Give events that only articles since a day tell of, then those of which they tell something else than before.

    An article of unknown date is not since; one of which the month alone is known is, if the month ends then or later.
    """
    graph = state.graph
    recent = {node.id for node in graph.nodes("Article") if _is_since(node, day)}
    reports = {edge.head for edge in graph.edges_of("Article", recent, "IN_ARTICLE", outgoing=False)}
    touched = {edge.tail for edge in graph.edges_of("Report", reports, "EVIDENCE_FOR", outgoing=True)}
    events = {i: node for i, node in graph.nodes_of("Event", touched).items() if bounds.takes(node)}
    earlier = _earlier_reports(graph, events, recent)
    new = [node for i, node in events.items() if i not in earlier]
    fields = {i: _news(events[i], found, recent, graph) for i, found in earlier.items()}
    changed = [events[i] for i in fields]
    return [*told(ChangeKind.NEW, new, state), *told(ChangeKind.CHANGED, changed, state, fields)]


def _is_since(article: Node, day: dt.date) -> bool:
    published = text(article, "published")
    last = day_of(published, is_end=True)
    return last is not None and last >= day


def _earlier_reports(graph: Fetched, events: Iterable[str], recent: set[str]) -> dict[str, list[Node]]:
    """Reports of some events in articles that aren't recent; events without any are left out."""
    ids = list(events)
    telling = graph.edges_of("Event", ids, "EVIDENCE_FOR", outgoing=False)
    reports = graph.nodes_of("Report", {edge.head for edge in telling})
    articles = {e.head: e.tail for e in graph.edges_of("Report", reports, "IN_ARTICLE", outgoing=True)}
    found: dict[str, list[Node]] = defaultdict(list)
    for edge in telling:
        if articles[edge.head] not in recent:
            found[edge.tail].append(reports[edge.head])
    return found


def _news(event: Node, earlier: list[Node], recent: set[str], graph: Fetched) -> tuple[FieldChange, ...]:
    """What holds now and no earlier article said; and how many articles more tell of the event."""
    fields = []
    for name in ("status", "start", "end"):
        before = sorted({value for report in earlier if (value := text(report, name))})
        now = text(event, name)
        if now is not None and now not in before:
            fields.append(FieldChange(name, " or ".join(before) or None, now))
    reports = {edge.head for edge in graph.incoming(event.id, "EVIDENCE_FOR")}
    articles = {edge.tail for edge in graph.edges_of("Report", reports, "IN_ARTICLE", outgoing=True)}
    fields.append(FieldChange("n_articles", str(len(articles - recent)), str(len(articles))))
    return tuple(fields)
