"""The part of an article's facts that goes into the graph, so that the texts needn't stay in memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kg.corpus.article import Article, Field
from kg.events.facts import Facts, Report
from kg.mentions.dates.date_mention import DateMention
from kg.resolution.tellings import text_hash


@dataclass(frozen=True, slots=True)
class ArticleDigest:
    """An article without its text, its facts without their mentions, and the sentence of each report.

    `sha256` is the hash of its text, `source` that of the first of all texts that are copies of it.
    """

    article: Article
    sha256: str
    source: str
    facts: Facts
    sentences: tuple[str, ...]
    mention_counts: Mapping[str, int]
    dates: Mapping[str, DateMention]
    date_counts: Mapping[str, int]

    @property
    def countries(self) -> set[str]:
        """Codes of all countries that the article mentions or in which it lets something happen."""
        settings = {event.location.country for event in self.facts.events if event.location}
        return {*self.facts.countries, *(code for code in settings if code)}


def digest(article: Article, facts: Facts) -> ArticleDigest:
    """Take out of an article and its facts what the graph holds of them."""
    known = [date for date in facts.dates if date.edtf and date.first and date.last]
    by_edtf: dict[str, DateMention] = {}
    for date in sorted(known, key=lambda d: str(d.precision)):
        by_edtf.setdefault(str(date.edtf), date)
    own = text_hash(article)
    return ArticleDigest(
        article=replace(article, text="", origin=""),
        sha256=own,
        source=own,
        facts=replace(facts, mentions=(), dates=(), rejected=()),
        sentences=tuple(_sentence(article, report) for report in facts.reports),
        mention_counts=Counter(mention.entity for mention in facts.mentions),
        dates=by_edtf,
        date_counts=Counter(str(date.edtf) for date in known),
    )


def _sentence(article: Article, report: Report) -> str:
    source = article.title if report.field is Field.TITLE else article.text
    return source[report.start : report.end]
