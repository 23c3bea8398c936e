"""Arrivals without a destination go where the story is, or nowhere."""

from __future__ import annotations

import pytest

from kg.events.facts import Reason
from tests.events.conftest import Extract, Tell
from tests.events.telling import reasons


def arrivals(tell: Tell, text: str) -> set[tuple[str, str | None, str]]:
    return {(a, v.to, v.status) for v in tell(text, "2015-03-18", kind="visit") for a in v.actors}


def test_they_go_where_the_dateline_is(tell: Tell) -> None:
    text = (
        "CAIRO (AP) - Arab leaders gathered on Saturday for a summit on Iraq.\n\n"
        "Syrian President Bashar al-Assad came. Jordan's King Abdullah could not come. "
        "Tunisian President Zine al-Abidine Ben Ali arrived late on Friday."
    )
    assert arrivals(tell, text) == {
        ("Bashar al-Assad", "EG", "occurred"),
        ("Abdullah", "EG", "negated"),
        ("Zine al-Abidine Ben Ali", "EG", "occurred"),
    }


def test_what_was_told_just_before_is_nearer_than_the_dateline(tell: Tell) -> None:
    text = (
        "PARIS (AFP) - Norwegian Foreign Minister Knut Vollebaek met Croatian President Franjo Tudjman in Zagreb on "
        "Tuesday. U.S. envoy Richard Holbrooke flew in from Vienna the same day."
    )
    assert ("Richard Holbrooke", "HR", "occurred") in arrivals(tell, text)


def test_nobody_arrives_at_home(tell: Tell) -> None:
    assert not arrivals(tell, "PARIS (AFP) - French President Jacques Chirac arrived on Monday after a holiday.")


@pytest.mark.parametrize(
    "sentence",
    [
        "German Chancellor Gerhard Schroeder came close to losing his temper.",
        "British Prime Minister Tony Blair came under fire.",
        "Italian Prime Minister Silvio Berlusconi came third in the poll.",
        "German Chancellor Gerhard Schroeder came to power in 1998.",
        "German Chancellor Gerhard Schroeder flew a kite on Monday.",
        "Spanish Prime Minister Jose Maria Aznar landed a contract.",
        "Cuban leader Fidel Castro was not invited to come.",
    ],
)
def test_not_all_that_comes_is_a_journey(tell: Tell, sentence: str) -> None:
    assert not arrivals(tell, f"PARIS (AFP) - Shares rose in Paris on Monday. {sentence}")


def test_an_arrival_without_any_place_is_reported(extract: Extract) -> None:
    text = "Syrian President Bashar al-Assad arrived on Monday."
    facts = extract(text)
    assert not facts.events
    assert reasons(facts, "Visit", text, "arrived") == {Reason.UNRESOLVED}


def test_the_first_by_somebody_of_a_kind_is_by_nobody_in_particular(tell: Tell) -> None:
    assert not arrivals(tell, "It was the first visit to Vietnam by a French president since 1954.")
