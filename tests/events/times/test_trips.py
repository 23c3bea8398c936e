"""What is done on a journey doesn't last as long as the journey."""

from __future__ import annotations

import pytest

from kg.corpus.article import Article
from kg.pipeline.extraction import Extractor

DAY = "2015-03-18"  # a Wednesday


def _days(extractor: Extractor, text: str) -> dict[str, tuple[str, str]]:
    [facts] = extractor.extract([Article("a", text, "", DAY)])
    return {e.type: (e.when.first.isoformat(), e.when.last.isoformat()) for e in facts.events if e.when is not None}


@pytest.mark.parametrize(
    "text",
    [
        "Helen Clark met Gerhard Schröder in Berlin on Monday during a three-day visit to Germany.",
        "Helen Clark, on a three-day visit to Germany, met Gerhard Schröder in Berlin on Monday.",
        "Helen Clark held talks with Gerhard Schröder in Berlin on Monday, on a three-day trip to Germany.",
    ],
)
def test_talks_on_a_visit_have_their_day(extractor: Extractor, text: str) -> None:
    assert _days(extractor, text)["Meeting"] == ("2015-03-16", "2015-03-16")


@pytest.mark.parametrize(
    "text",
    [
        "Helen Clark began three days of talks with Gerhard Schröder in Berlin on Monday.",
        "Helen Clark met Gerhard Schröder in Berlin on Monday for three days of talks.",
    ],
)
def test_talks_of_their_own_length_last(extractor: Extractor, text: str) -> None:
    assert _days(extractor, text)["Meeting"] == ("2015-03-16", "2015-03-18")


def test_the_visit_lasts(extractor: Extractor) -> None:
    told = _days(extractor, "Helen Clark met Gerhard Schröder in Berlin on Monday during a three-day visit to Germany.")
    assert told["Visit"] == ("2015-03-16", "2015-03-18")
