"""Whether facts fit the article that they are said to be of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.corpus.article import Article, Field
from kg.corpus.layout import lay_out
from kg.events.facts import Facts, Filler, LocalEvent, Report

_Span = tuple[str, Field, int, int]


def check_facts(article: Article, facts: Facts) -> list[str]:
    """Give each promise that facts break as a sentence; none: all is well.

    What is checked is what everybody who reads facts relies on: offsets lie in the article, what is referred to is
    there. Whether they are true is another matter.

    Examples
    --------
    >>> facts = Facts("a1", "2021-06-16", (), (), ("CH",), (), (), (), ())
    >>> check_facts(Article("a1", "Geneva was quiet.", published="2021-06-17"), facts)
    ["they are of 'a1' of 2021-06-16, the article is 'a1' of 2021-06-17"]
    """
    return list(_faults(article, facts))


def _faults(article: Article, facts: Facts) -> Iterator[str]:
    # Of an article that came without a date, facts have the one that its own text begins with, if any.
    is_dated_so = facts.published == article.published or facts.published == lay_out(article).published
    if facts.article != article.id or not is_dated_so:
        told = f"{facts.article!r} of {facts.published}"
        yield f"they are of {told}, the article is {article.id!r} of {article.published}"
    lengths = {Field.TITLE: len(article.title), Field.TEXT: len(article.text)}
    for what, field, start, end in _spans(facts):
        if not 0 <= start <= end <= lengths[field]:
            yield f"{what} at [{start}, {end}), the {field} has {lengths[field]} characters"
    for number, report in enumerate(facts.reports):
        if not report.start <= report.trigger_start <= report.trigger_end <= report.end:
            yield f"report {number}: its trigger lies outside of the sentence"
    yield from _loose_ends(facts)


def _spans(facts: Facts) -> Iterator[_Span]:
    for mention in facts.mentions:
        yield "a mention", mention.field, mention.start, mention.end
    for date in facts.dates:
        yield "a date", date.field, date.start, date.end
    for report in facts.reports:
        yield "a report", report.field, report.start, report.end
    for filler in _fillers([*facts.reports, *facts.events]):
        yield "a filler", filler.field, filler.start, filler.end
    for rejected in facts.rejected:
        yield "a rejected candidate", rejected.field, rejected.start, rejected.end


def _loose_ends(facts: Facts) -> Iterator[str]:
    """Find what refers to entities and reports that aren't there, or that are there twice."""
    known = Counter(entity.key for entity in facts.entities)
    yield from (f"{times} entities are {key!r}" for key, times in known.items() if times > 1)
    told: list[Report | LocalEvent] = [*facts.reports, *facts.events]
    named = {*(mention.entity for mention in facts.mentions), *(filler.entity for filler in _fillers(told))}
    named |= {one.location.entity for one in told if one.location and one.location.entity is not None}
    yield from (f"there is no entity {key!r}" for key in sorted(named - known.keys()))
    count = len(facts.reports)
    for number, event in enumerate(facts.events):
        if event.main not in event.reports or not all(0 <= report < count for report in event.reports):
            yield f"event {number}: it is of reports {event.reports}, by {event.main}, of {count}"


def _fillers(told: Iterable[Report | LocalEvent]) -> Iterator[Filler]:
    for one in told:
        yield from one.fillers
