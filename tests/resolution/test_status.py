from __future__ import annotations

import pytest

from kg.events.facts import Status
from kg.resolution.status import resolve_status
from tests.resolution.test_events import ANNAN, ROBINSON, resolved
from tests.story import article, meeting

PLANNED, POSSIBLE, OCCURRED, NEGATED = Status.PLANNED, Status.POSSIBLE, Status.OCCURRED, Status.NEGATED


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([("1998-05-01", PLANNED), ("1998-05-04", OCCURRED)], OCCURRED),
        ([("1998-05-01", PLANNED), ("1998-05-02", NEGATED)], NEGATED),
        ([("1998-05-01", PLANNED), ("1998-05-01", PLANNED), ("1998-05-02", NEGATED)], NEGATED),
        ([("1998-05-01", OCCURRED), ("1998-05-04", PLANNED)], OCCURRED),
        ([("1998-05-01", NEGATED), ("1998-05-02", PLANNED)], PLANNED),
        ([("1998-05-01", PLANNED), ("1998-05-02", POSSIBLE)], PLANNED),
        ([("1998-05-01", POSSIBLE), ("1998-05-02", PLANNED)], PLANNED),
        ([("1998-05-04", OCCURRED), ("1998-05-04", OCCURRED), ("1998-05-04", NEGATED)], OCCURRED),
        ([("1998-05-04", NEGATED), ("1998-05-04", NEGATED), ("1998-05-04", OCCURRED)], NEGATED),
        ([("1998-05-04", OCCURRED), ("1998-05-04", NEGATED)], OCCURRED),
        ([*[("1998-05-03", PLANNED)] * 3, ("1998-05-03", OCCURRED)], OCCURRED),
        ([*[("1998-05-02", PLANNED)] * 3, ("1998-05-02", NEGATED)], NEGATED),
        ([*[("1998-05-01", PLANNED)] * 3, ("1998-05-04", OCCURRED)], OCCURRED),
        ([(None, OCCURRED), ("1998-05-01", PLANNED)], OCCURRED),
        ([(None, PLANNED), ("1998-05-01", NEGATED)], NEGATED),
    ],
)
def test_later_evidence_wins_and_numbers_count_only_at_one_time(
    told: list[tuple[str | None, Status]], status: Status
) -> None:
    records = [
        article(f"a{n}", meeting(ROBINSON, ANNAN, when="1998-05-03", status=one), published=day)
        for n, (day, one) in enumerate(told)
    ]
    [event] = resolved(*records)
    assert event.status is status
    assert resolve_status(reversed(event.tellings)) is status


def test_copies_of_one_text_count_once() -> None:
    told = meeting(ROBINSON, ANNAN, when="1998-05-03", status=NEGATED)
    copies = [article(f"a{n}", told, published="1998-05-04", copy_of="a0") for n in range(3)]
    met = meeting(ROBINSON, ANNAN, when="1998-05-03")
    [event] = resolved(*copies, article("b", met, published="1998-05-04"))
    assert event.status is OCCURRED
