"""A workspace of thousands of articles with their facts, as if extracted: journeys and who was met on them.

The journeys are those of a record, repeated under new names; a few people are met very often, most hardly ever.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.crowd import SEED, Crowd, told_names
from benchmarks.travel_articles import Trip, traveller_names, trips
from kg.corpus.article import Article, Field
from kg.events.facts import EntityMention, Facts, Filler, LocalEvent, Report, Status, When
from kg.mentions.dates.date_mention import Basis, Precision
from kg.mentions.mention import LocalEntity, Office
from kg.pipeline.current import renewed
from kg.pipeline.embedded import keep_embedded
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.workspace.workspace import Workspace

_PEOPLE = 0.6  # new names for each article
_OTHER_WORDS = 3, 12  # remarks on other journeys: no two articles are copies of one text


def write_workspace(folder: Path, source: Path, articles: int) -> None:
    """Write a workspace of so many articles."""
    names, schema = state_names(None), load_schema(None)
    with Workspace.open(folder, create=True) as workspace:
        for article, facts in _Stories(trips(source), names, articles):
            workspace.save(article, facts, "made for a benchmark")
        renewal = renewed(workspace, schema, names)
        keep_embedded(workspace.folder, renewal.graph, schema)


class _Stories:
    """Articles with their facts."""

    def __init__(self, rows: Sequence[Trip], names: dict[str, str], articles: int) -> None:
        self._rows, self._articles = rows, articles
        self._remarks = sorted({row["remarks"] for row in rows})
        self._random = random.Random(SEED)
        self._states = {name.lower(): code for code, name in names.items()}
        self._names = names
        told = told_names(rows)
        firsts, lasts = sorted({first for first, _ in told}), sorted({last for _, last in told})
        pairs = [f"{first} {last}" for first in firsts for last in lasts]
        self._crowd = Crowd(self._random.sample(pairs, int(articles * _PEOPLE)), self._random)

    def __iter__(self) -> Iterator[tuple[Article, Facts]]:
        for number in range(self._articles):
            trip = self._rows[number % len(self._rows)]
            later = dt.timedelta(days=number // len(self._rows) * 11)
            day = dt.date.fromisoformat(trip["start_date"]) + later
            traveller = traveller_names(trip)[0] if number < len(self._rows) else self._crowd.one()
            yield self._story(number, trip, traveller, day)

    def _story(self, number: int, trip: Trip, traveller: str, day: dt.date) -> tuple[Article, Facts]:
        country = self._states.get(trip["country"].lower()) or self._random.choice(sorted(self._names))
        own_id, title = f"dispatch-{number:06}", f"{traveller} in {self._names[country]}"
        met = sorted({self._crowd.one() for _ in range(self._random.randint(1, 3))} - {traveller})
        writer = _Writer(day)
        writer.tell("Visit", "visited", [("visitor", traveller)], [("destination", country, self._names[country])])
        writer.tell("Meeting", "met", [("participant", traveller)], [("participant", name, name) for name in met])
        others = self._random.choices(self._remarks, k=self._random.randint(*_OTHER_WORDS))
        writer.text += " ".join(others)
        published = (day + dt.timedelta(days=1)).isoformat()
        return Article(own_id, writer.text, title, published), writer.facts(own_id, published, number)


class _Writer:
    """Writes sentences, and what an extractor would find in them."""

    def __init__(self, day: dt.date) -> None:
        self.text = ""
        self._when = When(day, day, Precision.DAY, Basis.EXPLICIT, day.isoformat(), f"{day:%d %B %Y}")
        self._entities: dict[str, LocalEntity] = {}
        self._mentions: list[EntityMention] = []
        self._reports: list[Report] = []

    def tell(self, kind: str, verb: str, who: list[tuple[str, str]], whom: list[tuple[str, str, str]]) -> None:
        if not whom:
            return
        start, fillers = len(self.text), []
        for role, name in who:
            fillers.append(self._name(role, name, name))
        self.text += " "
        trigger = len(self.text)
        self.text += verb
        for place, (role, key, name) in enumerate(whom):
            self.text += " " if not place else " and "
            fillers.append(self._name(role, key, name))
        self.text += f" on {self._when.text}."
        span = (start, len(self.text), trigger, trigger + len(verb))
        self._reports.append(
            Report(
                kind,
                tuple(fillers),
                Field.TEXT,
                *span,
                f"{kind}/1",
                Status.OCCURRED,
                self._when,
                None,
                None,
                False,
                0.9,
            )
        )
        self.text += " "

    def _name(self, role: str, key: str, name: str) -> Filler:
        kind = "Country" if len(key) == 2 else "Person"
        entity = self._entities.setdefault(f"{kind}:{key}", LocalEntity(f"{kind}:{key}", kind, name, (name,)))
        start = len(self.text)
        self.text += name
        self._mentions.append(EntityMention(entity.key, Field.TEXT, start, len(self.text)))
        return Filler(role, entity.key, Field.TEXT, start, len(self.text))

    def facts(self, own_id: str, published: str, number: int) -> Facts:
        entities = list(self._entities.values())
        if number % 5 == 0:
            first = entities[0]
            office = Office("Secretary of State", "US")
            entities[0] = LocalEntity(first.key, first.type, first.name, first.names, offices=(office,))
        events = tuple(
            LocalEvent(r.type, r.fillers, r.status, r.when, None, None, False, r.confidence, (place,), place)
            for place, r in enumerate(self._reports)
        )
        codes = {key.partition(":")[2] for key in self._entities if key.startswith("Country:")}
        return Facts(
            own_id,
            published,
            tuple(entities),
            tuple(self._mentions),
            tuple(sorted(codes | ({"US"} if number % 5 == 0 else set()))),
            (),
            tuple(self._reports),
            events,
            (),
        )
