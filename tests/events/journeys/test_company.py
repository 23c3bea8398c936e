"""Who travels along, told apart from the journey."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2015-03-18"
CHIRAC = "French President Jacques Chirac"
VEDRINE = "Foreign Minister Hubert Vedrine"


def travellers(tell: Tell, text: str) -> set[str]:
    return {actor for visit in tell(text, DAY, kind="visit") for actor in visit.actors}


@pytest.mark.parametrize(
    "then",
    [
        f"{VEDRINE} was also on the trip.",
        f"{VEDRINE} is part of the delegation.",
        f"His delegation includes {VEDRINE}.",
        f"The delegation also included {VEDRINE}.",
        f"Members of his delegation are {VEDRINE} and aides.",
        f"Travelling with him is {VEDRINE}.",
        f"Also making the trip was {VEDRINE}.",
    ],
)
def test_company_goes_where_the_traveller_goes(tell: Tell, then: str) -> None:
    text = f"{CHIRAC} arrived in Hanoi on Monday. {then}"
    assert travellers(tell, text) == {"Jacques Chirac", "Hubert Vedrine"}


def test_a_delegation_is_told_of_with_its_journey(tell: Tell) -> None:
    text = f"{CHIRAC} and a delegation that includes {VEDRINE} arrived in Hanoi on Monday."
    assert travellers(tell, text) == {"Jacques Chirac", "Hubert Vedrine"}


@pytest.mark.parametrize(
    "then",
    [
        f"{VEDRINE} was not on the trip.",
        f"{VEDRINE} is not part of the delegation.",
        "The Vietnamese delegation to the talks included Foreign Minister Nguyen Dy Nien.",
        "Vietnamese Foreign Minister Nguyen Dy Nien was part of the delegation.",
    ],
)
def test_who_stays_at_home_is_no_company(tell: Tell, then: str) -> None:
    assert travellers(tell, f"{CHIRAC} arrived in Hanoi on Monday. {then}") == {"Jacques Chirac"}


def test_a_spouse_is_no_company(tell: Tell) -> None:
    assert travellers(tell, f"{CHIRAC} flew to Hanoi on Monday with his wife, Bernadette.") == {"Jacques Chirac"}


def test_company_says_neither_whether_nor_when(tell: Tell) -> None:
    text = f"{CHIRAC} will fly to Hanoi on Friday. His delegation includes {VEDRINE}."
    [visit] = tell(text, DAY, kind="visit")
    assert visit.status == "planned"
    assert visit.actors == {"Jacques Chirac", "Hubert Vedrine"}


def test_company_on_a_journey_that_is_over_is_not_on_one_to_come(tell: Tell) -> None:
    text = f"{CHIRAC} arrived in Hanoi on Monday. On Friday he goes to Tokyo. {VEDRINE} was in the delegation."
    assert {visit.to: set(visit.actors) for visit in tell(text, DAY, kind="visit")} == {
        "VN": {"Jacques Chirac", "Hubert Vedrine"},
        "JP": {"Jacques Chirac"},
    }
