"""Nodes of what the articles tell directly: articles, reports, entities, dates."""

from __future__ import annotations

from kg.events.facts import Report
from kg.graph.assembly import Assembly
from kg.graph.digest import ArticleDigest
from kg.mentions.dates.date_mention import DateMention
from kg.mentions.mention import COUNTRY, PLACE
from kg.resolution.entities import Entities, country_code, country_id
from kg.resolution.identity import stable_id


def article_id(own_id: str) -> str:
    """Id of an article's node, which can't be that of an entity."""
    return f"article:{own_id}"


def report_id(article: str, report: Report) -> str:
    """Id of a report: where it stands and what it says."""
    fillers = sorted((f.role, f.entity) for f in report.fillers)
    trigger = (report.trigger_start, report.trigger_end)
    return stable_id("report", article, report.type, report.field, report.start, report.end, trigger, fillers)


def add_entities(assembly: Assembly, entities: Entities) -> None:
    """Add all entities, and the country of each place."""
    for entity in entities.by_id.values():
        known = {"name": entity.name, "names": entity.names, "country": entity.country}
        if entity.type == COUNTRY:
            known["country"] = entity.id.removeprefix("country:")
        assembly.node(entity.id, ("Entity", entity.type), known)
    for entity in entities.by_id.values():
        if entity.type == PLACE and entity.country:
            assembly.edge("LOCATED_IN", entity.id, country_id(entity.country), {})


def add_date(assembly: Assembly, edtf: str, first: str, last: str, precision: str | None) -> str:
    """Add a date, whose id is its EDTF string; gives the id."""
    assembly.node(edtf, ("Date",), {"start": first, "end": last, "precision": precision})
    return edtf


def add_article(assembly: Assembly, told: ArticleDigest, entities: Entities) -> None:
    """Add an article with its reports, and what it mentions."""
    article, node = told.article, article_id(told.article.id)
    known = {
        "article": article.id,
        "title": article.title or None,
        "url": article.url,
        "published": told.facts.published,
        "author": article.author,
        "language": article.language,
        "sha256": told.sha256,
        "source": told.source,
    }
    assembly.node(node, ("Article",), known)
    for report, sentence in zip(told.facts.reports, told.sentences, strict=True):
        _add_report(assembly, report, sentence, told.article.id)
    _add_mentions(assembly, told, entities)
    for edtf in sorted(told.dates):
        _add_date_mention(assembly, told.dates[edtf], edtf, article=node, count=told.date_counts[edtf])


def _add_report(assembly: Assembly, report: Report, sentence: str, article: str) -> None:
    when = report.when
    own_id = report_id(article, report)
    known = {
        "type": report.type,
        "field": report.field.value,
        "char_start": report.start,
        "char_end": report.end,
        "trigger_start": report.trigger_start,
        "trigger_end": report.trigger_end,
        "sentence": sentence,
        "trigger": sentence[report.trigger_start - report.start : report.trigger_end - report.start],
        "rule": report.rule,
        "status": report.status.value,
        "start": when.first.isoformat() if when else None,
        "end": when.last.isoformat() if when else None,
        "date_text": when.text if when else None,
        "place": report.location.text if report.location else None,
        "confidence": report.confidence,
    }
    assembly.node(own_id, ("Report",), known)
    assembly.edge("IN_ARTICLE", own_id, article_id(article), {})


def _add_mentions(assembly: Assembly, told: ArticleDigest, entities: Entities) -> None:
    counts: dict[str, int] = {}
    for entity in told.facts.entities:
        node = entities.of(told.article.id, entity.key)
        counts[node] = counts.get(node, 0) + told.mention_counts.get(entity.key, 0)
    # A state may be named only by its capital or a place in it.
    named = {country_code(e): e for e in told.facts.entities if e.type == COUNTRY}
    for code in told.facts.countries:
        if code not in named:
            places = [e for e in told.facts.entities if e.type == PLACE and e.country == code]
            counts[country_id(code)] = sum(told.mention_counts.get(e.key, 0) for e in places)
    for node, count in counts.items():
        assembly.edge("MENTIONED_IN", node, article_id(told.article.id), {"count": max(count, 1)})


def _add_date_mention(assembly: Assembly, date: DateMention, edtf: str, *, article: str, count: int) -> None:
    if date.first and date.last:
        node = add_date(assembly, edtf, date.first.isoformat(), date.last.isoformat(), date.precision)
        assembly.edge("MENTIONED_IN", node, article, {"count": count})
