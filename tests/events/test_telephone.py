"""Calls and meetings told apart."""

from __future__ import annotations

import pytest

from kg.events.facts import Reason
from tests.events.conftest import Extract, Tell
from tests.events.telling import reasons

CALL = "Prime Minister John Howard of Australia spoke by telephone with President Megawati Sukarnoputri. "
PAIR = frozenset({"John Howard", "Megawati Sukarnoputri"})


@pytest.mark.parametrize(
    "text",
    [
        "Indian Foreign Minister Jaswant Singh told U.S. envoy Strobe Talbott by telephone that he was worried.",
        "Indian Foreign Minister Jaswant Singh reassured U.S. envoy Strobe Talbott in a telephone call on Sunday.",
        "Indian Foreign Minister Jaswant Singh, in a phone conversation with U.S. envoy Strobe Talbott, offered help.",
        "Indian Foreign Minister Jaswant Singh got on the phone with U.S. envoy Strobe Talbott.",
        "Indian Foreign Minister Jaswant Singh discussed the test with U.S. envoy Strobe Talbott by phone.",
        "Indian Foreign Minister Jaswant Singh exchanged views by phone with U.S. envoy Strobe Talbott.",
        "Indian Foreign Minister Jaswant Singh held a conference call with U.S. envoy Strobe Talbott.",
        "India's Jaswant Singh and Strobe Talbott of the United States held a telephone consultation on Sunday.",
        "India's Jaswant Singh and Strobe Talbott of the United States telephoned each other on Sunday.",
    ],
)
def test_calls_are_no_meetings(tell: Tell, text: str) -> None:
    [call] = tell(text)
    assert (call.kind, call.actors) == ("call", frozenset({"Jaswant Singh", "Strobe Talbott"}))


def test_what_they_discuss_in_a_call_is_the_call(extract: Extract, tell: Tell) -> None:
    text = CALL + "The two leaders held a discussion of security and trade."
    assert [event.kind for event in tell(text)] == ["call"]
    assert Reason.EXCLUDED in reasons(extract(text), "Meeting", text, "discussion")


def test_a_meeting_after_a_call_is_a_meeting(tell: Tell) -> None:
    told = tell(CALL + "John Howard met Megawati Sukarnoputri in Jakarta in 2001.")
    assert [(event.kind, event.actors) for event in told] == [("call", PAIR), ("meeting", PAIR)]


def test_talks_that_a_call_is_about_are_not_those_of_the_call(tell: Tell) -> None:
    text = "Indian Foreign Minister Jaswant Singh told U.S. envoy Strobe Talbott by telephone that the talks were off."
    assert [event.kind for event in tell(text)] == ["call"]


def test_a_video_call_is_a_meeting(tell: Tell) -> None:
    text = "Dutch Prime Minister Mark Rutte had a video call with French President Emmanuel Macron."
    assert [event.kind for event in tell(text)] == ["meeting"]


def test_an_exchange_about_a_state_is_of_the_call(tell: Tell) -> None:
    told = tell(
        CALL + "The leaders had an exchange of opinions on Iraq. They continued a discussion of the war in Iraq."
    )
    assert [event.kind for event in told] == ["call"]
