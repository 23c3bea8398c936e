"""The events of one article, in terms of the entities of the whole set."""

from __future__ import annotations

import calendar
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.corpus.article import Article
from kg.events.facts import Facts, Filler, LocalEvent, Location
from kg.mentions.mention import COUNTRY, PERSON, LocalEntity
from kg.resolution.entities import Entities, country_code, country_id
from kg.resolution.identity import stable_id
from kg.resolution.records import Actor, Telling
from kg.resolution.sketch import WORDS
from kg.schema.types import AGREEMENT, Schema


def text_hash(article: Article) -> str:
    """SHA-256 of an article's text."""
    return hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest()


def published_span(published: str | None) -> tuple[dt.date, dt.date] | None:
    """Give the first and last day on which something dated "2024-03-19", "2024-03" or "2024" came out.

    Examples
    --------
    >>> published_span("1998-02")
    (datetime.date(1998, 2, 1), datetime.date(1998, 2, 28))
    """
    if published is None:
        return None
    year, month, day = (*(int(part) for part in published[:10].split("-")), 0, 0)[:3]
    first = dt.date(year, month or 1, day or 1)
    last_month = month or 12
    return first, dt.date(year, last_month, day or calendar.monthrange(year, last_month)[1])


def tellings(
    facts: Facts, *, text: str, source: str, sentences: Sequence[str], entities: Entities, schema: Schema
) -> Iterator[Telling]:
    """Give the events of an article one by one.

    Parameters
    ----------
    facts
        What the article says.
    text
        Hash of the article's text.
    source
        The source that it is of; see `kg.resolution.copies`.
    sentences
        The sentences of its reports.
    entities
        The entities of the whole set, these included.
    schema
        Says which roles take agreements, which are no actors.
    """
    local = {entity.key: entity for entity in facts.entities}
    published = published_span(facts.published)
    met: Counter[tuple[object, ...]] = Counter()
    for index, event in enumerate(facts.events):
        main = facts.reports[event.main]
        place = _place(facts.article, event.location, entities)
        actors = _actors(facts.article, _fillers(event, local, schema), entities)
        passage = _passage(sentences[event.main], main.trigger_start - main.start)
        met[passage, event.type, actors] += 1
        yield Telling(
            article=facts.article,
            index=index,
            text=text,
            source=source,
            passage=stable_id("passage", passage, met[passage, event.type, actors]),
            published=published,
            type=event.type,
            actors=actors,
            status=event.status,
            when=event.when,
            place=place,
            place_text=event.location.text if event.location else None,
            document=event.document,
            document_named=event.document_named,
            confidence=event.confidence,
            trigger=(main.field.value, main.trigger_start),
        )


def _passage(sentence: str, trigger: int) -> tuple[tuple[str, ...], int]:
    """Give the words of a sentence, and how many of them there are from the trigger on."""
    words = tuple(WORDS.findall(sentence.casefold()))
    return words, len(WORDS.findall(sentence[trigger:]))


def _fillers(event: LocalEvent, local: dict[str, LocalEntity], schema: Schema) -> list[Filler]:
    """Fillers that are actors, without the state that a person of the same role represents."""
    kind = schema.events.get(event.type)
    roles = kind.roles if kind else {}
    actors = [f for f in event.fillers if f.role not in roles or roles[f.role].types != (AGREEMENT,)]
    counted = {f: (roles[f.role].counts_as or f.role) if f.role in roles else f.role for f in actors}
    people = [f for f in actors if local[f.entity].type == PERSON]
    represented = {(counted[f], local[f.entity].country) for f in people}
    return [f for f in actors if (counted[f], _code(local[f.entity])) not in represented]


def _code(entity: LocalEntity) -> str:
    return country_code(entity) if entity.type == COUNTRY else "no country"


def _actors(article: str, fillers: list[Filler], entities: Entities) -> tuple[Actor, ...]:
    return tuple(sorted({Actor(f.role, entities.of(article, f.entity)) for f in fillers}))


def _place(article: str, location: Location | None, entities: Entities) -> str | None:
    if location is None:
        return None
    if location.entity is not None:
        return entities.of(article, location.entity)
    return country_id(location.country) if location.country else None
