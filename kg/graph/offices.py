"""Edges of the offices that articles give to people, each with the days on which it was told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.graph.assembly import Assembly
from kg.graph.digest import ArticleDigest
from kg.graph.records import Value
from kg.mentions.mention import LocalEntity, Office
from kg.resolution.entities import Entities, country_id, is_code
from kg.resolution.identity import normalised
from kg.resolution.tellings import published_span

#: Whose office it is, of what, its title without case and diacritics, and whether it is called a former one.
_Key = tuple[str, str, str, bool]


def add_offices(assembly: Assembly, told: Iterable[ArticleDigest], entities: Entities) -> None:
    """Add the offices that some articles tell, each once; it is called as the first of them calls it."""
    titles: dict[_Key, str] = {}
    articles: dict[_Key, dict[str, str | None]] = defaultdict(dict)
    for one in told:
        for key, title in _of_article(one, entities):
            titles.setdefault(key, title)
            articles[key][one.article.id] = one.facts.published
    for key, title in titles.items():
        person, body, name, is_former = key
        known: dict[str, Value | None] = {"title": title, "former": is_former or None, **_when(articles[key].values())}
        assembly.edge("HOLDS_OFFICE", person, body, known, name, str(is_former))


def _of_article(told: ArticleDigest, entities: Entities) -> Iterator[tuple[_Key, str]]:
    for entity in told.facts.entities:
        for office in entity.offices:
            body = _body(office, told, entities)
            if body is not None:
                yield _key(entity, office, body, told, entities), office.title


def _key(entity: LocalEntity, office: Office, body: str, told: ArticleDigest, entities: Entities) -> _Key:
    return entities.of(told.article.id, entity.key), body, normalised(office.title), office.former


def _body(office: Office, told: ArticleDigest, entities: Entities) -> str | None:
    """The state or organization; None for a title of nothing in particular, which stays among the person's facts."""
    if office.of is None:
        return None
    return country_id(office.of) if is_code(office.of) else entities.ids.get((told.article.id, office.of))


def _when(published: Iterable[str | None]) -> dict[str, Value | None]:
    """The publication dates between which an office was told, as exact as they are known, and by how many articles."""
    days = list(published)
    spans = {day: span for day in days if day and (span := published_span(day))}
    first = min(spans, key=lambda day: (*spans[day], day), default=None)
    last = max(spans, key=lambda day: (*reversed(spans[day]), day), default=None)
    return {"told_first": first, "told_last": last, "n_articles": len(days)}
