"""Officials who sign while their leaders look on, and ministers of whom it isn't said whose."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

LEADERS = "Chinese President Hu Jintao and Cuban President Raul Castro"


@pytest.mark.parametrize(
    "text",
    [
        f"{LEADERS} attended the signing of five agreements on trade in Havana on Tuesday.",
        f"{LEADERS} watched officials sign a memorandum on nickel in Havana on Tuesday.",
        f"{LEADERS} looked on as officials signed contracts worth $4 billion in Havana.",
        f"Six documents were signed in the presence of {LEADERS} in Havana on Tuesday.",
        f"The signing of a number of agreements was witnessed by {LEADERS}.",
        f"{LEADERS} met in Havana on Tuesday. Ministers signed ten agreements.",
        f"{LEADERS} met in Havana on Tuesday. Ten agreements were signed by their ministers.",
    ],
)
def test_states_sign_while_their_leaders_look_on(tell: Tell, text: str) -> None:
    [signing] = tell(text, kind="signing")
    assert signing.actors == {"CN", "CU"}


@pytest.mark.parametrize(
    "text",
    [
        f"{LEADERS} witnessed the signing of a ceasefire accord in Arusha on Monday.",
        "French President Jacques Chirac attended the signing of three agreements in Hanoi on Friday.",
        "Union officials signed the agreement with the carmaker on Friday.",
        f"{LEADERS} met in Havana on Tuesday. The ministers of energy signed a memorandum.",
    ],
)
def test_who_looks_on_need_not_be_one_of_the_sides(tell: Tell, text: str) -> None:
    assert tell(text, kind="signing") == []
