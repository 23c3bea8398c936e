from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.events.facts import Status
from kg.graph.build import build_graph
from kg.graph.check import check_graph
from kg.graph.records import Edge, Graph, Node
from kg.schema.types import Edge as Projection
from kg.schema.types import Role, Schema
from kg.stores.jsonl import export_jsonl
from tests.story import SCHEMA, Told, article, event_type, meeting, signing, visit

ROBINSON, ANNAN, GUSMAO = "Mary Robinson/IE", "Kofi Annan/GH", "Xanana Gusmão/TL"


def of_type(graph: Graph, kind: str) -> list[Edge]:
    return [edge for edge in graph.edges if edge.type == kind]


def labelled(graph: Graph, label: str) -> list[Node]:
    return [node for node in graph.nodes if label in node.labels]


def names(graph: Graph, edge: Edge) -> tuple[object, object]:
    known = {node.id: node.properties.get("name") for node in graph.nodes}
    return known[edge.head], known[edge.tail]


def test_a_meeting_gives_all_nodes_and_edges_of_the_model() -> None:
    told = meeting(ROBINSON, ANNAN, when="1998-05-03", place="#Bern/CH")
    record = article("a", told, published="1998-05-04", title="They met", office=(ROBINSON, "President", "IE"))
    graph = build_graph([record], SCHEMA)
    assert Counter(edge.type for edge in graph.edges) == {
        "AT": 1, "EVIDENCE_FOR": 1, "HOLDS_OFFICE": 1, "IN_ARTICLE": 1, "LOCATED_IN": 1,
        "MEETS": 1, "MENTIONED_IN": 5, "ON": 1, "PARTICIPATES_IN": 2,
    }  # fmt: skip
    assert Counter(node.labels for node in graph.nodes) == {
        ("Article",): 1, ("Country", "Entity"): 2, ("Date",): 1, ("Entity", "Person"): 2, ("Entity", "Place"): 1,
        ("Event", "Meeting"): 1, ("Report",): 1,
    }  # fmt: skip
    [event] = labelled(graph, "Event")
    assert event.properties == {
        "confidence": 0.9, "date_basis": "explicit", "date_text": "1998-05-03", "edtf": "1998-05-03",
        "end": "1998-05-03", "id": event.id, "n_articles": 1, "n_sources": 1, "place": "Bern", "precision": "day",
        "start": "1998-05-03", "status": "occurred", "type": "Meeting",
    }  # fmt: skip
    [date] = labelled(graph, "Date")
    assert date.id == "1998-05-03"
    [report] = labelled(graph, "Report")
    text, known = record[0].text, report.properties
    start, end = int(str(known["char_start"])), int(str(known["char_end"]))
    assert known["sentence"] == text[start:end]
    assert known["trigger"] == "MEETING"


def test_a_symmetric_edge_stands_once_from_the_smaller_id() -> None:
    graph = build_graph([article("a", meeting(ROBINSON, ANNAN, GUSMAO, when="1998-05-03"))], SCHEMA)
    edges = of_type(graph, "MEETS")
    assert len(edges) == 3
    assert all(edge.head < edge.tail for edge in edges)


def test_several_meetings_of_a_pair_stay_several_edges() -> None:
    days = [meeting(ROBINSON, ANNAN, when=f"1998-05-0{day}") for day in (3, 5, 7)]
    graph = build_graph([article("a", *days)], SCHEMA)
    assert {edge.properties["start"] for edge in of_type(graph, "MEETS")} == {"1998-05-03", "1998-05-05", "1998-05-07"}


def test_what_did_not_happen_is_a_node_and_no_edge_and_a_plan_says_that_it_is_one() -> None:
    negated = meeting(ROBINSON, ANNAN, when="1998-05-03", status=Status.NEGATED)
    planned = meeting(ROBINSON, GUSMAO, when="1998-05-03", status=Status.PLANNED)
    graph = build_graph([article("a", negated, planned)], SCHEMA)
    assert len(labelled(graph, "Event")) == 2
    [edge] = of_type(graph, "MEETS")
    assert edge.properties["status"] == "planned"


def test_a_host_counts_as_participant() -> None:
    told = Told("Meeting", {"host": (ROBINSON,), "participant": (ANNAN,)})
    graph = build_graph([article("a", told)], SCHEMA)
    assert len(of_type(graph, "MEETS")) == 1
    assert {edge.properties["role"] for edge in of_type(graph, "PARTICIPATES_IN")} == {"host", "participant"}


def test_a_visit_has_a_direction() -> None:
    graph = build_graph([article("a", visit(ROBINSON, "CH", "1998-05-03"))], SCHEMA)
    [edge] = of_type(graph, "VISITS")
    assert names(graph, edge) == ("Mary Robinson", "Switzerland")


