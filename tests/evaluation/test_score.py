from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.evaluation.bootstrap import intervals
from kg.evaluation.evaluate import evaluate_facts
from kg.evaluation.names import Likeness, body_likeness, person_likeness
from kg.evaluation.records import ScoredArticle, scored_article
from kg.evaluation.score import compare, tally
from kg.evaluation.tallies import Count
from tests.evaluation.rows import Row, event, row

Written = Callable[..., Path]


def _scored(one: Row) -> ScoredArticle:
    notes: Counter[str] = Counter()
    article = scored_article(one, notes)
    assert not +notes
    return article


def _count(gold: Row, found: Row, measure: str) -> Count:
    [compared] = compare([_scored(gold)], {"a": _scored(found)}, Counter(), Counter())
    return tally(compared).counts[measure]


@pytest.mark.parametrize(
    ("found", "gold", "likeness"),
    [
        ("Keizo Obuchi", "Obuchi Keizō", Likeness.SAME),
        ("Prime Minister Obuchi", "Keizo Obuchi", Likeness.PART),
        ("Kim Dae Jung", "Kim Dae-jung", Likeness.SAME),
        ("H. Kohl", "Helmut Kohl", Likeness.PART),
        ("Hannelore Kohl", "Helmut Kohl", Likeness.NONE),
        ("Cristina Kirchner", "Cristina Fernández de Kirchner", Likeness.PART),
        ("Ann", "", Likeness.NONE),
    ],
)
def test_people(found: str, gold: str, likeness: Likeness) -> None:
    assert person_likeness(found, gold) is likeness


@pytest.mark.parametrize(
    ("found", "gold", "likeness"),
    [
        ("SADC", "Southern African Development Community", Likeness.SAME),
        ("Development Community", "Southern African Development Community", Likeness.PART),
        ("G20", "Group of Twenty", Likeness.SAME),
        ("United Nations", "United Nations Security Council", Likeness.NONE),
    ],
)
def test_bodies(found: str, gold: str, likeness: Likeness) -> None:
    assert body_likeness(found, gold) is likeness


def test_a_summit_weighs_by_its_people() -> None:
    count = _count(row(event("meet", "Ann Lee, Bo Ek, Cy Fox")), row(event("meet", "Bo Ek, Ann Lee")), "tuples")
    assert (count.gold, count.found, count.hit_gold, count.hit_found) == (1.5, 1, 0.5, 1)


def test_date_and_status_count_in_full() -> None:
    may = {"start": "2011-05-01", "end": "2011-05-31"}
    gold = row(event("visit", "Ann Lee > FJ", date=may, status="planned"))
    assert _count(gold, row(event("visit", "Ann Lee > FJ", date=may, status="planned")), "full").f1 == 1
    assert _count(gold, row(event("visit", "Ann Lee > FJ", date=may)), "full").f1 == 0
    early = {"start": "2011-05-01", "end": "2011-05-15"}
    assert _count(gold, row(event("visit", "Ann Lee > FJ", date=early, status="planned")), "full").f1 == 0


def test_two_events_of_the_same_actors_are_matched_by_date() -> None:
    days = [{"start": f"2011-05-0{day}", "end": f"2011-05-0{day}"} for day in (1, 4)]
    gold = row(*(event("call", "Ann Lee, Bo Ek", date=day) for day in days))
    found = row(*(event("call", "Ann Lee, Bo Ek", date=day) for day in reversed(days)))
    assert _count(gold, found, "full").f1 == 1


def test_facts_without_an_article_of_gold_are_refused(written: Written) -> None:
    gold, facts = written("gold.jsonl", row()), written("facts.jsonl", {**row(), "id": "b"})
    with pytest.raises(InputError, match="nothing is known of its 1 articles"):
        evaluate_facts(gold, facts)


@pytest.mark.parametrize(
    ("gold", "told"),
    [
        ({"id": "a"}, 'no list "events"'),
        (row(event("meet", "Ann Lee")), "too few participants"),
        (row(event("meet", "Ann Lee, Bo Ek", status="done")), "unknown status"),
        ({"events": []}, 'an "id"'),
    ],
)
def test_faulty_gold_is_refused(written: Written, gold: Row, told: str) -> None:
    with pytest.raises(InputError, match=told):
        evaluate_facts(written("gold.jsonl", gold), written("facts.jsonl", row()))


def test_intervals_hold_the_score_and_are_the_same_again() -> None:
    right, wrong = row(event("call", "Ann Lee, Bo Ek")), row()
    tallies = []
    for found in (right, wrong, right, right):
        [compared] = compare([_scored(right)], {"a": _scored(found)}, Counter(), Counter())
        tallies.append(tally(compared))
    once = intervals(tallies)
    assert once == intervals(tallies)
    assert once["tuples"].low < 6 / 7 < once["tuples"].high == 1
    assert "place" not in once


KEYS = ["id", "people", "name", "events", "type", "participants", "role", "date", "start", "end", "status", "countries"]
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner),
)


@settings(max_examples=50)
@given(VALUES)
def test_whatever_was_found_can_be_scored(value: object) -> None:
    found = scored_article(value if isinstance(value, dict) else {"events": value, "people": value}, Counter())
    gold = _scored(row(event("call", "Ann Lee, Bo Ek"), people="Ann Lee"))
    [compared] = compare([gold], {"a": found}, Counter(), Counter())
    for count in tally(compared).counts.values():
        assert 0 <= count.f1 <= 1
