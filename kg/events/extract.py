"""Annotated article and its mentions -> Facts: the end of the extraction."""

from __future__ import annotations

from kg.annotation.annotated import AnnotatedArticle
from kg.events.assemble import assemble, is_whole
from kg.events.confidence import with_confidence
from kg.events.context import ArticleContext, state
from kg.events.facts import EntityMention, Facts, Reason, Rejected, Report
from kg.events.gatherings.assemblies import with_gatherings
from kg.events.joining.join import join
from kg.events.journeys.departures import departures
from kg.events.reports import reports_of
from kg.events.telephone import on_the_telephone
from kg.events.times.newsday import news_of
from kg.events.times.settings import text_settings
from kg.events.triggers import TriggerIndex
from kg.events.whereabouts import whereabouts
from kg.mentions.dates.date_mention import DateMention
from kg.mentions.mention import ArticleMentions, LocalEntity


def extract_facts(
    article: AnnotatedArticle, found: ArticleMentions, dates: tuple[DateMention, ...], *, index: TriggerIndex
) -> Facts:
    """What an article says, given its mentions and dates.

    Parameters
    ----------
    article : AnnotatedArticle
        The parsed article.
    found : ArticleMentions
        Its entities and their mentions.
    dates : tuple of DateMention
        Its date expressions.
    index : TriggerIndex
        The schema's triggers.
    """
    context = ArticleContext(article, found, dates)
    every, rejected = reports_of(context, index)
    again = on_the_telephone(every, index.types)
    told = [one for i, one in enumerate(every) if i not in again]
    settings = text_settings(context)
    told = with_gatherings(context, told, index, settings)
    entities = _with_states(found.entities, [f.entity for t in told for f in t.report.fillers])
    clusters, lost = join(
        told,
        entities,
        index.types,
        settings=settings,
        departures=departures(context, told),
        news=news_of(context, told, settings),
    )
    whole = []
    for cluster in clusters:
        if is_whole(cluster, entities, index.types[cluster.type]):
            whole.append(cluster)
        else:
            lost += cluster.reports
    rejected += [_rejected(told[i].report, Reason.UNRESOLVED) for i in lost]
    rejected += [_rejected(every[i].report, Reason.EXCLUDED) for i in again]
    kept = sorted(i for c in whole for i in c.reports)
    reports = [told[i].report for i in kept]
    places = whereabouts(context, told, whole, index.types, entities)
    for cluster in whole:
        cluster.reports = [kept.index(i) for i in cluster.reports]
    facts = Facts(
        article=article.layout.article.id,
        published=article.layout.published,
        entities=tuple(entities[k] for k in sorted(entities)),
        mentions=_spans(article, found),
        countries=tuple(sorted({c for c in (*(m.country for m in found.mentions), found.dateline[1]) if c})),
        dates=dates,
        reports=tuple(reports),
        events=tuple(assemble(c, reports, entities, location=place) for c, place in zip(whole, places, strict=True)),
        rejected=tuple(sorted(rejected, key=lambda r: (r.field, r.start, r.type))),
    )
    return with_confidence(facts)


def _rejected(report: Report, reason: Reason) -> Rejected:
    return Rejected(report.type, reason, report.rule, report.field, report.trigger_start, report.trigger_end)


def _with_states(entities: dict[str, LocalEntity], used: list[str]) -> dict[str, LocalEntity]:
    """Add the states that take part only through a capital or a person ("Moscow said")."""
    extra = {k: state(k) for k in used if k not in entities}
    return entities | extra


def _spans(article: AnnotatedArticle, found: ArticleMentions) -> tuple[EntityMention, ...]:
    return tuple(EntityMention(m.entity, *article.segments[m.segment].offsets(m.start, m.end)) for m in found.mentions)
