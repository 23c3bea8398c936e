"""Publication dates beside the clock of the machine."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.corpus.stamp import is_to_come, stamp_date

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


@given(st.dates(min_value=dt.date(2001, 9, 9), max_value=dt.date(2026, 11, 22)), st.sampled_from(("", "000", ".0")))
def test_seconds_since_1970_are_their_day(day: dt.date, rest: str) -> None:
    noon = dt.datetime.combine(day, dt.time(12), dt.UTC)
    assert stamp_date(f"{noon.timestamp():.0f}{rest}") == day.isoformat()


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("1609121600000", "2020-12-28"),  # thousandths of seconds, that begin like a day of 1609
        ("2019030508", None),
        ("201903050800", "2019-03-05"),
        ("05.03.2019 10:22", "2019-03-05"),
        ("3/25/2019", "2019-03-25"),
        ("25-03-2019", "2019-03-25"),
        ("5/5/2019", "2019-05-05"),
        ("5/3/2019", None),
        ("31.02.2019", None),
        ("5.3.19", None),
        ("5.3-2019", None),
    ],
)
def test_numbers_are_days_only_where_they_can_be_one_alone(raw: str, day: str | None) -> None:
    assert stamp_date(raw) == day
