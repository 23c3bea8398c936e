"""Articles and facts -> the graph of MODEL: nodes of what is told, and the typed edges projected from events."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from kg.corpus.article import Article
from kg.events.facts import Facts
from kg.graph.assembly import Assembly
from kg.graph.digest import ArticleDigest, digest
from kg.graph.event_nodes import add_event
from kg.graph.offices import add_offices
from kg.graph.projection import project
from kg.graph.records import Graph
from kg.graph.told import add_article, add_entities
from kg.resolution.copies import sources
from kg.resolution.entities import Entities, resolve_entities
from kg.resolution.events import resolve_events
from kg.resolution.records import Telling
from kg.resolution.sketch import Sketch, sketch
from kg.resolution.tellings import tellings
from kg.schema.types import Schema
from kg.workspace.judgement import Judgement


def build_graph(
    records: Iterable[tuple[Article, Facts]],
    schema: Schema,
    *,
    country_names: Mapping[str, str] | None = None,
    judgements: Iterable[Judgement] = (),
) -> Graph:
    """Build the graph of a set of articles. The order of the articles makes no difference.

    Parameters
    ----------
    records
        Articles with their facts, such as a Workspace gives; read once, texts aren't kept in memory.
    schema
        The event types: which edge an event projects to, which roles count as others.
    country_names
        Names of countries by ISO code; without them a country that no article names has its code for a name.
    judgements
        Of people, on who is one.

    Examples
    --------
    >>> article = Article("a1", "Geneva was quiet.", published="2021-06-16")
    >>> facts = Facts("a1", "2021-06-16", (), (), ("CH",), (), (), (), ())
    >>> graph = build_graph([(article, facts)], Schema({}, {}))
    >>> [node.labels for node in graph.nodes], [edge.type for edge in graph.edges]
    ([('Article',), ('Country', 'Entity')], ['MENTIONED_IN'])
    """
    told = digests(records)
    return assembled(told, resolved(told, country_names=country_names, judgements=judgements), schema)


def digests(
    records: Iterable[tuple[Article, Facts]], *, sketched: Callable[[Article], Sketch] | None = None
) -> list[ArticleDigest]:
    """Take out of articles and facts what graphs are made of, in the order of the articles' ids.

    `sketched` gives the sketch of an article's text where that is known already.
    """
    sketches: dict[str, Sketch] = {}
    told = []
    for article, facts in records:
        told.append(digest(article, facts))
        key = told[-1].sha256
        if key not in sketches:
            sketches[key] = sketched(article) if sketched else sketch(article.text)
    source = sources({one.article.id: one.sha256 for one in told}, sketches)
    told = [replace(one, source=source[one.article.id]) for one in told]
    return sorted(told, key=lambda one: one.article.id)


def resolved(
    told: list[ArticleDigest], *, country_names: Mapping[str, str] | None = None, judgements: Iterable[Judgement] = ()
) -> Entities:
    """Tell which entities of the articles are one."""
    return resolve_entities(
        ((d.article.id, d.facts.entities) for d in told),
        countries={code for d in told for code in d.countries},
        country_names=country_names,
        facts={d.article.id: d.facts for d in told},
        judgements=judgements,
    )


def assembled(told: list[ArticleDigest], entities: Entities, schema: Schema) -> Graph:
    """Make the graph of articles whose entities are resolved."""
    assembly = Assembly()
    add_entities(assembly, entities)
    for one in told:
        add_article(assembly, one, entities)
    add_offices(assembly, told, entities)
    _add_events(assembly, told, entities, schema)
    return assembly.graph()


def _tellings(told: ArticleDigest, entities: Entities, schema: Schema) -> Iterator[Telling]:
    return tellings(
        told.facts,
        text=told.sha256,
        source=told.source,
        sentences=told.sentences,
        entities=entities,
        schema=schema,
    )


def _add_events(assembly: Assembly, digests: list[ArticleDigest], entities: Entities, schema: Schema) -> None:
    told = [t for d in digests for t in _tellings(d, entities, schema)]
    by_article = {d.article.id: d for d in digests}
    for event in resolve_events(told, entities=entities, schema=schema):
        kind = schema.events.get(event.type)
        agreement = add_event(assembly, event, kind, entities=entities, digests=by_article)
        if kind is not None:
            project(assembly, event, kind, agreement=agreement)
