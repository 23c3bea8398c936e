"""Short articles written from the journeys of American presidents and secretaries of state, for benchmarks.

Each journey becomes a news text in one of several phrasings; who is named in it, and how, is what the record says.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypedDict


class Trip(TypedDict):
    """A row of trips.jsonl, as far as it is used."""

    id: str
    role: str
    who: str
    start_date: str
    end_date: str
    country: str
    locale: str
    remarks: str


class Row(TypedDict):
    """An article as `kg build` reads it."""

    id: str
    title: str
    text: str
    date: str


TRIPS = Path(__file__).resolve().parents[2] / "shared" / "data" / "us_travels" / "trips.jsonl"
_DONE = re.compile(r"(?:[A-Z][a-z]+ed|Met|Held|Led|Gave|Took|Spoke|Also met|Also visited)\b")
_OFFICES = {
    "president": ("U.S. President", "President"),
    "secretary": ("U.S. Secretary of State", "Secretary of State"),
}
_PARENTHESES = re.compile(r"\s*\([^)]*\)")
_LATER = re.compile(r"(?<=[a-z\d)])\.\s+(?=[A-Z])")


def trips(path: Path = TRIPS, *, limit: int | None = None) -> list[Trip]:
    """Read the journeys; with a limit so many, spread evenly over time."""
    rows: list[Trip] = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows.sort(key=lambda row: (row["start_date"], row["id"]))
    return rows[:: max(1, len(rows) // limit)][:limit] if limit else rows


def articles(rows: Sequence[Trip]) -> Iterator[Row]:
    """Write an article for each journey of which something is told."""
    for number, trip in enumerate(rows):
        sentences = [s.strip().rstrip(".") for s in _LATER.split(trip["remarks"]) if _DONE.match(s.strip())]
        if sentences:
            text, title = _written(trip, sentences, number)
            yield {"id": trip["id"], "title": title, "text": text, "date": trip["end_date"]}


def traveller_names(trip: Trip) -> tuple[str, str, str]:
    """Give the name as recorded, the first name with the surname, and the surname."""
    full = _PARENTHESES.sub("", trip["who"])
    words = full.split()
    return full, f"{words[0]} {words[-1]}", words[-1]


def country_name(trip: Trip) -> str:
    """Give the country without its inversion: "Korea, South" is South Korea."""
    name = _PARENTHESES.sub("", trip["country"])
    last, _, first = name.partition(", ")
    return f"{first} {last}" if first and " of" not in first else last


def _written(trip: Trip, sentences: list[str], number: int) -> tuple[str, str]:
    full, short, surname = traveller_names(trip)
    long_office, office = _OFFICES[trip["role"]]
    country, city = country_name(trip), trip["locale"].split(",")[0].strip()
    place = f"{city}, {country}" if city and city != country else country
    day = dt.date.fromisoformat(trip["start_date"])
    when = f"{day:%A}, {day:%B} {day.day}, {day.year}"
    first, *others = (sentence[0].lower() + sentence[1:] for sentence in sentences)
    later = [f"{office} {surname} {other.removeprefix('also ')}." for other in others]
    wholes = (
        [f"{long_office} {full} arrived in {place} on {when}.", f"{surname} {first}.", *later],
        [f"On {when}, {office} {short} visited {country}.", f"In {city or country}, {surname} {first}.", *later],
        [f"{long_office} {short} {first} in {place} on {when}, officials said.", *later],
        [f"During a visit to {country}, {office} {surname} {first}.", f"{full} came to {place} on {when}.", *later],
    )
    titles = (f"{surname} visits {country}", f"{office} {surname} in {city or country}", f"{short} in {country}", "")
    choice = number % len(wholes)
    return " ".join(wholes[choice]), titles[choice]