def test_every_signing_has_an_agreement_and_a_named_one_is_shared() -> None:
    pact = [
        signing("IE", "CH", when="1998-05-03", document="Treaty of Bern", named=True),
        signing(ROBINSON, "CH", when="1998-09-09", document="the Treaty of Bern", named=True),
    ]
    unnamed = [signing("IE", "CH", when="1999-05-03"), signing("IE", "CH", when="1999-05-04")]
    graph = build_graph([article("a", *pact, *unnamed)], SCHEMA)
    assert len(labelled(graph, "Agreement")) == 3  # a president signs for her state
    assert len(of_type(graph, "OF")) == 4
    assert len(of_type(graph, "SIGNS")) == 8
    assert all("Agreement" in node.labels for e in of_type(graph, "SIGNS") for node in graph.nodes if node.id == e.tail)


def test_the_state_that_a_person_of_the_same_role_represents_takes_no_part_of_its_own() -> None:
    graph = build_graph([article("a", meeting(ROBINSON, "IE", ANNAN))], SCHEMA)
    assert len(of_type(graph, "MEETS")) == 1


def test_a_new_type_is_projected_by_its_schema_alone() -> None:
    award = event_type(
        "Award", Projection("AWARDS", "giver", "winner"), Role("giver", ("Organization",)), Role("winner", ("Person",))
    )
    told = Told("Award", {"giver": ("+Nobel Committee",), "winner": (ANNAN,)}, "2001-10-12")
    graph = build_graph([article("a", told)], Schema({}, {"Award": award}))
    [edge] = of_type(graph, "AWARDS")
    assert names(graph, edge) == ("Nobel Committee", "Kofi Annan")


def test_an_event_of_a_type_that_the_schema_has_no_more_is_a_node_without_a_projection() -> None:
    graph = build_graph([article("a", meeting(ROBINSON, ANNAN))], Schema({}, {}))
    assert len(labelled(graph, "Meeting")) == 1
    assert not of_type(graph, "MEETS")


def test_mentions_are_counted_and_a_state_known_by_its_city_is_mentioned() -> None:
    graph = build_graph([article("a", visit(ROBINSON, "#Bern/CH"), meeting(ROBINSON, ANNAN))], SCHEMA)
    counts = {names(graph, e)[0]: e.properties["count"] for e in of_type(graph, "MENTIONED_IN")}
    assert counts == {"Mary Robinson": 2, "Kofi Annan": 1, "Bern": 1, "CH": 1}


def test_taking_an_article_out_takes_only_what_nothing_else_supports() -> None:
    shared = meeting(ROBINSON, ANNAN, when="1998-05-03")
    one = article("a", shared, visit(ROBINSON, "CH", "1998-05-04"))
    two = article("b", shared, meeting(ROBINSON, GUSMAO, when="1998-06-01"))
    both, left = build_graph([one, two], SCHEMA), build_graph([two], SCHEMA)
    assert {node.id for node in left.nodes} < {node.id for node in both.nodes}
    assert {edge.id for edge in left.edges} < {edge.id for edge in both.edges}
    [meets] = [e for e in of_type(left, "MEETS") if e.properties["start"] == "1998-05-03"]
    assert meets.properties["n_articles"] == 1
    assert not of_type(left, "VISITS")


_TOLD = st.one_of(
    st.builds(
        meeting,
        st.just(ROBINSON),
        st.sampled_from([ANNAN, GUSMAO, "CH"]),
        when=st.sampled_from([None, "1998-05-03", "1998-05-01/1998-05-31"]),
        status=st.sampled_from(list(Status)),
        place=st.sampled_from([None, "CH", "#Bern/CH"]),
    ),
    st.builds(
        signing, st.just("IE"), st.just("CH"), document=st.sampled_from(["a pact", "The Pact"]), named=st.booleans()
    ),
    st.builds(visit, st.just("Robinson/IE"), st.sampled_from(["CH", "RU"])),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_TOLD, max_size=3), max_size=5), st.randoms(use_true_random=False))
def test_the_same_articles_in_any_order_give_the_same_bytes(stories: list[list[Told]], random: object) -> None:
    records = [article(f"a{n}", *told) for n, told in enumerate(stories)]
    shuffled = list(records)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    graph = build_graph(records, SCHEMA)
    assert check_graph(graph, SCHEMA, texts=[(source.id, source.text) for source, _ in records]) == []
    lines = list(export_jsonl(graph))
    assert lines == list(export_jsonl(build_graph(shuffled, SCHEMA)))
    assert len(set(lines)) == len(lines)
