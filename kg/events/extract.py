"""Annotated article and its mentions -> Facts: the end of the extraction."""

from __future__ import annotations

from kg.annotation.annotated import AnnotatedArticle
from kg.events.context import ArticleContext, state
from kg.events.facts import EntityMention, Facts
from kg.events.join import join
from kg.events.narrative import story_times
from kg.events.reports import reports_of
from kg.events.triggers import TriggerIndex
from kg.mentions.dates.date_mention import DateMention
from kg.mentions.mention import ArticleMentions, LocalEntity


def extract_facts(article: AnnotatedArticle, found: ArticleMentions, dates: tuple[DateMention, ...], *, index: TriggerIndex) -> Facts:
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
    told, rejected = reports_of(context, index)
    reports = [t.report for t in told]
    entities = _with_states(found.entities, [f.entity for r in reports for f in r.fillers])
    return Facts(
        article=article.layout.article.id,
        published=article.layout.published,
        entities=tuple(entities[k] for k in sorted(entities)),
        mentions=_spans(article, found),
        countries=tuple(sorted({m.country for m in found.mentions if m.country})),
        dates=dates,
        reports=tuple(reports),
        events=join(reports, entities, taken_over=story_times(told)),
        rejected=tuple(rejected),
    )


def _with_states(entities: dict[str, LocalEntity], used: list[str]) -> dict[str, LocalEntity]:
    """Add the states that take part only through a capital or a person ("Moscow said")."""
    extra = {k: state(k) for k in used if k not in entities}
    return entities | extra


def _spans(article: AnnotatedArticle, found: ArticleMentions) -> tuple[EntityMention, ...]:
    return tuple(EntityMention(m.entity, *article.segments[m.segment].offsets(m.start, m.end)) for m in found.mentions)
