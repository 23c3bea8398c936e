"""Who signs what: the ways in which newsrooms tell of it."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("A fishing treaty between Norway and Iceland was signed in Bergen.", {"NO", "IS"}),
        ("An agreement on visas was signed between Peru and Bolivia in Lima.", {"PE", "BO"}),
        ("Norway and Iceland entered into an agreement on cod.", {"NO", "IS"}),
        ("The signatories were Norway, Iceland and Denmark.", {"NO", "IS", "DK"}),
        (
            "The accord was signed by Foreign Minister Jonas Store for Norway and by Ossur Skarphedinsson for Iceland.",
            {"Jonas Store", "Ossur Skarphedinsson"},
        ),
    ],
)
def test_those_who_sign(tell: Tell, text: str, actors: set[str]) -> None:
    [signing] = tell(text, kind="signing")
    assert signing.actors == actors


@pytest.mark.parametrize(
    "text",
    [
        "Norway signed up to the scheme in Oslo.",
        "Tony Blair signed the visitors' book in Kigali.",
        "Tony Blair signed off on the budget.",
        "Peru criticised the treaty. Bolivia did not.",
    ],
)
def test_words_in_another_sense(tell: Tell, text: str) -> None:
    assert not tell(text, kind="signing")


@pytest.mark.parametrize(
    ("text", "document"),
    [
        ("Peru and Chile drew up a fishing treaty. It was signed by Alan Garcia on Monday.", "fishing treaty"),
        ("Peru and Chile drew up a fishing treaty. Alan Garcia signed the document on Monday.", "fishing treaty"),
        ("Alan Garcia spoke of the fishing treaty in Lima. Chile has signed.", "fishing treaty"),
        ("Peru broke a fishing treaty. The pact that Peru and Chile signed in 1929 stands.", "pact"),
        ("Peru drew up a fishing treaty. Alan Garcia signed a decree on Monday.", "decree"),
        ("Alan Garcia signed an accord on the rights of minorities in 1996.", "accord on the rights of minorities"),
        ("Alan Garcia signed the treaty for Peru on Monday.", "treaty"),
        ("The Prime Minister of Peru signed the Decree On Fees for Fishing.", "Decree On Fees for Fishing"),
    ],
)
def test_what_is_signed(tell: Tell, text: str, document: str) -> None:
    [signing] = tell(text, kind="signing")
    assert signing.document == document


def test_several_documents_are_signed_one_by_one(tell: Tell) -> None:
    signings = tell("Peru and Chile signed a treaty on fishing and two protocols on trade.", kind="signing")
    assert {s.document for s in signings} == {"treaty on fishing", "two protocols on trade"}


def test_bare_plurals_are_one_signing(tell: Tell) -> None:
    [_] = tell("Peru and Chile signed accords and contracts in Lima.", kind="signing")


def test_who_signed_too_is_of_the_same_signing(tell: Tell) -> None:
    [signing] = tell("Peru and Chile signed the trade pact in Lima on Monday. Bolivia signed too.", kind="signing")
    assert signing.actors == {"PE", "CL", "BO"}


def test_who_signed_at_another_time_is_of_another(tell: Tell) -> None:
    signings = tell("Peru and Chile signed the trade pact in 1992. Bolivia signed it in 1996.", kind="signing")
    assert {s.actors for s in signings} == {frozenset({"PE", "CL"}), frozenset({"BO"})}


def test_a_headline_may_leave_signatories_out(tell: Tell) -> None:
    text = "LIMA - Peru and Chile signed a trade pact in Lima on Monday."
    [signing] = tell(text, kind="signing", title="Peru signs trade pact")
    assert signing.actors == {"PE", "CL"}


def test_a_person_is_no_document(tell: Tell) -> None:
    assert not tell("The European Union signed Zinedine Zidane on Monday.", kind="signing")


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The treaties which Peru and Chile signed in 1921 and 1940 are void.", ["1921", "1940"]),
        ("Peru and Chile signed accords in 1992, 1994 and again in 1995.", ["1992", "1994", "1995"]),
        ("Peru and Chile signed accords in May 2006 and in March 2008.", ["2006-05", "2008-03"]),
        ("Peru and Chile signed accords in 1995 after talks in 1994.", ["1995"]),
    ],
)
def test_what_is_told_of_several_years_happened_several_times(tell: Tell, text: str, dates: list[str]) -> None:
    signings = tell(text, "2010-05-12", kind="signing")
    assert [(s.when or "")[: len(d)] for s, d in zip(signings, dates, strict=True)] == dates
