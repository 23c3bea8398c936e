"""An article with what was read in it: who is mentioned where, which events are told, and what was not kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.corpus.article import Article, Field
from kg.events.facts import Facts, Rejected, Report
from kg.graph.told import article_id, report_id
from kg.mentions.mention import LocalEntity
from kg.query.directory import Directory
from kg.query.fetched import Fetched
from kg.query.results import Actor, Event
from kg.resolution.identity import normalised
from kg.stores.store import Reading as AskedGraph


@dataclass(frozen=True, slots=True)
class ReadMention:
    """Characters `[start, end)` of a field that stand for an actor."""

    actor: Actor
    field: Field
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReadReport:
    """A telling of an event in the article; `event` is what all articles together say of it."""

    event: Event
    report: Report


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, and all that was found in it, in the order of the text."""

    article: Article
    published: str | None
    mentions: tuple[ReadMention, ...]
    reports: tuple[ReadReport, ...]
    rejected: tuple[Rejected, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """The events told, each once, in the order in which the text comes to them."""
        return tuple({one.event.id: one.event for one in self.reports}.values())


def read(article: Article, facts: Facts, graph: AskedGraph, directory: Directory) -> Reading:
    """Tell what the graph calls what was found in an article.

    What the graph doesn't have, because it is older than the record, is left out.
    """
    actors = _actors(facts, graph, directory)
    mentions = sorted(
        (
            ReadMention(actors[one.entity], one.field, one.start, one.end)
            for one in facts.mentions
            if one.entity in actors
        ),
        key=lambda one: (one.field is not Field.TITLE, one.start, -one.end),
    )
    reports = sorted(
        _reports(facts, graph, directory),
        key=lambda one: (one.report.field is not Field.TITLE, one.report.start, one.report.trigger_start),
    )
    rejected = sorted(facts.rejected, key=lambda one: (one.field is not Field.TITLE, one.start, one.type))
    return Reading(article, facts.published, tuple(mentions), tuple(reports), tuple(rejected))


def _actors(facts: Facts, graph: AskedGraph, directory: Directory) -> Mapping[str, Actor]:
    """The actor of each entity: who is mentioned in the article and goes by that name; nobody where several do."""
    by_name: dict[tuple[str, str], set[str]] = defaultdict(set)
    edges = graph.edges_of("Article", [article_id(facts.article)], "MENTIONED_IN", outgoing=False)
    countries = [entity for entity in facts.entities if entity.type == "Country"]
    directory.load({*(edge.head for edge in edges), *map(_country, countries)})
    for edge in edges:
        actor = directory.actors.get(edge.head)
        if actor is not None:
            for name in {actor.name, *actor.names}:
                by_name[actor.type, normalised(name)].add(actor.id)
    found: dict[str, Actor] = {}
    for entity in facts.entities:
        meant = {_country(entity)} if entity.type == "Country" else _called(entity, by_name)
        if len(meant) == 1 and (one := directory.actors.get(next(iter(meant)))) is not None:
            found[entity.key] = one
    return found


def _country(entity: LocalEntity) -> str:
    return f"country:{entity.key.partition(':')[2]}"


def _called(entity: LocalEntity, by_name: Mapping[tuple[str, str], set[str]]) -> set[str]:
    """Those who go by all the names that the article uses; else those who go by its main one."""
    named = [by_name.get((entity.type, normalised(name)), set()) for name in (entity.name, *entity.names)]
    return set.intersection(*named) or named[0]


def _reports(facts: Facts, graph: AskedGraph, directory: Directory) -> Iterator[ReadReport]:
    ids = {report_id(facts.article, report): report for report in facts.reports}
    edges = graph.edges_of("Report", ids, "EVIDENCE_FOR", outgoing=True)
    fetched = Fetched(graph, directory)
    fetched.tell(edge.tail for edge in edges)
    for edge in edges:
        yield ReadReport(fetched.event(edge.tail), ids[edge.head])
