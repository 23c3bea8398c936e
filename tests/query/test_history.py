"""What has changed since a day, and since an earlier graph."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from kg.errors import QueryError
from kg.events.facts import Status
from kg.graph.build import build_graph
from kg.graph.records import Graph
from kg.query.change_results import Change, ChangeKind
from kg.query.questions import Questions
from kg.stores.networkx_store import NetworkXStore
from tests.query.worlds import BOUNDS, world_of, worlds
from tests.story import SCHEMA, Record, article, meeting

ROBINSON, ANNAN, GUSMAO, LAVROV = "Mary Robinson/IE", "Kofi Annan/GH", "Xanana Gusmão/TL", "Sergei Lavrov/RU"
PLAN = article("plan", meeting(ROBINSON, ANNAN, when="2004-05-03", status=Status.PLANNED), published="2004-04-01")
DONE = article("done", meeting(ROBINSON, ANNAN, when="2004-05-03"), published="2004-05-04")
OTHER = article("other", meeting(GUSMAO, LAVROV, when="2004-05-05"), published="2004-05")
UNDATED = article("undated", meeting(GUSMAO, ANNAN))


def asking(*records: Record) -> Questions:
    return Questions(NetworkXStore(build_graph(records, SCHEMA)))


def said(change: Change) -> tuple[str, set[str], list[str]]:
    return change.kind.value, {p.actor.name.split()[-1] for p in change.event.participants}, [*map(str, change.fields)]


def test_since_a_day() -> None:
    questions = asking(PLAN, DONE, OTHER, UNDATED)
    assert [said(change) for change in questions.changes_since("2004-05-02")] == [
        ("new", {"Gusmão", "Lavrov"}, []),
        ("changed", {"Robinson", "Annan"}, ["status: planned → occurred", "n_articles: 1 → 2"]),
    ]
    assert [said(change)[0] for change in questions.changes_since("2004")] == ["new", "new"]
    assert list(questions.changes_since("2004-06")) == []
    assert len(questions.changes_since("2004", limit=1)) == 1
    assert list(questions.changes_since("2004", statuses=["planned"])) == []
    with pytest.raises(QueryError, match="is no date"):
        questions.changes_since("last week")
    with pytest.raises(QueryError, match="since when"):
        questions.changes_since(None)


def test_from_an_earlier_graph() -> None:
    before, after = asking(PLAN, UNDATED), asking(PLAN, DONE, OTHER)
    assert [said(change) for change in after.changes_from(before)] == [
        ("new", {"Gusmão", "Lavrov"}, []),
        ("changed", {"Robinson", "Annan"}, ["status: planned → occurred", "n_articles: 1 → 2"]),
        ("removed", {"Gusmão", "Annan"}, []),
    ]
    assert all(change.evidence for change in after.changes_from(before))
    # What was planned is shown if either side was: the filter sees the event as it was and as it is.
    assert [said(c)[0] for c in after.changes_from(before, statuses=["planned"])] == ["changed"]


def test_an_event_of_another_id_that_shares_sentences_has_changed() -> None:
    wide = article("wide", meeting(ROBINSON, ANNAN, when="2004-05-01/2004-05-31"), published="2004-06-01")
    before, after = asking(wide), asking(wide, DONE)
    [change] = after.changes_from(before)
    assert change.kind is ChangeKind.CHANGED
    assert [str(field) for field in change.fields][:2] == [
        "start: 2004-05-01 → 2004-05-03",
        "end: 2004-05-31 → 2004-05-03",
    ]


@settings(max_examples=50)
@given(worlds(), worlds(), BOUNDS)
def test_what_is_new_one_way_is_removed_the_other(one: Graph, other: Graph, bounds: dict[str, Any]) -> None:
    before, after = Questions(NetworkXStore(one)), Questions(NetworkXStore(other))
    there, back = after.changes_from(before, **bounds), before.changes_from(after, **bounds)
    for kind, opposite in ((ChangeKind.NEW, ChangeKind.REMOVED), (ChangeKind.REMOVED, ChangeKind.NEW)):
        assert {c.event.id for c in there if c.kind is kind} == {c.event.id for c in back if c.kind is opposite}
    assert sum(c.kind is ChangeKind.CHANGED for c in there) == sum(c.kind is ChangeKind.CHANGED for c in back)
    assert list(after.changes_from(after, **bounds)) == []
    taken = set(world_of(other, bounds, None).events)
    assert {c.event.id for c in there if c.kind is ChangeKind.NEW} <= taken


@settings(max_examples=50)
@given(worlds(), BOUNDS)
def test_since_a_day_every_event_of_recent_articles_is_told_once(graph: Graph, bounds: dict[str, Any]) -> None:
    published = {n.id: str(n.properties.get("published", "")) for n in graph.nodes if "Article" in n.labels}
    in_article = {e.head: e.tail for e in graph.edges if e.type == "IN_ARTICLE"}
    telling: dict[str, set[bool]] = {}
    events = world_of(graph, bounds, None).events
    for edge in graph.edges:
        if edge.type == "EVIDENCE_FOR" and edge.tail in events:
            telling.setdefault(edge.tail, set()).add(published[in_article[edge.head]] >= "2004")
    found = Questions(NetworkXStore(graph)).changes_since("2004", **bounds)
    assert {c.event.id: c.kind is ChangeKind.NEW for c in found} == {
        event: recent == {True} for event, recent in telling.items() if True in recent
    }
