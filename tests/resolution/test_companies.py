"""States and their people, told by different articles."""

from __future__ import annotations

import pytest

from kg.events.facts import Status
from tests.resolution.test_events import ANNAN, GUSMAO, LAVROV, ROBINSON, of_each, resolved
from tests.story import Told, article, meeting, signing, visit

BRENDE = "Børge Brende/NO"
DAY = "1998-05-03"


def names(told: Told) -> set[str]:
    return {actor for actors in told.roles.values() for actor in actors}


@pytest.mark.parametrize("coarse", [("IE", "RU"), (ROBINSON, "RU"), ("IE", LAVROV)])
@pytest.mark.parametrize("day", [DAY, "1998-05-01/1998-05-31"])
def test_a_meeting_of_states_is_that_of_their_people(coarse: tuple[str, str], day: str) -> None:
    [event] = of_each(meeting(ROBINSON, LAVROV, when=DAY), meeting(*coarse, when=day))
    assert event.n_articles == 2
    assert all(actor.entity.startswith("person:") for actor in event.actors)


def test_each_side_may_be_known_from_another_article() -> None:
    [event] = of_each(meeting(ROBINSON, "RU", when=DAY), meeting("IE", LAVROV, when=DAY))
    assert all(actor.entity.startswith("person:") for actor in event.actors)


def test_where_two_pairs_of_the_states_met_their_meeting_is_neither() -> None:
    ministers = meeting("Brian Cowen/IE", "Igor Ivanov/RU", when=DAY)
    assert len(of_each(meeting(ROBINSON, LAVROV, when=DAY), ministers, meeting("IE", "RU", when=DAY))) == 3


def test_a_delegation_is_there_through_its_head() -> None:
    with_minister = meeting(ROBINSON, "Brian Cowen/IE", LAVROV, when=DAY)
    [event] = of_each(meeting(ROBINSON, LAVROV, when=DAY), with_minister)
    assert len(event.actors) == 3


@pytest.mark.parametrize(
    "other",
    [
        meeting(BRENDE, LAVROV, when=DAY),
        meeting(ROBINSON, LAVROV, ANNAN, when=DAY),
        meeting("IE", "RU", "CH", when=DAY),
        meeting("IE", "RU", when="1998-05-04"),
        meeting("IE", "RU", when="1998-01-01/1998-12-31"),
        signing("IE", "RU", when=DAY),
    ],
)
def test_other_states_days_and_types_stay_apart(other: Told) -> None:
    assert len(of_each(meeting(ROBINSON, LAVROV, when=DAY), other)) == 2


def test_those_of_one_state_who_see_its_president_are_no_delegation() -> None:
    one, other = (meeting(ROBINSON, minister, when=DAY) for minister in ("Brian Cowen/IE", "Bertie Ahern/IE"))
    assert len(of_each(one, other)) == 2


def test_two_events_of_one_article_stay_apart() -> None:
    pair = article("a", meeting(ROBINSON, LAVROV, when=DAY), meeting("IE", "RU", when=DAY))
    assert len(resolved(pair)) == 2
    assert len(resolved(pair, article("b", meeting("IE", "RU", when=DAY)))) == 2


def test_the_visit_of_a_state_s_delegation_is_that_of_its_head() -> None:
    [event] = of_each(visit(ROBINSON, "CH", DAY), visit("IE", "#Bern/CH", DAY))
    assert event.n_articles == 2
    assert not any(actor.entity == "country:IE" for actor in event.actors)


def test_news_without_a_date_of_states_speaks_of_what_is_nearest() -> None:
    met = article("a", meeting("IE", "RU", when=DAY))
    for published, events in (("1998-05-05", 1), ("1998-05-07", 2)):
        assert len(resolved(met, article("b", meeting("IE", "RU"), published=published))) == events
    plan = article("b", meeting("IE", "RU", status=Status.PLANNED), published="1998-04-20")
    assert len(resolved(met, plan)) == 2


def test_a_year_tells_of_a_day_only_with_the_same_place() -> None:
    def told(when: str | None, place: str | None) -> Told:
        return meeting(ROBINSON, GUSMAO, when=when, place=place)

    year = "1998-01-01/1998-12-31"
    assert len(of_each(told(DAY, "#Bern/CH"), told(year, None))) == 2
    assert len(of_each(told(DAY, "#Bern/CH"), told(year, "#Bern/CH"))) == 1
    undated = article("b", told(None, None), published="1998-06-01")
    assert len(resolved(article("a", told(year, None)), undated)) == 2
