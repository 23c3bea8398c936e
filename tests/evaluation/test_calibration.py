from __future__ import annotations

from collections import Counter

from kg.evaluation.calibration import brier, judged_events, reliability
from kg.evaluation.records import scored_article
from kg.evaluation.score import compare
from tests.evaluation.rows import event, row


def test_an_event_is_as_right_as_its_pairs() -> None:
    gold = scored_article(row(event("meet", "Ann Lee, Bo Ek"), event("sign", "Ann Lee", status="planned")), Counter())
    found = scored_article(
        row(event("battle", "Ann Lee"), event("meet", "Ann Lee, Bo Ek, Cy Fox"), event("sign", "Ann Lee")), Counter()
    )
    [compared] = compare([gold], {"a": found}, Counter(), Counter())
    judged = list(judged_events(compared))
    assert [(one.event, one.right, one.full) for one in judged] == [(1, 1 / 3, 1 / 3), (2, 1, 0)]


def test_reliability() -> None:
    bins = reliability([0.2, 0.92, 0.94, 1.0], [0, 1, 0, 1])
    assert [(one.low, one.events, one.right) for one in bins] == [(0, 1, 0), (0.9, 2, 0.5), (0.95, 1, 1)]
    assert brier([1.0, 0.0], [1, 0]) == 0
    assert brier([0.5], [1]) == 0.25
