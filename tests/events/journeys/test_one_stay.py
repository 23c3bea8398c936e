"""One visit told in pieces, and visits that only look like one."""

from __future__ import annotations

import pytest

from tests.events.conftest import Tell

DAY = "2013-05-08"

ONE = {
    "Jens Stoltenberg arrived in Senegal on Sunday. He will fly to Dakar on Friday.": "2013-05-05/2013-05-10",
    "Jens Stoltenberg arrived in Senegal on Monday. He visited Senegal on Tuesday as well.": "2013-05-06/2013-05-07",
}
TWO = (
    "Jens Stoltenberg visited Senegal in May 2011. He arrived in Senegal on Monday.",
    "Jens Stoltenberg flew to Senegal on Sunday. He flew to Mali on Monday. He flew to Senegal on Tuesday.",
    "Jens Stoltenberg flew to Senegal on Sunday. Abdullah Gul flew to Senegal on Monday.",
    "Jens Stoltenberg called off a trip to Senegal in April. He arrived in Senegal on Monday.",
)


@pytest.mark.parametrize(("text", "when"), ONE.items(), ids=ONE)
def test_one_stay(tell: Tell, text: str, when: str) -> None:
    [visit] = tell(text, DAY, kind="visit")
    assert visit.status == "occurred"
    assert visit.when == when


@pytest.mark.parametrize("text", TWO)
def test_two_stays(tell: Tell, text: str) -> None:
    visits = [v for v in tell(text, DAY, kind="visit") if v.to == "SN"]
    assert len(visits) >= 2


def test_a_headline_is_of_the_visit_that_the_text_tells(tell: Tell) -> None:
    [visit] = tell(
        "Jens Stoltenberg will fly to Senegal on Friday.", DAY, kind="visit", title="Stoltenberg heads to Senegal"
    )
    assert visit.status == "planned"
