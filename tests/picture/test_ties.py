from __future__ import annotations

from kg.picture.scene import Part
from kg.picture.ties import Tie, is_gathering, ties_of
from kg.schema.types import Edge, Role
from tests.story import SCHEMA, event_type


def parts(**roles: str) -> list[Part]:
    return [Part(role, actor) for role, actors in roles.items() for actor in actors.split()]


def test_a_visit_leads_from_the_visitor_to_the_country() -> None:
    told = parts(visitor="ann bob", destination="CH")
    assert ties_of("e", "Visit", told, SCHEMA.events) == [Tie("ann", "CH", True), Tie("bob", "CH", True)]


def test_the_host_of_a_visit_is_tied_to_the_visitor_and_visits_nobody() -> None:
    told = parts(visitor="ann", host="bob", destination="CH")
    assert ties_of("e", "Visit", told, SCHEMA.events) == [Tie("ann", "CH", True), Tie("ann", "bob")]


def test_who_meets_is_tied_each_with_each() -> None:
    told = parts(host="cat", participant="ann bob")
    assert ties_of("e", "Meeting", told, SCHEMA.events) == [Tie("ann", "bob"), Tie("ann", "cat"), Tie("bob", "cat")]


def test_who_signs_is_tied_though_the_edge_leads_to_the_agreement() -> None:
    assert ties_of("e", "Signing", parts(signatory="ann bob"), SCHEMA.events) == [Tie("ann", "bob")]


def test_an_event_of_many_is_a_node_with_a_line_to_each() -> None:
    told = parts(participant="ann bob cat dan")
    assert is_gathering(told)
    assert ties_of("e", "Meeting", told, SCHEMA.events) == [Tie(actor, "e") for actor in ("ann", "bob", "cat", "dan")]


def test_one_who_is_there_twice_counts_once() -> None:
    told = parts(host="ann", participant="ann bob cat")
    assert not is_gathering(told)
    assert len(ties_of("e", "Meeting", told, SCHEMA.events)) == 3


def test_a_type_of_ones_own_is_drawn_as_its_schema_says_and_an_unknown_one_between_all() -> None:
    expulsion = event_type(
        "Expulsion",
        Edge("EXPELS", "expeller", "expelled"),
        Role("expeller", ("Country",)),
        Role("expelled", ("Person",)),
    )
    told = parts(expelled="ann", expeller="RU")
    assert ties_of("e", "Expulsion", told, {"Expulsion": expulsion}) == [Tie("RU", "ann", True)]
    assert ties_of("e", "Expulsion", told, {}) == [Tie("RU", "ann")]
