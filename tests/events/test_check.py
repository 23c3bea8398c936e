"""Facts that an extractor made fit their article; each that was moved or cut off doesn't."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.article import Article
from kg.events.check import check_facts
from kg.events.facts import Facts
from kg.pipeline.extraction import Extractor
from tests.telling import TellingExtractor

_ARTICLE = Article("a1", "FR met DE. PL met IT. They often meet.", published="2020-01-02")
[_FACTS] = TellingExtractor(None).extract([_ARTICLE])
_SPANS = ("mentions", "reports", "rejected")
_OUTSIDE = st.one_of(st.integers(max_value=-1), st.integers(min_value=len(_ARTICLE.text) + 1))


def test_what_is_extracted_fits(extractor: Extractor) -> None:
    articles = [
        Article(
            "a",
            "GENEVA, June 16 - U.S. President Joe Biden met Russian President Vladimir Putin in Geneva on Wednesday. "
            "He will visit Brussels next week. The two signed the New START Treaty in 2021, the Kremlin said.",
            "Biden meets Putin",
            "2021-06-16",
        ),
        Article("b", "No talks were held."),
        Article(
            "c", "Biden meets Putin in Geneva\n\nJune 17, 2021\nJoe Biden met Vladimir Putin in Geneva on Wednesday."
        ),
        _ARTICLE,
    ]
    found = list(extractor.extract(articles))
    assert found[0].events
    assert found[0].dates
    assert [check_facts(article, facts) for article, facts in zip(articles, found, strict=True)] == [[], [], [], []]
    assert found[2].published == "2021-06-17", "it has the date that its text begins with"
    assert check_facts(_ARTICLE, _FACTS) == []


@given(st.sampled_from(_SPANS), st.sampled_from(["start", "end"]), _OUTSIDE, st.data())
def test_a_span_that_lies_elsewhere_is_found(which: str, end: str, place: int, data: st.DataObject) -> None:
    spans = list(getattr(_FACTS, which))
    number = data.draw(st.integers(0, len(spans) - 1))
    spans[number] = replace(spans[number], **{end: place})
    changed: dict[str, Any] = {which: tuple(spans)}
    assert check_facts(_ARTICLE, replace(_FACTS, **changed))


@given(st.integers(0, 1), st.lists(st.integers(-3, 5), max_size=3), st.integers(-3, 5))
def test_an_event_is_of_reports_that_are_there(number: int, reports: list[int], main: int) -> None:
    events = list(_FACTS.events)
    events[number] = replace(events[number], reports=tuple(reports), main=main)
    is_well = main in reports and all(0 <= report < 2 for report in reports)
    assert (check_facts(_ARTICLE, replace(_FACTS, events=tuple(events))) == []) == is_well


def test_what_is_missing_is_named() -> None:
    facts: Facts = replace(_FACTS, entities=_FACTS.entities[1:])
    assert check_facts(_ARTICLE, facts) == ["there is no entity 'Country:DE'"]
    facts = replace(_FACTS, entities=_FACTS.entities * 2)
    assert "2 entities are 'Country:FR'" in check_facts(_ARTICLE, facts)
    assert check_facts(replace(_ARTICLE, published=None), _FACTS) == [
        "they are of 'a1' of 2020-01-02, the article is 'a1' of None"
    ]
