"""One predicate, several meetings: told apart by "separately", by a sequence, by dates and places of their own."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell


def pairs(tell: Tell, text: str, kind: str = "meeting") -> list[set[str]]:
    """Last names of those who took part, event by event."""
    return [{name.split()[-1] for name in event.actors} for event in tell(text, kind=kind)]


@pytest.mark.parametrize(
    "text",
    [
        "Richard Holbrooke met separately with Slobodan Milosevic and Franjo Tudjman.",
        "Richard Holbrooke held separate meetings with Slobodan Milosevic and Franjo Tudjman.",
        "Richard Holbrooke met Slobodan Milosevic and, later, Franjo Tudjman in Geneva.",
        "Richard Holbrooke met Slobodan Milosevic in Belgrade on Monday and Franjo Tudjman in Zagreb on Tuesday.",
        "Richard Holbrooke dined with Slobodan Milosevic and with Franjo Tudjman.",
        "Richard Holbrooke met Slobodan Milosevic and Franjo Tudjman in turn.",
        "Slobodan Milosevic and Franjo Tudjman each met Richard Holbrooke.",
        "Richard Holbrooke was received by Slobodan Milosevic and later by Franjo Tudjman.",
    ],
)
def test_each_is_a_meeting_of_its_own(tell: Tell, text: str) -> None:
    assert pairs(tell, text) == [{"Holbrooke", "Milosevic"}, {"Holbrooke", "Tudjman"}]


@pytest.mark.parametrize(
    "text",
    [
        "Richard Holbrooke met Slobodan Milosevic and Franjo Tudjman in Geneva on Monday.",
        "Richard Holbrooke, together with Franjo Tudjman, met Slobodan Milosevic.",
        "Slobodan Milosevic, Franjo Tudjman and Richard Holbrooke met in Dayton, Ohio.",
    ],
)
def test_those_who_met_together_stay_together(tell: Tell, text: str) -> None:
    assert pairs(tell, text) == [{"Holbrooke", "Milosevic", "Tudjman"}]


def test_each_has_its_own_day_and_place(tell: Tell) -> None:
    text = "Romano Prodi met Gerhard Schroeder in Berlin on March 3, 2000 and Lionel Jospin in Paris on March 4, 2000."
    first, second = tell(text, kind="meeting")
    assert (first.when, first.place) == ("2000-03-03", "Berlin")
    assert (second.when, second.place) == ("2000-03-04", "Paris")


def test_the_day_before_each_name_is_its_own(tell: Tell) -> None:
    text = (
        "British Prime Minister Tony Blair held talks on Monday with Irish Prime Minister Bertie Ahern "
        "and on Tuesday with Unionist leader David Trimble."
    )
    first, second = tell(text, "1999-05-06", kind="meeting")
    assert (first.actors, first.when) == (frozenset({"Tony Blair", "Bertie Ahern"}), "1999-05-03")
    assert (second.actors, second.when) == (frozenset({"Tony Blair", "David Trimble"}), "1999-05-04")


def test_who_was_left_out_was_not_met(tell: Tell) -> None:
    met, left = tell("Peter Mandelson met Martin McGuinness but not Ian Paisley.", kind="meeting")
    assert (met.actors, met.status) == (frozenset({"Peter Mandelson", "Martin McGuinness"}), "occurred")
    assert (left.actors, left.status) == (frozenset({"Peter Mandelson", "Ian Paisley"}), "negated")


@pytest.mark.parametrize(
    "text",
    [
        "Chris Patten met Javier Solana in Brussels on Monday, Kofi Annan said.",
        "Chris Patten met Javier Solana in Brussels and Kofi Annan flew to Geneva.",
    ],
)
def test_the_subject_of_the_next_clause_was_not_met(tell: Tell, text: str) -> None:
    assert pairs(tell, text) == [{"Patten", "Solana"}]


def test_what_ends_the_sentence_is_of_all(tell: Tell) -> None:
    text = "Jean Chretien received Vicente Fox and then U.S. President George W. Bush in Ottawa in June 2001."
    meetings = tell(text, kind="meeting")
    assert [(m.place, m.when) for m in meetings] == [("Ottawa", "2001-06-01/2001-06-30")] * 2


THREE = "Boris Yeltsin, Jacques Chirac and Helmut Kohl met in Bonn on Thursday. "


@pytest.mark.parametrize(
    "more",
    ["Jacques Chirac also had a meeting with Boris Yeltsin.", "On the sidelines, Jacques Chirac met Boris Yeltsin."],
)
def test_two_who_also_met_are_told_beside_the_three(tell: Tell, more: str) -> None:
    assert [len(m.actors) for m in tell(THREE + more, "1998-03-27", kind="meeting")] == [3, 2]


def test_two_of_three_are_the_same_meeting(tell: Tell) -> None:
    text = THREE + "Jacques Chirac met Boris Yeltsin for three hours."
    assert [len(m.actors) for m in tell(text, "1998-03-27", kind="meeting")] == [3]


@pytest.mark.parametrize(
    "more",
    [
        "Demirel and Simitis had met before in Geneva.",
        "They last met in Geneva in May.",
        "Their previous meeting, in Geneva, ended in anger.",
    ],
)
def test_an_earlier_meeting_elsewhere_is_another(tell: Tell, more: str) -> None:
    text = "Turkish President Suleyman Demirel met Greek Prime Minister Costas Simitis in Istanbul on Monday. "
    assert len(tell(text + more, "1999-11-18", kind="meeting")) == 2


@pytest.mark.parametrize(
    "more",
    [
        "The two last met in Geneva in 1998.",
        "They previously met in Geneva in 1998.",
        "It was their second meeting since they met in Geneva in 1998.",
        "The two first met in 1998 in Geneva.",
    ],
)
def test_an_earlier_meeting_dates_no_other(tell: Tell, more: str) -> None:
    text = "Turkish President Suleyman Demirel met Greek Prime Minister Costas Simitis in Istanbul. "
    meetings = tell(text + more, None, kind="meeting")
    assert [(m.place, m.when) for m in meetings] == [("Istanbul", None), ("Geneva", "1998-01-01/1998-12-31")]


def test_an_earlier_visit_dates_no_other(tell: Tell) -> None:
    text = "Turkish President Suleyman Demirel is visiting Greece. He last visited Greece in 1992."
    assert [v.when for v in tell(text, None, kind="visit")] == [None, "1992-01-01/1992-12-31"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Suleyman Demirel met Costas Simitis in Istanbul on May 3 and again in Athens on May 5.",
            [("Istanbul", "1999-05-03"), ("Athens", "1999-05-05")],
        ),
        (
            "Suleyman Demirel and Costas Simitis met in March 1999 and then again in June, officials said.",
            [(None, "1999-03-01/1999-03-31"), (None, "1999-06-01/1999-06-30")],
        ),
        ("Suleyman Demirel met Costas Simitis in Istanbul on May 3 and again urged him to come.", None),
        ("Suleyman Demirel met Costas Simitis on May 3 in Istanbul and, again, failed.", None),
    ],
)
def test_met_and_met_again(tell: Tell, text: str, told: list[tuple[str | None, str]] | None) -> None:
    found = [(m.place, m.when) for m in tell(text, "1999-11-18", kind="meeting")]
    assert found == (told if told is not None else [("Istanbul", "1999-05-03")])


@pytest.mark.parametrize(
    "text",
    [
        "Chris Patten held meetings with Javier Solana and Kofi Annan in Brussels.",
        "Chris Patten had meetings with Javier Solana and, over lunch, with Kofi Annan.",
        "Chris Patten went in turn to see Javier Solana and Kofi Annan.",
        "Chris Patten is in Brussels for meetings with Javier Solana and Kofi Annan.",
    ],
)
def test_meetings_are_one_with_each(tell: Tell, text: str) -> None:
    assert pairs(tell, text) == [{"Patten", "Solana"}, {"Patten", "Annan"}]


@pytest.mark.parametrize(
    "text",
    [
        "Chris Patten held talks with Javier Solana and Kofi Annan in Brussels.",
        "Chris Patten held meetings with Javier Solana and his deputy, Kofi Annan.",
    ],
)
def test_talks_with_two_may_be_one(tell: Tell, text: str) -> None:
    [meeting] = tell(text, kind="meeting")
    assert len(meeting.actors) == 3
