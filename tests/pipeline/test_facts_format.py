"""Facts in the format that the scorer reads."""

from __future__ import annotations

import datetime as dt
import json

from kg.corpus.article import Article, Field
from kg.events.facts import Facts, Filler, LocalEvent, Location, Report, Status, When
from kg.mentions.dates.date_mention import Basis, DateKind, DateMention, Precision
from kg.mentions.mention import LocalEntity
from kg.pipeline.facts_format import Fact, to_fact
from kg.schema.types import Edge, EventType, Role, Schema

ARTICLE = Article(
    "a1", "Rain fell. Merkel received Putin in Sochi in May 2018.", title="Merkel in Sochi", published="2018-06-01"
)
DAYS = (dt.date(2018, 5, 1), dt.date(2018, 5, 31))
MAY = When(*DAYS, Precision.MONTH, Basis.EXPLICIT, "2018-05", "in May 2018")
ENTITIES = (
    LocalEntity("Person:Angela Merkel", "Person", "Angela Merkel", country="DE"),
    LocalEntity("Person:Vladimir Putin", "Person", "Vladimir Putin", country="RU"),
    LocalEntity("Country:DE", "Country", "Germany"),
    LocalEntity("Country:AT", "Country", "Austria"),
    LocalEntity("Agreement:pact", "Agreement", "pact"),
)
ROLES = {
    "participant": Role("participant", ("Person", "Country"), min=2),
    "host": Role("host", ("Person", "Country"), counts_as="participant"),
    "subject": Role("subject", ("Agreement",)),
}
MEETING = EventType("Meeting", "meet", "", ROLES, Edge("MEETS", "participant", "participant"), "", {}, (), (), ())
SCHEMA = Schema({}, {"Meeting": MEETING})


def _fact(*fillers: tuple[str, str], min_confidence: float = 0.0) -> Fact:
    filled = tuple(Filler(role, entity, Field.TEXT, 11, 17) for role, entity in fillers)
    place = Location("Sochi", None, "RU")
    report = Report(
        "Meeting", filled, Field.TEXT, 11, 53, 18, 26, "Meeting/2", Status.OCCURRED, MAY, place, None, False, 0.9
    )
    event = LocalEvent("Meeting", filled, Status.OCCURRED, MAY, place, "pact", False, 0.9, (0,), 0)
    title_date = DateMention(
        Field.TITLE, 0, 3, "May", DateKind.DATE, "2018-05", *DAYS, Precision.MONTH, Basis.RELATIVE, "2018-05"
    )
    date = DateMention(
        Field.TEXT, 45, 53, "May 2018", DateKind.DATE, "2018-05", *DAYS, Precision.MONTH, Basis.EXPLICIT, "2018-05"
    )
    facts = Facts("a1", "2018-06-01", ENTITIES, (), ("DE", "RU"), (title_date, date), (report,), (event,), ())
    return to_fact(ARTICLE, facts, schema=SCHEMA, min_confidence=min_confidence)


def test_an_event_in_full() -> None:
    fact = _fact(("host", "Person:Vladimir Putin"), ("participant", "Person:Angela Merkel"))
    [event] = fact["events"]
    assert event["type"] == "meet"
    assert event["participants"] == [
        {"role": "participant", "type": "person", "name": "Vladimir Putin"},
        {"role": "participant", "type": "person", "name": "Angela Merkel"},
    ]
    assert event["evidence"] == "Merkel received Putin in Sochi in May 2018."[:42]
    assert event["date"] == {"start": "2018-05-01", "end": "2018-05-31", "edtf": "2018-05"}
    assert (event["place"], event["document"], event["status"]) == ("Sochi", "pact", "occurred")


def test_an_event_below_the_least_confidence_is_left_out() -> None:
    fillers = (("host", "Person:Vladimir Putin"), ("participant", "Person:Angela Merkel"))
    assert len(_fact(*fillers, min_confidence=0.9)["events"]) == 1
    assert _fact(*fillers, min_confidence=0.91)["events"] == []
    assert _fact(*fillers, min_confidence=0.91)["people"] == _fact(*fillers)["people"]


def test_an_actor_in_two_roles_stands_once() -> None:
    [event] = _fact(("host", "Country:AT"), ("participant", "Country:AT"))["events"]
    assert event["participants"] == [{"role": "participant", "type": "country", "name": "AT"}]


def test_a_state_does_not_stand_beside_the_one_who_represents_it() -> None:
    [event] = _fact(
        ("participant", "Country:DE"), ("participant", "Person:Angela Merkel"), ("participant", "Country:AT")
    )["events"]
    assert [p["name"] for p in event["participants"]] == ["Angela Merkel", "AT"]


def test_what_was_signed_is_no_actor() -> None:
    [event] = _fact(("participant", "Person:Angela Merkel"), ("subject", "Agreement:pact"))["events"]
    assert [p["name"] for p in event["participants"]] == ["Angela Merkel"]


def test_dates_of_title_and_text_stand_apart() -> None:
    fact = _fact()
    [date] = fact["dates"]
    assert ARTICLE.text[date["start"] : date["end"]] == "May 2018"
    assert (date["value"], date["from"], date["to"]) == ("2018-05", "2018-05-01", "2018-05-31")
    assert len(fact["title_dates"]) == 1


def test_people_countries_and_json() -> None:
    fact = _fact()
    assert {"name": "Angela Merkel", "country": "DE"} in fact["people"]
    assert fact["countries"] == ["DE", "RU"]
    assert json.loads(json.dumps(fact)) == fact
