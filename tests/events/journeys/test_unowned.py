"""Journeys that nobody is said to make: legs of the one just told of."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2015-03-18"


def journeys(tell: Tell, text: str) -> set[tuple[str, str | None, str]]:
    """Who goes where, and how sure that is."""
    return {(actor, visit.to, visit.status) for visit in tell(text, DAY, kind="visit") for actor in visit.actors}


@pytest.mark.parametrize(
    ("then", "expected"),
    [
        ("The tour ends in Jakarta on Saturday.", {("ID", "planned")}),
        ("The tour ended in Jakarta on Tuesday.", {("ID", "occurred")}),
        ("His journey began in Bandar Seri Begawan.", {("BN", "occurred")}),
        ("The trip will also include stops in Hanoi and Vientiane.", {("VN", "planned"), ("LA", "planned")}),
        ("The trip will also include Vietnam.", {("VN", "planned")}),
        ("A stop in Dhaka was scrapped.", {("BD", "negated")}),
        ("A stop in Dhaka is still to be confirmed.", {("BD", "possible")}),
        ("A visit to Mongolia is planned for June.", {("MN", "planned")}),
        ("The last visit to Taiwan took place in 1978.", set()),
        ("The trip ends in Delhi.", set()),
        ("The tour of Australia by the Berlin Philharmonic starts in Perth on Friday.", set()),
    ],
)
def test_a_leg_is_of_whoever_was_told_to_travel(tell: Tell, then: str, expected: set[tuple[str, str]]) -> None:
    found = journeys(tell, f"Indian Prime Minister Narendra Modi arrived in Singapore on Monday. {then}")
    assert found == {("Narendra Modi", "SG", "occurred"), *(("Narendra Modi", to, how) for to, how in expected)}


def test_a_leg_of_one_of_several_is_nobodys(tell: Tell) -> None:
    text = (
        "Mexico's Vicente Fox flew to Chile on Monday and Britain's Tony Blair arrived in Peru on Sunday. "
        "The journey ends in Quito."
    )
    assert all(to != "EC" for _, to, _ in journeys(tell, text))


def test_leaving_a_place_where_one_is_known_to_go_is_no_other_visit(tell: Tell) -> None:
    text = "Indian Prime Minister Narendra Modi arrived in Singapore on Monday. From there he will head to Malaysia."
    assert journeys(tell, text) == {("Narendra Modi", "SG", "occurred"), ("Narendra Modi", "MY", "planned")}
    text = text.replace("From there", "From Singapore")
    assert journeys(tell, text) == {("Narendra Modi", "SG", "occurred"), ("Narendra Modi", "MY", "planned")}


def test_who_accompanies_somebody_goes_where_that_one_goes(tell: Tell) -> None:
    text = (
        "South Korean President Park Geun-hye left for Ethiopia on Wednesday. "
        "Ugandan President Yoweri Museveni visited Pyongyang in 2013. "
        "South Korean Foreign Minister Yun Byung-se is accompanying her."
    )
    assert {(actor, to) for actor, to, _ in journeys(tell, text)} == {
        ("Park Geun-hye", "ET"),
        ("Yun Byung-se", "ET"),
        ("Yoweri Museveni", "KP"),
    }
