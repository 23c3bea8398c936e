from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.mentions.mention import LocalEntity, Office
from kg.resolution.entities import resolve_entities
from kg.resolution.identity import normalised


def person(name: str, country: str | None = None, *, names: Iterable[str] = ()) -> LocalEntity:
    return LocalEntity(f"Person:{name}", "Person", name, tuple(names), country)


def one(article: str, entity: LocalEntity) -> tuple[str, list[LocalEntity]]:
    return article, [entity]


@pytest.mark.parametrize(
    ("first", "second"),
    [("José Ramos-Horta", "Jose Ramos Horta"), ("Lech Wałęsa", "LECH WALESA"), ("P. W. Botha", "PW Botha")],
)
def test_spellings_of_one_name_are_one_person(first: str, second: str) -> None:
    entities = resolve_entities([one("a", person(first)), one("b", person(second))])
    [found] = entities.by_id.values()
    assert found.names == tuple(sorted((first, second)))


@pytest.mark.parametrize(("first", "second"), [("Kofi Annan", "Nane Annan"), ("Wu Yi", "Wuyi"), ("Ali", "Alí Baba")])
def test_other_names_are_other_people(first: str, second: str) -> None:
    assert len(resolve_entities([one("a", person(first)), one("b", person(second))]).by_id) == 2


def test_one_word_joins_the_only_full_name_of_the_same_state() -> None:
    full, short = person("Mary Robinson", "IE"), person("Robinson", "IE")
    entities = resolve_entities([one("a", full), one("b", short)])
    assert entities.of("a", full.key) == entities.of("b", short.key)


@pytest.mark.parametrize(
    "others",
    [
        [person("Mary Robinson", "IE"), person("Peter Robinson", "IE")],
        [person("Mary Robinson", "GB")],
        [person("Mary Robinson")],
    ],
)
def test_one_word_stays_apart_where_more_or_none_fit(others: list[LocalEntity]) -> None:
    short = person("Robinson", "IE")
    entities = resolve_entities([*(one(f"a{n}", other) for n, other in enumerate(others)), one("b", short)])
    assert entities.by_id[entities.of("b", short.key)].names == ("Robinson",)


def test_one_word_without_a_state_stays_within_its_article() -> None:
    short = person("Robinson")
    entities = resolve_entities([one("a", short), one("b", short)])
    assert entities.of("a", short.key) != entities.of("b", short.key)


def test_one_word_with_a_state_is_one_person() -> None:
    short = person("Suharto", "ID")
    entities = resolve_entities([one("a", short), one("b", short)])
    assert entities.of("a", short.key) == entities.of("b", short.key)


def test_countries_are_one_by_code_and_places_by_name_and_country() -> None:
    local = [
        LocalEntity("Country:GE", "Country", "Georgia"),
        LocalEntity("Place:Springfield", "Place", "Springfield", (), "US"),
    ]
    other = [
        LocalEntity("Country:GE", "Country", "Republic of Georgia"),
        LocalEntity("Place:Springfield", "Place", "Springfield", (), "CA"),
    ]
    entities = resolve_entities([("a", local), ("b", other)])
    assert entities.of("a", "Country:GE") == entities.of("b", "Country:GE") == "country:GE"
    assert entities.of("a", "Place:Springfield") != entities.of("b", "Place:Springfield")
    assert {"country:US", "country:CA"} <= set(entities.by_id)


def test_the_state_of_an_office_is_an_entity_even_if_nothing_else_names_it() -> None:
    holder = LocalEntity("Person:A B", "Person", "A B", offices=(Office("president", "IE"),))
    assert resolve_entities([one("a", holder)]).by_id["country:IE"].name == "IE"


_PEOPLE = st.builds(
    person,
    st.sampled_from(["Mary Robinson", "Robinson", "Peter Robinson", "Annan", "Kofi Annan", "MARY ROBINSON"]),
    st.sampled_from([None, "IE", "GH"]),
)


@settings(deadline=None)
@given(st.lists(_PEOPLE, max_size=7), st.randoms(use_true_random=False))
def test_the_order_of_articles_makes_no_difference(people: list[LocalEntity], random: object) -> None:
    articles = [one(f"a{number}", entity) for number, entity in enumerate(people)]
    shuffled = list(articles)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve_entities(articles) == resolve_entities(shuffled)


@settings(deadline=None)
@given(st.text())
def test_a_normalised_name_is_its_own(name: str) -> None:
    assert normalised(normalised(name)) == normalised(name)
