"""The day of the news: the date that the first sentences of an article give to what it tells."""

from __future__ import annotations

from collections.abc import Sequence

from kg.corpus.article import Field
from kg.events.context import ArticleContext
from kg.events.facts import Status
from kg.events.times.narrative import News, Setting, settings_of
from kg.events.told import Told
from kg.mentions.dates.date_mention import Precision

#: How many sentences open an article.
OPENING = 2
#: How many days old news is at most.
FRESH = 3


def news_of(context: ArticleContext, told: Sequence[Told], others: Sequence[Setting]) -> News | None:
    """The day of the news, None where the opening sets none."""
    first = next(
        (
            context.sentence_number(s.index, 0)
            for s in context.article.segments
            if s.paragraph.field is Field.TEXT and not s.is_heading and len(s.doc)
        ),
        None,
    )
    if first is None or context.published is None:
        return None
    published = context.published
    opening = [
        s
        for s in (*settings_of(told), *others)
        if s.field is Field.TEXT
        and first <= s.sentence < first + OPENING
        and s.side is Status.OCCURRED
        and not s.narrow
        and s.when.precision is Precision.DAY
        and 0 <= (published - s.when.first).days <= FRESH
    ]
    if not opening:
        return None
    named = {
        m.entity
        for segment, mentions in context.mentions_of.items()
        for m in mentions
        if first <= context.sentence_number(segment, m.start) < first + OPENING
    }
    setting = min(opening, key=lambda s: s.sentence)
    return News(setting.when, frozenset(named).union(*(s.actors for s in opening)), setting.sentence)
