"""What holds of every article: all the real ones without gold. Reading each to its end is itself a test."""

from __future__ import annotations

import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from kg.corpus.article import Article, Field
from kg.events.facts import Facts, Filler
from kg.mentions.mention import COUNTRY
from kg.pipeline.extraction import Extractor

pytestmark = pytest.mark.shared

AT_LEAST = 1000  # articles
LONGEST = 8000  # characters of an article; longer ones are cut, since a tenth of them holds most of the text
AGAIN = 20  # articles read twice


def _rank(row: dict[str, str]) -> str:
    """An order that has nothing to do with that of the file, and is the same everywhere."""
    return hashlib.sha256(row["id"].encode()).hexdigest()


@pytest.fixture(scope="module")
def articles(shared: Path) -> list[Article]:
    rows = []
    for path in sorted((shared / "data" / "news").glob("*.jsonl")):
        rows += [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]
    assert len(rows) > AT_LEAST
    rows.sort(key=_rank)
    return [Article(row["id"], row["text"][:LONGEST], row.get("title") or "", row.get("date")) for row in rows]


@pytest.fixture(scope="module")
def told(articles: list[Article], extractor: Extractor) -> list[tuple[Article, Facts]]:
    return list(zip(articles, extractor.extract(articles), strict=True))


def _source(article: Article, field: Field) -> str:
    return article.title if field is Field.TITLE else article.text


def _words(article: Article, filler: Filler) -> str:
    return _source(article, filler.field)[filler.start : filler.end]


def test_every_article_gives_facts_of_its_own(told: list[tuple[Article, Facts]]) -> None:
    assert all(facts.article == article.id for article, facts in told)
    assert sum(len(facts.events) for _, facts in told) > len(told) / 2


def test_the_evidence_is_a_stretch_of_the_text_around_the_trigger(told: list[tuple[Article, Facts]]) -> None:
    for article, facts in told:
        for report in facts.reports:
            source = _source(article, report.field)
            assert 0 <= report.start <= report.trigger_start < report.trigger_end <= report.end <= len(source)
            assert source[report.start : report.end].strip()
            assert source[report.trigger_start : report.trigger_end].strip()


def test_every_participant_is_an_entity_with_words_that_say_so(told: list[tuple[Article, Facts]]) -> None:
    for article, facts in told:
        known = {entity.key for entity in facts.entities}
        fillers = [f for event in facts.events for f in event.fillers] + [f for r in facts.reports for f in r.fillers]
        for filler in fillers:
            assert filler.entity in known
            assert 0 <= filler.start < filler.end <= len(_source(article, filler.field))
            assert _words(article, filler).strip()


def test_mentions_lie_in_the_text_and_none_overlaps_another(told: list[tuple[Article, Facts]]) -> None:
    for article, facts in told:
        spans = sorted((m.field, m.start, m.end) for m in facts.mentions)
        for one, other in pairwise(spans):
            assert one[0] != other[0] or one[2] <= other[1]
        assert all(0 <= start < end <= len(_source(article, field)) for field, start, end in spans)
        assert {m.entity for m in facts.mentions} <= {entity.key for entity in facts.entities}


def test_roles_are_those_of_the_type_and_hold_what_they_need(
    told: list[tuple[Article, Facts]], extractor: Extractor
) -> None:
    for _, facts in told:
        types = {entity.key: entity.type for entity in facts.entities}
        for event in facts.events:
            roles = extractor.schema.events[event.type].roles
            assert all(types[f.entity] in roles[f.role].types for f in event.fillers)
            for role in roles.values():
                count = sum(f.role == role.name or roles[f.role].counts_as == role.name for f in event.fillers)
                assert count >= role.min


def test_dates_are_intervals_and_stand_in_the_text(told: list[tuple[Article, Facts]]) -> None:
    for article, facts in told:
        for date in facts.dates:
            words = _source(article, date.field)[date.start : date.end]
            assert re.sub(r"\s", " ", words) == date.text
            assert (date.first is None) == (date.last is None)
            assert date.first is None or date.last is None or date.first <= date.last
        for when in [event.when for event in facts.events] + [report.when for report in facts.reports]:
            assert when is None or (when.first <= when.last and when.edtf and when.text)


def test_events_own_their_reports_and_countries_are_codes(told: list[tuple[Article, Facts]]) -> None:
    for _, facts in told:
        owned = [number for event in facts.events for number in event.reports]
        assert sorted(owned) == list(range(len(facts.reports)))
        assert all(event.main in event.reports for event in facts.events)
        assert list(facts.countries) == sorted(set(facts.countries))
        assert all(len(code) == 2 and code.isupper() for code in facts.countries)
        named = {e.key.removeprefix(f"{COUNTRY}:") for e in facts.entities if e.type == COUNTRY}
        assert all(len(code) == 2 for code in named)


def test_an_article_s_facts_do_not_depend_on_what_came_before_it(
    told: list[tuple[Article, Facts]], extractor: Extractor
) -> None:
    chosen = told[:AGAIN]
    backwards = [article for article, _ in reversed(chosen)]
    again = dict(zip((a.id for a in backwards), extractor.extract(backwards), strict=True))
    assert all(again[article.id] == facts for article, facts in chosen)
    for article, facts in chosen[:5]:
        [alone] = extractor.extract([article])
        assert alone == facts
