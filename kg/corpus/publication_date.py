"""Publication dates: ISO forms in rows, written forms in datelines and at the head of a text."""

from __future__ import annotations

import datetime as dt
import re

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2}))?")
_DATE_AND_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}.*)?")
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
WRITTEN = re.compile(
    rf"(?:{WEEKDAY}\.?,?\s+)?(?:(?P<month>{MONTH})\.?\s+(?P<day>{DAY}),?|(?P<day2>{DAY})\s+(?P<month2>{MONTH})\.?,?)\s+(?P<year>\d{{4}})",
    re.IGNORECASE,
)


def iso_date(raw: str) -> str | None:
    """Publication date at the precision given, or None where it is no date that exists.

    Takes `2024`, `2024-03`, `2024-03-19`, an ISO date with time (the written day is kept, whatever the zone),
    and a written day (`19 March 2024`, `March 19, 2024`).

    Examples
    --------
    >>> iso_date("2024-03"), iso_date("2024-03-19T23:10:00Z"), iso_date("Tues., March 19, 2024")
    ('2024-03', '2024-03-19', '2024-03-19')
    >>> iso_date("2024-13-45") is None and iso_date("2023-02-29") is None
    True
    """
    raw = raw.strip()
    partial = _PARTIAL.fullmatch(raw)
    if partial:
        year, month = partial.groups()
        known = int(year) >= 1 and (month is None or 1 <= int(month) <= 12)
        return raw if known else None
    day = _DATE_AND_TIME.fullmatch(raw)
    if day:
        try:
            return dt.date.fromisoformat(day.group(1)).isoformat()
        except ValueError:
            return None
    written = WRITTEN.fullmatch(raw)
    return written_date(written) if written else None


def written_date(match: re.Match[str]) -> str | None:
    """ISO form of a match of `WRITTEN`, or None where there is no such day."""
    month = (match["month"] or match["month2"]).lower().rstrip(".")
    day = (match["day"] or match["day2"]).rstrip("stndrhSTNDRH")
    try:
        return dt.date(int(match["year"]), MONTHS[month], int(day)).isoformat()
    except ValueError:
        return None
