"""Where an event is, and what was signed."""

from __future__ import annotations

import pytest

from tests.events.conftest import Extract, Tell

DAY = "2013-05-08"


def test_a_place_of_the_clause(tell: Tell) -> None:
    [meeting] = tell("Jens Stoltenberg met Abdullah Gul in Oslo.", DAY)
    assert meeting.place == "Oslo"


def test_each_verb_has_its_own_place(tell: Tell) -> None:
    text = "Jens Stoltenberg met Abdullah Gul in Oslo and Sebastian Pinera met Horacio Cartes in Asuncion."
    places = {frozenset(m.actors): m.place for m in tell(text, DAY, kind="meeting")}
    assert places[frozenset({"Jens Stoltenberg", "Abdullah Gul"})] == "Oslo"
    assert places[frozenset({"Sebastian Pinera", "Horacio Cartes"})] == "Asuncion"


def test_where_a_war_is_no_meeting_is(tell: Tell) -> None:
    text = "Before the outbreak of the war in Georgia, Jens Stoltenberg met Abdullah Gul."
    [meeting] = tell(text, DAY, kind="meeting")
    assert meeting.place is None


def test_a_city_of_the_destination_is_the_place_of_a_visit(extract: Extract) -> None:
    facts = extract("Norwegian Prime Minister Jens Stoltenberg arrived in Ankara on Monday.", DAY)
    [visit] = facts.events
    assert visit.location is not None
    assert (visit.location.text, visit.location.entity, visit.location.country) == ("Ankara", "Place:Ankara", "TR")
    assert [f.entity for f in visit.fillers if f.role == "destination"] == ["Country:TR"]


def test_there_is_where_the_story_is(tell: Tell) -> None:
    text = (
        "Norwegian Prime Minister Jens Stoltenberg arrived in Ankara on Monday. "
        "There he met Turkish President Abdullah Gul."
    )
    [meeting] = tell(text, DAY, kind="meeting")
    assert meeting.place == "Ankara"


def test_a_verb_of_taking_place_sets_the_scene(tell: Tell) -> None:
    text = "The conference took place in Geneva. Jens Stoltenberg met Abdullah Gul on Monday."
    [meeting] = tell(text, DAY, kind="meeting")
    assert meeting.place == "Geneva"


def test_the_scene_goes_on_with_the_same_actor_and_not_with_others(tell: Tell) -> None:
    text = "Jens Stoltenberg met Abdullah Gul in Oslo. Stoltenberg also met Sebastian Pinera."
    assert [m.place for m in tell(text, DAY, kind="meeting")] == ["Oslo", "Oslo"]
    text = "Jens Stoltenberg met Abdullah Gul in Oslo. Horacio Cartes met Sebastian Pinera."
    assert [m.place for m in tell(text, DAY, kind="meeting")] == ["Oslo", None]


def test_a_scene_ends(tell: Tell) -> None:
    filler = "Prices rose. Rain fell. Ships sank. Birds sang. "
    text = f"Jens Stoltenberg met Abdullah Gul in Oslo. {filler}Stoltenberg also met Sebastian Pinera."
    assert [m.place for m in tell(text, DAY, kind="meeting")] == ["Oslo", None]


def test_a_journey_stays_nowhere(tell: Tell) -> None:
    text = "Jens Stoltenberg met Abdullah Gul in Oslo. Gul then flew to Kenya."
    [visit] = tell(text, DAY, kind="visit")
    assert visit.place is None


DOCUMENTS = {
    "Jens Stoltenberg and Abdullah Gul signed a memorandum of understanding on fisheries.": (
        "memorandum of understanding on fisheries",
        False,
    ),
    "Norway and Turkey signed three agreements on trade and energy.": ("three agreements on trade and energy", False),
    "Norway and Turkey signed the Oslo Accords in 1993.": ("Oslo Accords", True),
    "A treaty was signed by Norway and Turkey.": ("treaty", False),
    "Jens Stoltenberg signed a treaty with Abdullah Gul in Oslo.": ("treaty", False),
}


