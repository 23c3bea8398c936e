"""What happened several times is several events: "signed in 1921 and 1940", "met in Rome and again in Bonn"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.events.context import ArticleContext, PlacedDate
from kg.events.facts import Report, Status
from kg.events.several.gapping import skip_circumstances
from kg.events.several.separate import Share, own_date, own_place
from kg.events.status import status_of
from kg.events.times.own_date import as_when
from kg.mentions.dates.date_mention import Precision
from kg.predicates.predicate import Predicate

#: Days in a row may be one event's; years and months aren't.
LONG = frozenset({Precision.YEAR, Precision.MONTH})
HINGES = frozenset({"and", "then", ","})
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
    if not dates and (once_more := _again(context, predicate)) is not None:
        yield from _twice(context, predicate, report, *once_more)
        return
    if not dates:
        yield report
    for date in dates:
        yield replace(report, when=as_when(replace(date, mention=replace(date.mention, extent=None))))


def _again(context: ArticleContext, predicate: Predicate) -> tuple[int, int] | None:
    """The tokens after the "again" of "met in Rome on Monday and again in Bonn on Friday", None where there is none."""
    trigger = context.token(predicate.segment, predicate.token)
    doc, sentence = trigger.doc, trigger.sent
    for index in range(trigger.i + 1, sentence.end - 1):
        if doc[index].pos_ == "VERB":
            return None
        if doc[index].lower_ == "again" and doc[index - 1].lower_ in HINGES:
            end = skip_circumstances(context, predicate.segment, index + 1)
            return (index + 1, end) if end > index + 1 else None
    return None


def _twice(context: ArticleContext, predicate: Predicate, report: Report, start: int, end: int) -> Iterator[Report]:
    """The report with what stands before "again", and once more with the date and place after it."""
    segment = predicate.segment
    for first, last in ((predicate.token, start), (start, end)):
        own = Share(report.fillers, first, last)
        date, place = own_date(context, segment, own), own_place(context, segment, own)
        when = as_when(date) if date is not None else None
        status = status_of(predicate, when, context.published) if when is not None else report.status
        yield replace(report, when=when, location=place, status=status)


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
