"""How newsrooms tell that people met, and what is no meeting though it sounds like one."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

KOHL, MAZOWIECKI = "German Chancellor Helmut Kohl", "Polish Prime Minister Tadeusz Mazowiecki"


@pytest.mark.parametrize(
    "text",
    [
        f"{KOHL} told {MAZOWIECKI} in Warsaw that the border was final.",
        f"{KOHL} toured the shipyard with {MAZOWIECKI}.",
        f"{KOHL} gave a dinner for {MAZOWIECKI}.",
        f"{KOHL} hosted a banquet in honor of {MAZOWIECKI}.",
        f"{KOHL} handed a letter to {MAZOWIECKI}.",
        f"{KOHL} paid a courtesy call on {MAZOWIECKI}.",
        f"{KOHL} briefed {MAZOWIECKI} on the plan during a meeting in Bonn.",
        f"{KOHL} held talks on Monday in Bonn with {MAZOWIECKI}.",
        f"{KOHL} was met on arrival by {MAZOWIECKI}.",
        f"{KOHL} and {MAZOWIECKI} saw each other in Bonn.",
        f"{KOHL} summoned {MAZOWIECKI}.",
        f"{KOHL} came face to face with {MAZOWIECKI} in Bonn.",
        f"{KOHL} flew to Warsaw on Monday and told {MAZOWIECKI} that the border was final.",
        f"{KOHL} had an audience with {MAZOWIECKI}.",
        f"Visiting {KOHL} met here on Monday with {MAZOWIECKI}.",
        f"Visiting {KOHL} on Monday held talks with {MAZOWIECKI}.",
        f"{KOHL} wound up his talks in Rome and headed for Warsaw to meet {MAZOWIECKI}.",
        f"{KOHL} left for Warsaw to see {MAZOWIECKI}.",
        f"{KOHL} and {MAZOWIECKI} gathered in Bonn on Monday.",
        f"{KOHL} told visiting {MAZOWIECKI} on Monday that the border was final.",
        f"{KOHL} spoke to {MAZOWIECKI} on Monday about the border.",
    ],
)
def test_they_met(tell: Tell, text: str) -> None:
    [meeting] = tell(text, kind="meeting")
    assert meeting.actors == {"Helmut Kohl", "Tadeusz Mazowiecki"}


@pytest.mark.parametrize(
    "text",
    [
        f"{KOHL} told {MAZOWIECKI} that the border was final.",
        f"{KOHL} told {MAZOWIECKI} in a letter from Bonn that the border was final.",
        f"{KOHL} and Foreign Minister Hans-Dietrich Genscher toured the shipyard.",
        f"{KOHL} and {MAZOWIECKI} watched the match in Bonn.",
        f"{KOHL} said in Bonn that {MAZOWIECKI} was right.",
        f"{KOHL} thanked {MAZOWIECKI} in a letter.",
        f"{KOHL} and {MAZOWIECKI} received a prize in Bonn.",
        f"{KOHL} and {MAZOWIECKI} called on Sunday for calm.",
        f"{KOHL} and {MAZOWIECKI} were in the audience.",
        f"{KOHL} called for Warsaw to meet its duties, and {MAZOWIECKI} agreed.",
        f"{KOHL} and Foreign Minister Hans-Dietrich Genscher gathered in Bonn.",
    ],
)
def test_nobody_met(tell: Tell, text: str) -> None:
    assert not tell(text, kind="meeting")


@pytest.mark.parametrize(
    "text",
    [
        f"U.S. envoy Richard Burt brought {KOHL} and {MAZOWIECKI} together in Bonn.",
        f"U.S. envoy Richard Burt mediated between {KOHL} and {MAZOWIECKI}.",
        f"{KOHL} met {MAZOWIECKI}, who was accompanied by U.S. envoy Richard Burt.",
        f"{KOHL}, with U.S. envoy Richard Burt at his side, met {MAZOWIECKI}.",
        f"{KOHL} and {MAZOWIECKI} met for about an hour with U.S. envoy Richard Burt.",
        f"{KOHL}, together with U.S. envoy Richard Burt, received {MAZOWIECKI}.",
        "The German chancellor, Helmut Kohl, and his Polish counterpart, Tadeusz Mazowiecki, met Richard Burt in Bonn.",
    ],
)
def test_three_met(tell: Tell, text: str) -> None:
    [meeting] = tell(text, kind="meeting")
    assert meeting.actors == {"Helmut Kohl", "Tadeusz Mazowiecki", "Richard Burt"}


def test_who_shuttles_meets_each_side(tell: Tell) -> None:
    meetings = tell(f"U.S. envoy Richard Burt shuttled between {KOHL} and {MAZOWIECKI}.", kind="meeting")
    assert [m.actors for m in meetings] == [
        {"Richard Burt", "Helmut Kohl"},
        {"Richard Burt", "Tadeusz Mazowiecki"},
    ]


def test_a_family_is_no_meeting(tell: Tell) -> None:
    text = "U.S. President Bill Clinton and first lady Hillary Rodham Clinton dined in Hanoi."
    assert not tell(text, kind="meeting")


@pytest.mark.parametrize(
    ("before", "text", "actors"),
    [
        (
            "NATO Secretary-General Javier Solana flew to Kiev.",
            "The secretary-general met President Leonid Kuchma.",
            {"Javier Solana", "Leonid Kuchma"},
        ),
        (
            "This was issued by the spokesman for UN Secretary-General U Thant:\n\n",
            "The Secretary-General met today with President Josip Broz Tito.",
            {"U Thant", "Josip Broz Tito"},
        ),
        (
            "The foreign ministers of Austria and Italy, Bruno Kreisky and Giuseppe Saragat, opened a school.",
            "The two ministers met again in New York.",
            {"Bruno Kreisky", "Giuseppe Saragat"},
        ),
        (
            "Their foreign ministers, Klaus Kinkel and Herve de Charette, toured the bridge.",
            "Jean Ziegler, an author, mocked Kinkel. The two ministers met in Metz on Monday.",
            {"Klaus Kinkel", "Herve de Charette"},
        ),
        (
            "The prime ministers, Felipe Gonzalez and Anibal Cavaco Silva, opened a bridge. It rained.",
            "Jose Maria Aznar, leader of a party, sneered at Gonzalez. The two prime ministers met in Evora in May.",
            {"Felipe Gonzalez", "Anibal Cavaco Silva"},
        ),
    ],
)
def test_who_is_meant_by_an_office(tell: Tell, before: str, text: str, actors: set[str]) -> None:
    [meeting] = tell(f"{before} {text}", kind="meeting")
    assert meeting.actors == actors


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{KOHL} invited {MAZOWIECKI} to Bonn for talks next month.", "possible"),
        (f"{KOHL} has invited {MAZOWIECKI} to a meeting in Bonn.", "possible"),
        (f"{KOHL} called off the Hamburg summit with {MAZOWIECKI}.", "negated"),
    ],
)
def test_who_is_asked_to_talks_is_one_side_of_them(tell: Tell, text: str, status: str) -> None:
    [meeting] = tell(text, kind="meeting")
    assert (meeting.actors, meeting.status) == (frozenset({"Helmut Kohl", "Tadeusz Mazowiecki"}), status)


def test_who_is_invited_to_visit_is_asked_to_no_talks(tell: Tell) -> None:
    assert not tell(f"{KOHL} invited {MAZOWIECKI} to visit Bonn.", kind="meeting")


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        (
            "Gro Brundtland and Ruud Lubbers signed a pact. In Bonn, Helmut Kohl thanked Lubbers during their talks.",
            {"Helmut Kohl", "Ruud Lubbers"},
        ),
        (
            "Secretary of State Cyrus Vance left. No secretary had come. The secretary held talks with Omar Bongo.",
            {"Cyrus Vance", "Omar Bongo"},
        ),
        (
            "In Valletta, George Bush and Soviet leader Mikhail Gorbachev held talks.",
            {"George Bush", "Mikhail Gorbachev"},
        ),
    ],
)
def test_who_is_on_each_side(tell: Tell, text: str, actors: set[str]) -> None:
    [meeting] = tell(text, kind="meeting")
    assert meeting.actors == actors
