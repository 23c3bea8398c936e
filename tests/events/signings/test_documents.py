"""What a document is called: no more than what it is, no less than its name."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell


@pytest.mark.parametrize(
    ("text", "document"),
    [
        (
            "The communique on trade, transport and a Malaysian consulate in Perth was signed by John Howard.",
            "communique on trade, transport and a Malaysian consulate",
        ),
        (
            "Peru and Chile signed the Convention on the Protection of Antarctic Seals in London.",
            "Convention on the Protection of Antarctic Seals",
        ),
        ("Estonia and Finland signed the Treaty on Good Relations on Monday.", "Treaty on Good Relations"),
        ("Egypt's Hosni Mubarak signed the peace declaration for Cairo on Monday.", "peace declaration"),
        ("Boris Yeltsin signed a decree dissolving parliament on Tuesday.", "decree dissolving parliament"),
        ("Prime Minister Gyula Horn signed the law that ratifies the treaty.", "law that ratifies the treaty"),
        (
            "Presidents Alpha Konare and Laurent Gbagbo signed a general agreement on peace and national accord.",
            "general agreement on peace and national accord",
        ),
    ],
)
def test_a_document_is_called_what_it_is(tell: Tell, text: str, document: str) -> None:
    [signing] = tell(text, kind="signing")
    assert signing.document == document


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("State oil company Rosneft and Exxon Mobil signed a deal in Sochi on Tuesday.", {"Rosneft", "Exxon Mobil"}),
        ("Boliden and Outokumpu signed a contract worth $200 million in Stockholm.", {"Boliden", "Outokumpu"}),
        ("Ecuador signed a contract with the Canadian miner Kinross in Quito on Friday.", {"EC", "Kinross"}),
    ],
)
def test_companies_sign_contracts(tell: Tell, text: str, sides: set[str]) -> None:
    [signing] = tell(text, kind="signing")
    assert signing.actors == sides


def test_who_signs_for_a_capital_signs_for_its_state(tell: Tell) -> None:
    text = "The accord was ready. Egypt's Amr Moussa signed for Cairo and Israel's Shimon Peres for Jerusalem."
    [signing] = tell(text, kind="signing")
    assert signing.actors == {"Amr Moussa", "Shimon Peres"}
