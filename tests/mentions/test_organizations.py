"""Organizations in sentences. Needs the model."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.annotation.annotate import Annotator
from kg.corpus.article import Article
from kg.corpus.layout import lay_out
from kg.mentions.bodies import Bodies
from kg.mentions.geography import Gazetteer, find_geography
from kg.mentions.mention import LocalEntity, Mention
from kg.mentions.organizations import find_organizations
from tests.mentions.geography.conftest import SCHEMAS

Find = Callable[[str], tuple[tuple[LocalEntity, ...], tuple[Mention, ...], tuple[Mention, ...]]]


@pytest.fixture(scope="module")
def find() -> Find:
    """Organizations, their mentions and those of places, of a text."""
    annotator, gazetteer, bodies = Annotator.load(), Gazetteer.load(SCHEMAS), Bodies.load(SCHEMAS)

    def found(text: str) -> tuple[tuple[LocalEntity, ...], tuple[Mention, ...], tuple[Mention, ...]]:
        [article] = annotator.annotate([lay_out(Article("sentence", text))])
        places = find_geography(article, gazetteer)[1]
        return (*find_organizations(article, places, bodies=bodies), places)

    return found


def test_acronym_and_full_name_are_one(find: Find) -> None:
    [entity], mentions, _ = find("The International Monetary Fund lent more. The IMF said so, and the I.M.F. agreed.")
    assert entity.key == "Organization:International Monetary Fund"
    assert len(mentions) == 3


def test_an_acronym_that_the_text_explains(find: Find) -> None:
    text = "The Zambezi River Fishing Authority (ZRFA) met in Lusaka. The ZRFA is to meet again."
    [entity], mentions, _ = find(text)
    assert entity.name == "Zambezi River Fishing Authority"
    assert len(mentions) == 3


def test_a_company_of_the_model(find: Find) -> None:
    entities, _, _ = find("The contract was signed with Siemens AG and the Rotterdam Dock Company on Monday.")
    assert "Siemens AG" in {entity.name for entity in entities}


@pytest.mark.parametrize(
    "text",
    [
        "The Turkish Foreign Ministry and the State Department confirmed it.",
        "He signed the Clean Water Act at the White House.",
        "Iran's Supreme National Security Council met.",
        "They met on Monday in Rome.",
    ],
)
def test_parts_of_a_state_and_papers_are_none(find: Find, text: str) -> None:
    assert find(text)[0] == ()


def test_short_names_need_their_body(find: Find) -> None:
    assert [e.name for e in find("The Security Council met. The UN said so.")[0]] == [
        "United Nations Security Council",
        "United Nations",
    ]


def test_a_state_in_a_name_stays_a_mention_of_the_state(find: Find) -> None:
    entities, mentions, places = find("The Bank of Japan and the Communist Party of Vietnam sent letters.")
    assert {place.country for place in places} == {"JP", "VN"}
    assert "Bank of Japan" in {entity.name for entity in entities}
    taken = {token for place in places for token in range(place.start, place.end)}
    assert all(taken.isdisjoint(range(m.start, m.end)) for m in mentions)


def test_bodies_that_hold_a_region_are_no_places(find: Find) -> None:
    entities, _, places = find("The Gulf Cooperation Council and the Asia-Pacific Economic Cooperation forum met.")
    assert places == ()
    assert {e.name for e in entities} == {"Gulf Cooperation Council", "Asia-Pacific Economic Cooperation"}
