"""Publication dates beside the clock of the machine."""

from __future__ import annotations

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.readers.stamp import is_to_come

_ALL_DAYS = st.dates(min_value=dt.date(1600, 1, 1), max_value=dt.date(2026, 11, 22))
_CLOCKS = st.builds(
    dt.datetime.combine,
    st.dates(min_value=dt.date(1970, 1, 1), max_value=dt.date(2200, 1, 1)),
    st.times(timezones=st.just(dt.UTC)),
)


@given(_ALL_DAYS, _CLOCKS, st.sampled_from((4, 7, 10)))
def test_no_clock_that_is_set_back_takes_a_date_away(day: dt.date, clock: dt.datetime, length: int) -> None:
    assert not is_to_come(day.isoformat()[:length], now=clock)


@given(_CLOCKS)
def test_a_day_that_has_begun_nowhere_is_to_come(clock: dt.datetime) -> None:
    later = max(clock.date(), dt.date(2026, 11, 22)) + dt.timedelta(days=2)
    assert is_to_come(later.isoformat(), now=clock)
