"""One graph of some hundred events, made by rule: the same in every run, with ties and several edges of a pair."""

from __future__ import annotations

import datetime as dt
from itertools import combinations

from kg.events.facts import Status
from kg.graph.build import build_graph
from kg.graph.records import Graph
from kg.graph.vocabulary import vocabulary_of
from tests.story import SCHEMA, Told, article, meeting, signing, visit

VOCABULARY = vocabulary_of(SCHEMA)

STATES = ("CH", "GH", "IE", "NO", "RU", "TL")
PEOPLE = tuple(
    f"{name}/{STATES[place % len(STATES)]}"
    for place, name in enumerate(
        (
            "Ada Marsh", "Bruno Keita", "Carla Ostrow", "Dmitri Volkov", "Elsa Lindqvist", "Farid Nasser", "Grace Obi",
            "Henrik Dahl", "Ines Duarte", "Jonas Weber", "Kwame Asante", "Lena Petrova", "Moira O'Dwyer", "Nils Berg",
            "Olga Sidorova", "Paulo da Costa",
        )
    )
)  # fmt: skip
PLACES = ("#Geneva/CH", "#Accra/GH", "#Dublin/IE", "#Oslo/NO", "#Moscow/RU", "#Dili/TL")
ORGANIZATIONS = ("+OSCE", "+Red Cross")
_STATUSES = (Status.OCCURRED, Status.OCCURRED, Status.OCCURRED, Status.PLANNED, Status.POSSIBLE, Status.NEGATED)
_FIRST = dt.date(1995, 1, 9)


def _when(number: int) -> str | None:
    """Every seventh event has no date, every fifth a span, and some share a day."""
    if number % 7 == 3:
        return None
    day = _FIRST + dt.timedelta(days=37 * (number // 2))
    return f"{day}/{day + dt.timedelta(days=6)}" if number % 5 == 1 else str(day)


def _meetings() -> list[Told]:
    told = []
    pairs = list(combinations(PEOPLE, 2))
    for number in range(150):
        # Nobody meets the last two, so that some paths don't exist.
        one, other = pairs[number * 11 % len(pairs)]
        if PEOPLE[-1] in (one, other) or PEOPLE[-2] in (one, other):
            continue
        actors = (one, other, ORGANIZATIONS[number % 2]) if number % 10 == 0 else (one, other)
        place = PLACES[number % len(PLACES)] if number % 3 else None
        told.append(meeting(*actors, when=_when(number), status=_STATUSES[number % 6], place=place))
    return told


def _others() -> list[Told]:
    visits = [
        visit(PEOPLE[number * 5 % 16], STATES[number * 7 % 6], _when(number), _STATUSES[number % 5])
        for number in range(90)
    ]
    signings = [
        signing(
            STATES[number % 6], STATES[(number + 1 + number % 4) % 6], when=_when(number),
            document=f"Accord {number % 9}", named=number % 2 == 0,
        )
        for number in range(30)
    ]  # fmt: skip
    return [*visits, *signings]


def graph() -> Graph:
    """Give the graph: 25 articles, the same event told in several of them."""
    told = [*_meetings(), *_others()]
    articles = [
        article(
            f"a{number:02}",
            *told[number * 11 : number * 11 + 13],
            published=f"20{number % 20:02}-0{1 + number % 9}-15" if number % 4 else None,
            title=f"News {number}",
            office=(PEOPLE[number % 16], "Foreign Minister", STATES[number % 6]) if number % 6 == 0 else None,
        )
        for number in range(25)
    ]
    return build_graph(articles, SCHEMA)
