from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.corpus.article import Article, Field
from kg.evaluation.evaluate import evaluate, evaluate_facts
from kg.evaluation.mistakes import ErrorClass, Mistake
from kg.evaluation.traces import Trace
from kg.events.facts import Facts
from kg.schema.types import Schema
from tests.evaluation.rows import Row, event, row

Written = Callable[..., Path]
MAY = {"start": "2011-05-01", "end": "2011-05-31"}
DAY = {"start": "2011-05-04", "end": "2011-05-04"}


def _mistakes(written: Written, gold: Row, found: Row) -> tuple[Mistake, ...]:
    return evaluate_facts(written("gold.jsonl", gold), written("facts.jsonl", found)).mistakes


@pytest.mark.parametrize(
    ("found", "error", "why"),
    [
        ({"date": MAY}, ErrorClass.DATE, "too wide"),
        ({}, ErrorClass.DATE, "none found"),
        ({"date": {"start": "2011-05-05", "end": "2011-05-05"}}, ErrorClass.DATE, "another time"),
        ({"date": DAY, "status": "planned"}, ErrorClass.STATUS, "planned for occurred"),
        ({"date": DAY, "place": "Lima"}, ErrorClass.PLACE, "another one found"),
        ({"date": DAY, "place": None}, ErrorClass.PLACE, "none found"),
    ],
)
def test_what_is_wrong_about_a_right_event(written: Written, found: Row, error: ErrorClass, why: str) -> None:
    gold = row(event("call", "Ann Lee, Bo Ek", date=DAY, place="Quito"))
    [mistake] = _mistakes(written, gold, row(event("call", "Ann Lee, Bo Ek", **{"place": "Quito", **found})))
    assert (mistake.error, mistake.why, mistake.type) == (error, why, "call")


def test_missed_and_wrong_events(written: Written) -> None:
    gold = row(event("meet", "Ann Lee, Bo Ek", evidence="Lee met Ek in Quito."), people="Ann Lee, Bo Ek")
    others = event("meet", "Ann Lee, Cy Fox", evidence="Lee met Ek in Quito.")
    twice = [event("meet", "Ann Lee, Bo Ek", evidence=f"{word} they met.") for word in ("Here", "There")]
    missed, wrong = _mistakes(written, gold, row(others, people="Ann Lee, Bo Ek"))
    assert (missed.error, missed.why) == (ErrorClass.MISSED, "the event was found with other actors")
    assert (wrong.error, wrong.why) == (ErrorClass.WRONG, "the event has other actors")
    [again] = [m for m in _mistakes(written, gold, row(*twice)) if m.error is ErrorClass.WRONG]
    assert again.why == "told twice: the event was found already"


def test_names(written: Written) -> None:
    found = _mistakes(written, row(people="Ann Lee", countries="FJ"), row(people="Bo Ek", countries="TO"))
    assert {m.error: m.who for m in found} == {
        ErrorClass.PERSON_MISSED: ("Ann Lee",),
        ErrorClass.PERSON_WRONG: ("Bo Ek",),
        ErrorClass.COUNTRY_MISSED: ("FJ",),
        ErrorClass.COUNTRY_WRONG: ("TO",),
    }


def test_rejected_candidates_come_with_a_missed_event(written: Written, telling: object) -> None:  # noqa: ARG001
    met = event("meet", "FR, DE", evidence="They often met.")
    for actor in met["participants"]:
        actor["type"] = "country"
    articles = written("articles.jsonl", {"id": "a", "text": "They often met."}, {"id": "b", "text": "Quiet."})
    result = evaluate(written("gold.jsonl", row(met)), [str(articles)])
    [missed] = result.mistakes
    assert missed.why == "rejected: the statement is about no particular event"
    assert [(one["type"], one["words"]) for one in missed.rejected] == [("meet", "[T]hey often met.")]
    assert result.notes["article that gold is not of: not extracted"] == 1


def test_evidence_is_found_whatever_its_white_space() -> None:
    article = Article("a", "Before. They\n  met  here. After.", title="They met")
    trace = Trace(article, Facts("a", None, (), (), (), (), (), (), ()), Schema({}, {}))
    assert trace.sentence("They met here.") == (Field.TEXT, 8, 25)
    assert trace.sentence("They met") == (Field.TEXT, 8, 18)
    assert trace.sentence("Nobody met.") is None
    assert trace.sentence("") is None
