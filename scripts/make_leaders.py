"""Make kg/mentions/people/leaders.tsv from the trips abroad of US Presidents and Secretaries of State.

Usage: `python scripts/make_leaders.py TRIPS.jsonl [NAME ...]`, with the table that the US Department of State publishes
(public domain), one trip a line: who, country, remarks ("Met with President Lagos and Foreign Minister Alvear."). Names
are left out: those of the articles that the project starts from, whom no table may know. Run by hand when the table is
to be renewed.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.mentions.geography import Gazetteer, find_in_text
from kg.mentions.people.spelling import fold
from kg.schema.location import shipped_schemas

TARGET = Path(__file__).parents[1] / "kg" / "mentions" / "people" / "leaders.tsv"
HEADER = """\
# Who held which office of which state: code, office, name (a surname where the source has no more). Made by
# scripts/make_leaders.py from the trips abroad of US Presidents and Secretaries of State (US Government, public
# domain).
"""
_SMALL = "de|la|el|al|bin|van|von|der|den|dos|da|di|du|ben"
_WORD = rf"(?:[A-Z][\w-]+|[A-Z]\.|[A-Zd]['’][A-Z][\w-]+|{_SMALL})(?![\w’'])"
_OFFICE = re.compile(
    r"(?P<before>(?:[A-Z][\w.’'-]+ ){0,2})"
    r"(?:Acting |Interim |Transitional |Deputy |Vice )?"
    r"(?P<office>President|Prime Minister|Premier|Chancellor|Foreign Minister|Foreign Secretary|King|Queen|Emir|Amir"
    r"|Sultan|Emperor|Crown Prince|Defen[cs]e Minister) (?!of\b)"
    rf"(?P<name>{_WORD}(?: {_WORD})*)"
    r"(?: of (?P<state>(?:the )?[A-Z]\w+(?: [A-Z]\w+)?))?"
)
# Where many states meet, a bare title doesn't tell which one it is of.
_GATHERING = re.compile(
    r"summit|conference|G-?\d|APEC|NATO|OSCE|CSCE|ASEAN|EU\b|ministerial|funeral|meetings? of|assembly|anniversary"
    r"|ceremon|negotiat|accords?\b|treat|inaugurat|talks between|quartet|trilateral|forum|congress",
    re.IGNORECASE,
)
_OFFICES = {"amir": "emir", "foreign secretary": "foreign minister", "defence minister": "defense minister"}
_LAST_SMALL = re.compile(rf"(?: (?:{_SMALL}))+$")


def rows(trip: dict[str, str], gazetteer: Gazetteer, travellers: frozenset[str]) -> Iterator[tuple[str, str, str]]:
    """The holders of offices that the remarks of a trip name, with their states."""
    yield "US", "president" if trip["role"] == "president" else "secretary of state", trip["who"]
    short, _, form = trip["country"].partition(", ")
    here = _state(f"{form} {short}", gazetteer)  # "Korea, Democratic People's Republic of"
    for found in _OFFICE.finditer(trip["remarks"]):
        name = _LAST_SMALL.sub("", found["name"]).rstrip(".")
        office = found["office"].lower()
        told = _state(found["before"], gazetteer) or _state(found["state"] or "", gazetteer)
        state = told or (None if _GATHERING.search(trip["remarks"]) else here)
        if state is None or fold(name.split()[-1]) in travellers or "Vice" in found[0] or "Deputy" in found[0]:
            continue
        yield state, _OFFICES.get(office, office), name


def _state(text: str, gazetteer: Gazetteer) -> str | None:
    found = find_in_text(text, gazetteer)
    return found[-1].country if found else None


def main(trips: Path, left_out: frozenset[str]) -> None:
    """Write the table, sorted, each row once."""
    gazetteer = Gazetteer.load(shipped_schemas())
    told = [json.loads(line) for line in trips.read_text("utf-8").splitlines()]
    travellers = frozenset(fold(trip["who"].split()[-1]) for trip in told)
    found = {row for trip in told for row in rows(trip, gazetteer, travellers)}
    found = {row for row in found if left_out.isdisjoint(fold(row[2]).split())}
    TARGET.write_text(HEADER + "".join("\t".join(row) + "\n" for row in sorted(found)), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), frozenset(map(fold, sys.argv[2:])))
