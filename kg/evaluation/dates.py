"""Scores of dates against gold: single expressions, and whole texts with TIMEX3 annotations.

A found span meets a gold one where at least half of it lies in there; spans are matched one to one, those that share
most of their joint length first. A value is right where it is an accepted one or names the same interval of days.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kg.evaluation.bootstrap import Interval, interval_of

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?![\dX])")
_LONGER = re.compile(r"(\d{4})(?:-(?:(?P<month>\d\d)|Q(?P<quarter>[1-4])|H(?P<half>[12])))?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")

Days = tuple[str, str]
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date at characters `[start, end)`: its TIMEX3 value, and its first and last day where they are given."""

    start: int
    end: int
    value: str | None
    days: Days | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its interval by the bootstrap over texts."""

    name: str
    value: float
    interval: Interval


def interval(value: str | None) -> Days | None:
    """Give the first and last day of a TIMEX3 value: a day, month, quarter, half, year, week, or days with a slash.

    Examples
    --------
    >>> interval("2012-Q1"), interval("2012-W01"), interval("1998-03-01T09:00"), interval("P2D")
    (('2012-01-01', '2012-03-31'), ('2012-01-02', '2012-01-08'), ('1998-03-01', '1998-03-01'), None)
    """
    if not value:
        return None
    if "/" in value:
        first, last = (interval(part[:10]) for part in value.split("/", 1))
        return (first[0], last[1]) if first and last else None
    try:
        if day := _DAY.match(value):
            return (dt.date.fromisoformat(day[1]).isoformat(),) * 2
        if longer := _LONGER.fullmatch(value):
            return _months(longer)
        if week := _WEEK.fullmatch(value):
            monday = dt.date.fromisocalendar(int(week[1]), int(week[2]), 1)
            return monday.isoformat(), (monday + dt.timedelta(6)).isoformat()
    except (ValueError, OverflowError):  # the 31st of June
        return None
    return None


def _months(value: re.Match[str]) -> Days:
    month, quarter, half = (int(value[name] or 0) for name in ("month", "quarter", "half"))
    last = month or 3 * quarter or 6 * half or 12
    first = month or (last - 2 if quarter else last - 5 if half else 1)
    year = int(value[1])
    end = calendar.monthrange(year, last)[1]
    return f"{value[1]}-{first:02d}-01", f"{value[1]}-{last:02d}-{end:02d}"


def span_of(row: Row) -> DateSpan:
    """Read a date of facts or of gold; one that is malformed matches nothing."""
    start, end, value = row.get("start"), row.get("end"), row.get("value")
    first, last = row.get("from"), row.get("to")
    if not (type(start) is int and type(end) is int and 0 <= start < end) or not all(
        text is None or isinstance(text, str) for text in (value, first, last)
    ):
        return DateSpan(-1, -1, None)
    days = (str(first), str(last)) if first and last else None
    return DateSpan(start, end, str(value) if value is not None else None, days)


def match_spans(gold: Sequence[DateSpan], found: Sequence[DateSpan]) -> list[tuple[int, int]]:
    """Match spans one to one; among equals the first."""
    ranked = []
    for i, g in enumerate(gold):
        for j, f in enumerate(found):
            shared = min(g.end, f.end) - max(g.start, f.start)
            if shared > 0 and 2 * shared >= f.end - f.start:
                ranked.append((-shared / (max(g.end, f.end) - min(g.start, f.start)), i, j))
    matched: dict[int, int] = {}
    for _, i, j in sorted(ranked):
        if i not in matched and j not in matched.values():
            matched[i] = j
    return list(matched.items())


def same_time(wanted: str | None, found: DateSpan) -> bool:
    """Whether a date has a value, or one of the same days."""
    if not wanted or wanted == found.value:
        return bool(wanted)
    days = interval(wanted)
    return days is not None and days == (interval(found.value) or found.days)


def score_expressions(gold: Sequence[Row], found: Mapping[str, Sequence[DateSpan]]) -> list[Figure]:
    """Score one expression a text: how many are found, have an accepted value, and the right first and last day."""
    return _figures(
        [_expression(row, found.get(str(row["id"]), ())) for row in gold],
        {"expressions": lambda s: s[0], "detected": lambda s: s[1], "value": lambda s: s[2], "range": lambda s: s[3]},
    )


def _expression(row: Row, found: Sequence[DateSpan]) -> tuple[float, ...]:
    values, ranges = _texts(row["values"]), _texts(row["ranges"])
    pairs = match_spans([span_of({"start": row["start"], "end": row["end"]})], found)
    if not pairs:
        return 1, 0, 0, 0
    date = found[pairs[0][1]]
    value = any(same_time(wanted, date) for wanted in (*values, *ranges))
    days = date.days or interval(date.value)
    whole = any(interval(w) == days if interval(w) else w == date.value for w in ranges or values)
    return 1, 1, value, whole


def score_texts(gold: Sequence[Row], found: Mapping[str, Sequence[DateSpan]]) -> list[Figure]:
    """Score whole texts: relaxed F1 (spans), value F1 (span and value), recall of the values of type DATE."""
    return _figures(
        [_whole_text(row, found.get(str(row["id"]), ())) for row in gold],
        {
            "timexes": lambda s: s[0],
            "relaxed F1": lambda s: 2 * s[2] / (s[0] + s[1]) if s[0] + s[1] else 0.0,
            "value F1": lambda s: 2 * s[3] / (s[0] + s[1]) if s[0] + s[1] else 0.0,
            "date value recall": lambda s: s[5] / s[4] if s[4] else 0.0,
        },
    )


def _whole_text(row: Row, found: Sequence[DateSpan]) -> tuple[float, ...]:
    timexes = [one for one in _list(row["timexes"]) if isinstance(one, dict)]
    if "types" in row and "DURATION" not in _texts(row["types"]):
        found = [date for date in found if not str(date.value).startswith("P")]  # durations aren't annotated there
    dates = [str(one.get("type") or "DATE").upper() == "DATE" for one in timexes]
    pairs = match_spans([span_of(one) for one in timexes], found)
    right = [i for i, j in pairs if same_time(timexes[i].get("value"), found[j])]
    return len(timexes), len(found), len(pairs), len(right), sum(dates), sum(dates[i] for i in right)


def _figures(
    rows: Sequence[Sequence[float]], figures: Mapping[str, Callable[[Sequence[float]], float]]
) -> list[Figure]:
    sums = [sum(column) for column in zip(*rows, strict=True)]
    return [Figure(name, figure(sums), interval_of(rows, figure)) for name, figure in figures.items()]


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [one for one in _list(value) if isinstance(one, str)]