@pytest.mark.parametrize(("text", "words", "named"), [(t, *e) for t, e in DOCUMENTS.items()], ids=DOCUMENTS)
def test_a_document_has_the_words_of_its_phrase(extract: Extract, text: str, words: str, named: bool) -> None:
    [signing] = extract(text, DAY).events
    assert (signing.document, signing.document_named) == (words, named)


def test_a_quoted_name_keeps_both_its_quotation_marks(tell: Tell) -> None:
    [signing] = tell('Norway and Turkey signed a charter on "shared waters" in Oslo.', DAY, kind="signing")
    assert signing.document is not None
    assert signing.document.count('"') in (0, 2)


def test_a_person_is_no_document(tell: Tell) -> None:
    assert not tell("The club signed Erling Haaland.", DAY, kind="signing")


SITES = {
    "Jens Stoltenberg met Abdullah Gul at the Dolmabahce palace in Istanbul.": "Dolmabahce palace, Istanbul",
    "Jens Stoltenberg received Abdullah Gul at the Grand Hotel.": "Grand Hotel",
    "Norway and Turkey signed a treaty in the presidential palace.": "presidential palace",
    "Norway and Turkey signed a treaty in the opera house of Bergen.": "opera house of Bergen",
    "Jens Stoltenberg met Abdullah Gul on the island of Buyukada.": "island of Buyukada",
    "Jens Stoltenberg met Abdullah Gul in the Turkish capital.": "Turkish capital",
    "Jens Stoltenberg met Abdullah Gul in an Ankara hotel.": "Ankara",
    # No particular ones, and what isn't where it happened.
    "Jens Stoltenberg met Abdullah Gul at his residence.": None,
    "Jens Stoltenberg met Abdullah Gul in a small room.": None,
    "Jens Stoltenberg and Abdullah Gul signed an accord on Svalbard in Bergen.": "Bergen",
    "Jens Stoltenberg met Abdullah Gul, who later left for Nairobi.": None,
}


@pytest.mark.parametrize(("text", "place"), SITES.items(), ids=SITES)
def test_buildings_and_grounds(extract: Extract, text: str, place: str | None) -> None:
    event = next(e for e in extract(text, DAY).events if e.type != "Visit")
    assert (event.location.text if event.location else None) == place


STOPS = {
    "Jens Stoltenberg left for Brazil on Tuesday to take part in a forum on trade in Salvador.": "Salvador",
    "Jens Stoltenberg flew to Turkey. He met Abdullah Gul in Istanbul.": "Istanbul",
    "Jens Stoltenberg flew to Turkey. He met Horacio Cartes in Asuncion.": None,
    "Jens Stoltenberg flew to Turkey. Abdullah Gul met Horacio Cartes in Istanbul.": None,
    "Jens Stoltenberg flew to Turkey to see Abdullah Gul, who met Horacio Cartes in Istanbul.": None,
}


@pytest.mark.parametrize(("text", "place"), STOPS.items(), ids=STOPS)
def test_the_town_of_a_journey_is_where_its_traveller_is(tell: Tell, text: str, place: str | None) -> None:
    visit = next(v for v in tell(text, DAY, kind="visit") if "Jens Stoltenberg" in v.actors)
    assert visit.place == place


def test_a_meeting_that_may_never_be_sets_no_scene(tell: Tell) -> None:
    text = "Ministers might convene in Geneva. Jens Stoltenberg met Abdullah Gul on Monday."
    [meeting] = tell(text, DAY, kind="meeting")
    assert meeting.place is None


def test_the_dateline_is_where_the_lede_is(tell: Tell) -> None:
    text = "KIRUNA, Sweden, May 8 (Wire) - Jens Stoltenberg met Abdullah Gul."
    [meeting] = tell(text, DAY, kind="meeting")
    assert meeting.place == "Kiruna"


def test_where_talks_had_been_set_is_theirs(tell: Tell) -> None:
    text = "Talks between Norway and Turkey, which had been set for this week in Prague, were put off."
    [meeting] = tell(text, DAY, kind="meeting")
    assert (meeting.place, meeting.status) == ("Prague", "negated")
