"""Slots to roles: who takes part, and what is not kept."""

from __future__ import annotations

from kg.events.facts import Reason
from tests.events.conftest import Extract, Tell
from tests.events.telling import reasons

PAIR = frozenset({"Jens Stoltenberg", "Abdullah Gul"})


def test_a_person_takes_part_and_not_the_state_beside(tell: Tell) -> None:
    text = "Norwegian Prime Minister Jens Stoltenberg and Norway met Turkish President Abdullah Gul."
    [meeting] = tell(text, kind="meeting")
    assert meeting.actors == PAIR


def test_unnamed_officials_are_their_state(tell: Tell) -> None:
    [meeting] = tell("The foreign ministers of Norway and Turkey met in Oslo.", kind="meeting")
    assert meeting.actors == {"NO", "TR"}


def test_a_visitor_in_his_own_country_is_no_visitor(extract: Extract) -> None:
    text = "Norwegian Prime Minister Jens Stoltenberg visited Norway."
    facts = extract(text)
    assert not facts.events
    assert Reason.OWN_COUNTRY in reasons(facts, "Visit", text, "visited")


def test_of_two_visitors_the_one_abroad_remains(tell: Tell) -> None:
    text = "Norwegian Prime Minister Jens Stoltenberg and Turkish President Abdullah Gul visited Turkey."
    [visit] = tell(text, kind="visit")
    assert visit.actors == {"Jens Stoltenberg"}
    assert visit.to == "TR"


def test_those_who_visit_a_state_together_are_not_told_to_meet(tell: Tell) -> None:
    assert not tell("Jens Stoltenberg and Abdullah Gul visited Kenya.", kind="meeting")


def test_a_journey_to_several_states_is_one_visit_each(tell: Tell) -> None:
    visits = tell("Norwegian Prime Minister Jens Stoltenberg visited Turkey, Greece and Cyprus.", kind="visit")
    assert [v.to for v in visits] == ["TR", "GR", "CY"]
    assert all(v.actors == {"Jens Stoltenberg"} for v in visits)


def test_two_cities_of_a_state_are_one_visit(tell: Tell) -> None:
    [visit] = tell("Norwegian Prime Minister Jens Stoltenberg visited Ankara and Istanbul.", kind="visit")
    assert visit.to == "TR"


def test_what_is_no_state_is_a_destination_too(tell: Tell) -> None:
    [visit] = tell("Norwegian Prime Minister Jens Stoltenberg will tour Africa.", kind="visit")
    assert (visit.to, visit.status) == ("Africa", "planned")


def test_a_pronoun_without_anybody_is_reported(extract: Extract) -> None:
    text = "He met Abdullah Gul in Ankara."
    facts = extract(text)
    assert not facts.events
    assert reasons(facts, "Meeting", text, "met") == {Reason.UNRESOLVED}


def test_a_habit_is_reported(extract: Extract) -> None:
    text = "Norwegian leaders often visit Turkey."
    facts = extract(text)
    assert not facts.events
    assert reasons(facts, "Visit", text, "visit") == {Reason.GENERIC}


def test_another_use_of_the_word_is_reported(extract: Extract) -> None:
    text = "Jens Stoltenberg met reporters."
    facts = extract(text)
    assert not facts.events
    assert reasons(facts, "Meeting", text, "met") == {Reason.EXCLUDED}


def test_nobody_meets_alone(extract: Extract) -> None:
    text = "Jens Stoltenberg held a meeting."
    facts = extract(text)
    assert not facts.events
    assert reasons(facts, "Meeting", text, "meeting") <= {Reason.SAME_ACTOR, Reason.MISSING_ROLE}


def test_each_actor_stands_once_in_an_event(extract: Extract) -> None:
    text = (
        "Jens Stoltenberg met Abdullah Gul in Oslo on Monday. Stoltenberg and Gul held talks with Chilean President "
        "Sebastian Pinera. Gul later flew to Chile, and Pinera received him in Santiago."
    )
    facts = extract(text, "2013-05-08")
    assert facts.events
    for event in facts.events:
        keys = [f.entity for f in event.fillers]
        assert len(set(keys)) == len(keys)


# Lists of names


def test_a_list_of_titles_and_names_takes_part_as_a_whole(tell: Tell) -> None:
    text = "Norway's Jens Stoltenberg, Turkish President Abdullah Gul and Chile's Sebastian Pinera met in Oslo."
    [meeting] = tell(text, kind="meeting")
    assert meeting.actors == PAIR | {"Sebastian Pinera"}


def test_a_list_of_states_takes_part_as_a_whole(tell: Tell) -> None:
    [signing] = tell("Kenya, Uganda, Tanzania and Rwanda signed a treaty.", kind="signing")
    assert signing.actors == {"KE", "UG", "TZ", "RW"}


def test_a_list_ends_where_another_clause_begins(tell: Tell) -> None:
    text = "Jens Stoltenberg met Abdullah Gul, and Sebastian Pinera flew home."
    [meeting] = tell(text, kind="meeting")
    assert meeting.actors == PAIR


def test_a_states_name_before_a_summit_is_where_it_is(tell: Tell) -> None:
    text = "Bill Clinton and Chilean President Ricardo Lagos spoke. Clinton left the Singapore summit with Lagos."
    assert not any("SG" in event.actors for event in tell(text, "2003-02-11", kind="meeting"))
    [talks] = tell("The Iran-Iraq talks ended.", "2003-02-11", kind="meeting")
    assert talks.actors == {"IR", "IQ"}
