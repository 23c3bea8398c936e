"""What stores gather for questions is the same in all of them, and no more than has to do with what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.graph.build import build_graph
from kg.graph.difference import Difference
from kg.graph.records import Graph, Node
from kg.graph.vocabulary import ROOTS
from kg.query.filters import filter_of
from kg.query.questions import Questions
from kg.stores.cypher.store import CypherStore
from kg.stores.lookup import key_of
from kg.stores.networkx_store import NetworkXStore
from kg.stores.store import Reading, Store
from tests.query.worlds import BOUNDS, worlds
from tests.story import SCHEMA, article, meeting, signing, visit

same_store = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=6)
_HOSTILE = ('say "hello"', '" OR *:* OR "', "back\\slash", "a AND b~2^4", "x" * 60_000, "Ærø Øst", "Νίκος Καζαντζάκης")
_NAMES = st.sampled_from(_HOSTILE) | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def gathered(store: Reading, bounds: dict[str, Any], ids: list[str]) -> Iterator[Any]:
    """All that is gathered about some entities."""
    within = filter_of((), **bounds)
    some = ids[:2]
    for also in ((), ids[1:2]):
        yield store.occasions(within, "PARTICIPATES_IN", some[:1], leading=("OF", "AT"), also=also)
    for kind in ("OF", "AT"):
        yield store.occasions(within, kind, ids, leading=(kind,))
    events = sorted(event for event, _, _ in store.days(within))
    yield sorted(store.days(within), key=str)
    accounts = store.accounts([*events, "event:none"])
    yield {
        i: (a.event, sorted(a.parts, key=str), sorted(a.tellings, key=lambda t: t.report.id))
        for i, a in accounts.items()
    }
    for labels in (None, ["Person"], ["Country", "Place"]):
        yield sorted((event, sorted(members)) for event, members in store.members(within, labels))
        yield dict(store.mentioned_with(ids[0], within, labels))
    yield dict(store.mentioned_with(ids[0], None))
    articles = sorted(article for article, _ in store.published_from("1999"))
    yield articles, sorted(store.told_in(articles, within))
    yield {actor: n for actor, n in store.degrees(ids, within, "OF").items() if n}
    yield sorted(store.pairs("MENTIONED_IN"))
    yield store.labels("Event"), store.labels("Entity")
    for root in ROOTS:
        yield dict(store.types(root))
    for entity in (None, *some):
        yield dict(store.tally(within, entity))
    yield store.published()
    yield list(store.ids("Event", "event:")), list(store.ids("Event", events[0][:8] if events else "x"))


@same_store
@given(worlds(), BOUNDS, st.randoms(use_true_random=False))
def test_all_stores_gather_the_same(store: Store, graph: Graph, bounds: dict[str, Any], random: Any) -> None:
    store.write(graph)
    ids = [node.id for node in graph.nodes if "Entity" in node.labels]
    random.shuffle(ids)
    assert list(gathered(store, bounds, ids)) == list(gathered(NetworkXStore(graph), bounds, ids))


def _people(names: list[str]) -> Graph:
    known = [{"id": f"person:{n}", "name": name, "names": (name, f"{name} II")} for n, name in enumerate(names)]
    return Graph(tuple(Node(str(one["id"]), ("Entity", "Person"), one) for one in known), ())  # type: ignore[arg-type]


@same_store
@given(st.lists(_NAMES, min_size=1, max_size=9, unique=True), _NAMES)
def test_a_name_is_found_however_it_is_written(store: Store, names: list[str], other: str) -> None:
    store.write(_people(names))
    expected = NetworkXStore(_people(names))
    for name in (*names, other):
        keys = [key for key in (key_of(name), key_of(name.swapcase())) if key]
        assert store.named(keys, [name]) == expected.named(keys, [name])
        assert store.named([], [name, "person:0"]) == expected.named([], [name, "person:0"])


databases = pytest.mark.parametrize("store", ["arcadedb", "neo4j"], indirect=True)
STORY = [
    article("a", meeting("Ann Adams/IE", "CH", when="1999-02-01"), visit("Ann Adams/IE", "NO", "1999-03-04")),
    article("b", signing("IE", "CH", when="2001-05-05", document="Treaty of Bern", named=True), published="2001-05"),
    article("c", meeting("Ann Adams/IE", "Bob Adams/GH"), meeting("Bob Adams/GH", "CH", when="2002-01-01")),
]
ELSEWHERE = [
    article(f"x{n}", meeting(f"Xaver Zorn{n}/RU", f"Yves Zorn{n}/TL", when=f"200{n % 10}-01-0{n % 9 + 1}"))
    for n in range(30)
]
QUESTIONS: Mapping[str, Callable[[Questions], object]] = {
    "neighbours": lambda q: q.neighbours("Ann Adams"),
    "neighbours since": lambda q: q.neighbours("Ann Adams", since="1999-03", types=["Visit"]),
    "timeline": lambda q: q.timeline("Ann Adams"),
    "common": lambda q: q.common("Ann Adams", "Switzerland"),
    "connections": lambda q: q.connections("Ann Adams"),
    "connections of two": lambda q: q.connections("Ann Adams", "IE", max_steps=2),
    "paths": lambda q: q.paths("Ann Adams", "country:IE", max_steps=2),
    "cooccurrence": lambda q: q.cooccurrence("Ann Adams"),
    "cooccurrence since": lambda q: q.cooccurrence("Ann Adams", within="articles", since="1999"),
}


class Counting:
    """Counts what an engine is asked, and the rows that it gives."""

    def __init__(self, store: CypherStore, monkeypatch: pytest.MonkeyPatch) -> None:
        self.statements, self.rows = 0, 0
        self._stream = store.engine.stream
        monkeypatch.setattr(store.engine, "stream", self.stream)

    def stream(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[Any]:
        self.statements += 1
        for row in self._stream(statement, parameters):
            self.rows += 1
            yield row

    def of(self, question: Callable[[], object]) -> tuple[int, int]:
        self.statements, self.rows = 0, 0
        question()
        return self.statements, self.rows


@databases
def test_a_question_about_few_reads_nothing_of_the_rest(store: CypherStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """However much there is, as many statements and rows; and few statements, since each is a journey to a server."""
    costs: list[dict[str, tuple[int, int]]] = []
    for told in (STORY, STORY + ELSEWHERE):
        store.write(build_graph(told, SCHEMA))
        store.named(["warm"], [])  # the engine sees once whether it has an index
        with monkeypatch.context() as patched:
            counting = Counting(store, patched)
            costs.append(
                {name: counting.of(lambda q=question: q(Questions(store))) for name, question in QUESTIONS.items()}  # type: ignore[misc]
            )
    assert costs[0] == costs[1]
    assert max(statements for statements, _ in costs[0].values()) <= 9


@databases
def test_the_network_is_read_in_one_statement(store: CypherStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write(build_graph(STORY + ELSEWHERE, SCHEMA))
    counting = Counting(store, monkeypatch)
    statements, rows = counting.of(lambda: list(store.members(filter_of(()))))
    assert (statements, rows) == (1, len(store.ids("Event")))
    assert counting.of(lambda: Questions(store).centrality(limit=3))[0] == 2


@databases
def test_counts_are_made_where_the_graph_is(store: CypherStore, monkeypatch: pytest.MonkeyPatch) -> None:
    costs = []
    for told in (STORY, STORY + ELSEWHERE):
        store.write(build_graph(told, SCHEMA))
        with monkeypatch.context() as patched:
            counting, questions = Counting(store, patched), Questions(store)
            of_one = counting.of(partial(questions.event_counts, "Ann Adams"))
            costs.append((counting.of(questions.overview)[0], of_one))
    assert costs[0] == costs[1]
    assert costs[0][0] == 3


@databases
def test_a_graph_of_an_earlier_kg_is_asked_and_mended(store: CypherStore) -> None:
    """It has no lookups: actors are found all the same, and have them as soon as the graph is written to."""
    graph = build_graph(STORY, SCHEMA)
    store.write(graph)
    store.engine.transact(lambda t: t.run("MATCH (n:Entity) REMOVE n.kg_lookup", {}))
    drop = {True: "DROP INDEX kg_Entity_kg_lookup", False: "DROP INDEX `Entity[kg_lookupbyitem]`"}
    if store.engine.sets_root_labels:
        store.engine.transact(lambda t: t.run(drop[True], {}))
    else:
        store.engine.database.command("sql", drop[False])  # type: ignore[attr-defined]
    old = _again(store)
    assert Questions(old).actor("ann ADAMS").name == "Ann Adams"
    assert not old.engine.has_lookup()
    old.apply(Difference(added=build_graph([article("z", meeting("NO", "CH"))], SCHEMA)))
    assert old.engine.has_lookup()
    assert Questions(old).actor("ann ADAMS").name == "Ann Adams"


def _again(store: CypherStore) -> CypherStore:
    """The same database, as if opened anew."""
    engine = store.engine
    for name, value in (("_lookup_index", None), ("_has_lookup", False)):
        if hasattr(engine, name):
            setattr(engine, name, value)
    return CypherStore(engine, store._vocabulary)
