"""Who signs where the sentence doesn't say it: those who meet."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

LEADERS = frozenset({"Jens Stoltenberg", "Abdullah Gul"})
MET = "Norwegian Prime Minister Jens Stoltenberg met Turkish President Abdullah Gul in Oslo on Monday"


def test_one_declaration_is_signed_by_those_who_meet(tell: Tell) -> None:
    [signing] = tell(f"{MET}. A declaration was signed.", kind="signing")
    assert signing.actors == LEADERS


def test_several_agreements_are_signed_by_their_states(tell: Tell) -> None:
    [signing] = tell(f"{MET}. Five agreements were signed.", kind="signing")
    assert signing.actors == {"NO", "TR"}


def test_what_is_not_signed_is_told_of_those_who_meet(tell: Tell) -> None:
    [signing] = tell(f"{MET}, but no joint statement was signed.", kind="signing")
    assert (signing.actors, signing.status) == (LEADERS, "negated")


def test_agreements_of_a_visit_are_of_its_two_sides(tell: Tell) -> None:
    text = "Several agreements are to be signed during Turkish President Abdullah Gul's visit to Norway."
    [signing] = tell(text, kind="signing")
    assert signing.actors == {"NO", "TR"}
    assert signing.status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        f"{MET}. A fishing treaty was signed in 1999.",
        f"{MET}. A truce was signed in Bogota.",
        f"{MET}. A decree was signed.",
        "A declaration was signed in Oslo on Monday.",
    ],
)
def test_other_documents_are_not_theirs(tell: Tell, text: str) -> None:
    assert not tell(text, "2010-05-12", kind="signing")


def test_a_joint_document_has_the_one_met_as_partner(tell: Tell) -> None:
    [signing] = tell(f"{MET} and signed a fishing pact.", kind="signing")
    assert signing.actors == LEADERS


def test_a_law_has_no_partner(tell: Tell) -> None:
    [signing] = tell(f"{MET} and signed a decree on fishing.", kind="signing")
    assert signing.actors == {"Jens Stoltenberg"}


def test_a_meeting_beside_makes_no_partner(tell: Tell) -> None:
    text = "Norwegian Prime Minister Jens Stoltenberg met Turkish President Abdullah Gul after signing a fishing pact."
    [signing] = tell(text, kind="signing")
    assert signing.actors == {"Jens Stoltenberg"}


@pytest.mark.parametrize(
    "text",
    [
        "Defense Secretary William Perry signed for the United States and Defense Minister Pavel Grachev for Russia.",
        "For Serbia, Zoran Djindjic signed the deal and for Croatia, Stjepan Mesic.",
        "Zoran Djindjic signed the deal on behalf of Serbia and Stjepan Mesic on behalf of Croatia.",
    ],
)
def test_those_who_sign_for_a_side(tell: Tell, text: str) -> None:
    [signing] = tell(text, kind="signing")
    assert len(signing.actors) == 2


def test_who_speaks_for_a_side_does_not_sign(tell: Tell) -> None:
    text = "Zoran Djindjic signed the deal for Serbia while Stjepan Mesic spoke for Croatia."
    [signing] = tell(text, kind="signing")
    assert signing.actors == {"Zoran Djindjic"}


def test_further_documents_are_signed_by_the_same_states(tell: Tell) -> None:
    text = (
        "Chilean President Ricardo Lagos and Peruvian President Alejandro Toledo signed a convention on Monday. "
        "Six more documents, on trade and energy, were signed as well."
    )
    first, second = tell(text, "2013-05-08", kind="signing")
    assert first.actors == {"Ricardo Lagos", "Alejandro Toledo"}
    assert second.actors == {"CL", "PE"}
    assert second.document is not None
    assert second.document.startswith("Six more documents")


def test_the_document_told_of_again_is_no_further_one(tell: Tell) -> None:
    text = (
        "Chilean President Ricardo Lagos and Peruvian President Alejandro Toledo signed a convention on Monday. "
        "The convention was signed in the town hall."
    )
    [signing] = tell(text, "2013-05-08", kind="signing")
    assert signing.actors == {"Ricardo Lagos", "Alejandro Toledo"}


@pytest.mark.parametrize(
    "text",
    [
        "President Saparmurat Niyazov and visiting Iranian President Mohammad Khatami signed a gas pact on Tuesday.",
        "Prime Minister Goh Chok Tong and visiting Japanese Prime Minister Junichiro Koizumi signed a pact.",
    ],
)
def test_a_guest_signs_with_his_host(tell: Tell, text: str) -> None:
    [signing] = tell(text, kind="signing")
    assert len(signing.actors) == 2


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "NATO and Russia held talks in Brussels. Ukraine and Georgia look on. The two sides signed a statement.",
            {"North Atlantic Treaty Organization", "RU"},
        ),
        (
            "Fatah and Hamas met in Doha on Sunday. Qatar and Egypt back the effort. The two sides signed a deal.",
            {"Fatah", "Hamas"},
        ),
    ],
)
def test_the_sides_are_those_who_talk(tell: Tell, text: str, sides: set[str]) -> None:
    [signing] = tell(text, kind="signing")
    assert signing.actors == sides
