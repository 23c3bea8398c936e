"""Names behind long titles without a comma, as press offices write them."""

from __future__ import annotations

import pytest

from kg.corpus.article import Article
from kg.pipeline.extraction import Extractor
from tests.events.telling import Read, read

DAY = "2015-03-18"


def _told(extractor: Extractor, text: str) -> list[Read]:
    [facts] = extractor.extract([Article("a", text, "", DAY)])
    return read(facts)


TOGETHER = {
    "Ricardo Lagos spoke by phone with President of Peru Alejandro Toledo and President-Elect of Peru Alan Garcia.": {
        "Ricardo Lagos",
        "Alejandro Toledo",
        "Alan Garcia",
    },
    "Ricardo Lagos met with President of Peru Alejandro Toledo and Premier-designate of Haiti Jean Neptune.": {
        "Ricardo Lagos",
        "Alejandro Toledo",
        "Jean Neptune",
    },
    "President of the Republic of Peru Alejandro Toledo and Premier of Haiti Jean Neptune met in Lima on Monday.": {
        "Alejandro Toledo",
        "Jean Neptune",
    },
    "The President of the French Republic Jacques Chirac received Chancellor of Germany Gerhard Schroeder.": {
        "Jacques Chirac",
        "Gerhard Schroeder",
    },
}


@pytest.mark.parametrize(("text", "names"), TOGETHER.items(), ids=TOGETHER)
def test_the_name_takes_part_and_not_the_title(extractor: Extractor, text: str, names: set[str]) -> None:
    [event] = _told(extractor, text)
    assert event.actors == names


def test_an_envoy_for_something_travels(extractor: Extractor) -> None:
    title = "Special Presidential Envoy for the Global Coalition to Counter ISIL"
    text = f"{title} Brett Moore will lead a delegation to Berlin."
    [visit] = _told(extractor, text)
    assert visit.actors == {"Brett Moore"}
    assert visit.to == "DE"


def test_a_title_in_hyphens(extractor: Extractor) -> None:
    [visit] = _told(extractor, "Commander-in-Chief Ian Moore flew to Chad.")
    assert visit.actors == {"Ian Moore"}
