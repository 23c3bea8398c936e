"""Invitations: who is to follow them, and which are accepted."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2015-03-18"
INVITED = "U.S. President George W. Bush invited Peruvian President Alan Garcia to Washington"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{INVITED}. Garcia accepted.", "planned"),
        (f"{INVITED}, and Garcia accepted.", "planned"),
        (f"{INVITED}. Garcia has accepted the invitation.", "planned"),
        (f"{INVITED}. The Peruvian leader accepted the invitation with pleasure, officials said.", "planned"),
        (f"{INVITED}.", "possible"),
        (f"{INVITED}. Garcia has not accepted yet.", "possible"),
        (f"{INVITED}. Garcia may accept the invitation.", "possible"),
        (f"{INVITED}. Garcia accepted the resignation of his finance minister.", "possible"),
        (f"{INVITED}. Bush accepted.", "possible"),
    ],
)
def test_an_accepted_invitation_is_a_plan(tell: Tell, text: str, status: str) -> None:
    [visit] = tell(text, DAY, kind="visit")
    assert (set(visit.actors), visit.to, visit.status) == ({"Alan Garcia"}, "US", status)


@pytest.mark.parametrize(
    "text",
    [
        "Hu Jintao extended an invitation to Indian Prime Minister Manmohan Singh to visit Beijing.",
        "Indian Prime Minister Manmohan Singh has received an invitation to visit Beijing.",
        "Chinese President Hu Jintao gave Indian Prime Minister Manmohan Singh an invitation to visit Beijing.",
    ],
)
def test_guests_follow_invitations_not_hosts(tell: Tell, text: str) -> None:
    [visit] = tell(text, DAY, kind="visit")
    assert (set(visit.actors), visit.to, visit.status) == ({"Manmohan Singh"}, "CN", "possible")
