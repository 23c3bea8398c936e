"""What happened several times is several events: "the treaties that they signed in 1921 and 1940"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.events.context import ArticleContext, PlacedDate
from kg.events.facts import Report, Status
from kg.events.times import as_when
from kg.mentions.dates.date_mention import Precision
from kg.predicates.predicate import Predicate

#: Days in a row may be one event's; years and months aren't.
LONG = frozenset({Precision.YEAR, Precision.MONTH})
BETWEEN = frozenset({",", "and", "in", "then", "again", "once", "more", "also", "later"})


def repeated(context: ArticleContext, predicate: Predicate, report: Report) -> Iterator[Report]:
    """The report once for each of the years or months that it is told of.

    Parameters
    ----------
    context : ArticleContext
        The article.
    predicate : Predicate
        The word that the report hangs on.
    report : Report
        What it tells, with the first of its dates.
    """
    dates = _listed(context, predicate, report) if report.status is Status.OCCURRED else []
    if not dates:
        yield report
    for date in dates:
        yield replace(report, when=as_when(replace(date, mention=replace(date.mention, extent=None))))


def _listed(context: ArticleContext, predicate: Predicate, report: Report) -> list[PlacedDate]:
    """The dates of the list that a report's date stands in, two at least; else nothing."""
    if report.when is None:
        return []
    trigger = context.token(predicate.segment, predicate.token)
    dates = sorted(context.sentence_dates(predicate.segment, trigger.sent), key=lambda d: d.start)
    at = next((i for i, d in enumerate(dates) if as_when(d) == report.when), None)
    if at is None or dates[at].mention.precision not in LONG:
        return []
    first = last = at
    while first > 0 and _follows(trigger.doc, dates[first - 1], dates[first]):
        first -= 1
    while last + 1 < len(dates) and _follows(trigger.doc, dates[last], dates[last + 1]):
        last += 1
    found = dates[first : last + 1]
    closed = any(t.lower_ == "and" for t in trigger.doc[found[0].end : found[-1].start])
    return found if closed else []


def _follows(doc: Doc, one: PlacedDate, other: PlacedDate) -> bool:
    """Whether only a comma, "and" or "and again in" stands between two dates of one kind."""
    between = doc[one.end : other.start]
    return (
        one.mention.precision is other.mention.precision
        and 0 < len(between) <= len(BETWEEN)
        and all(t.lower_ in BETWEEN for t in between)
    )
