"""How likely an event is right, from what the extractor knows without gold.

A logistic regression over features of the event, its reports and its actors. `scripts/fit_confidence.py` makes the
weights; docs/extraction.md shows how far they can be trusted. "Right" is who did what with whom; date and status have
figures of their own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.corpus.article import Field
from kg.events.confidence_weights import INTERCEPT, WEIGHTS
from kg.events.facts import EntityMention, Facts, Filler, LocalEvent, Report
from kg.mentions.mention import COUNTRY, ORGANIZATION
from kg.schema.types import EventType, TriggerKind

Features = Mapping[str, float]
Spans = Mapping[tuple[str, Field], Sequence[EntityMention]]

_PRONOUN = 5  # characters; descriptions are longer
_LONG = 250  # characters of a sentence
_FAR = 80  # characters from an actor to the event's word
_WIDE = 31  # days


def confidence(features: Features) -> float:
    """Give the probability that an event with these features is right.

    Parameters
    ----------
    features
        By name; one that the weights don't know counts nothing, one that is missing counts as 0.

    Examples
    --------
    >>> 0 < confidence({}) < 1
    True
    """
    score = INTERCEPT + sum(weight * features.get(name, 0.0) for name, weight in WEIGHTS.items())
    return round(1 / (1 + math.exp(-score)), 3)


def with_confidence(facts: Facts, types: Mapping[str, EventType]) -> Facts:
    """Give the same facts, each event with its confidence.

    Parameters
    ----------
    facts
        What was extracted from one article. The confidence of its reports is how surely their roles were filled.
    types
        The schema's event types by name.
    """
    rows = features_of(facts, types)
    events = (replace(event, confidence=confidence(row)) for event, row in zip(facts.events, rows, strict=True))
    return replace(facts, events=tuple(events))


def features_of(facts: Facts, types: Mapping[str, EventType]) -> list[Features]:
    """Give the features of each event of an article, in the order of the events."""
    spans: dict[tuple[str, Field], list[EntityMention]] = {}
    for mention in facts.mentions:
        spans.setdefault((mention.entity, mention.field), []).append(mention)
    kinds = {trigger.rule: trigger.kind for kind in types.values() for trigger in kind.triggers}
    rejected = {(one.type, one.field, one.start) for one in facts.rejected}
    rows: list[Features] = []
    for event in facts.events:
        reports = [facts.reports[i] for i in event.reports]
        main = facts.reports[event.main]
        crowd = sum(_same_sentence(main, facts.reports[other.main]) for other in facts.events) - 1
        lost = sum(t == event.type and f is main.field and main.start <= s < main.end for t, f, s in rejected)
        rows.append(
            {
                **_telling(event, reports, main, verb=kinds.get(main.rule) is TriggerKind.VERB),
                **_actors(event, reports, spans),
                **_time(event),
                "other_events": math.log1p(crowd),
                "other_candidates": math.log1p(lost),
            }
        )
    return rows


def _telling(event: LocalEvent, reports: Sequence[Report], main: Report, *, verb: bool) -> dict[str, float]:
    """What kind of event is told, how often, and how plainly."""
    return {
        f"type_{event.type}": 1.0,
        f"status_{event.status.value}": 1.0,
        "verb": float(verb),
        "reports": math.log(len(reports)),
        "title_only": float(all(r.field is Field.TITLE for r in reports)),
        "in_title": float(any(r.field is Field.TITLE for r in reports)),
        "statuses_differ": float(len({r.status for r in reports}) > 1),
        "long_sentence": float(main.end - main.start > _LONG),
        "certainty": max(r.confidence for r in reports),
        "place": float(any(r.location is not None for r in reports)),
        "document_named": float(event.document_named),
    }


def _actors(event: LocalEvent, reports: Sequence[Report], spans: Spans) -> dict[str, float]:
    """How the actors are known: by what words, how near to the event's word, in one report or put together."""
    whole = {filler.entity for filler in event.fillers}
    told = [{filler.entity for filler in report.fillers} for report in reports]
    return {
        "many_actors": math.log(max(len(whole), 1) / 2),
        "not_by_name": _share(not _is_named(filler, spans) for filler in event.fillers),
        "by_pronoun": _share(not _is_named(f, spans) and f.end - f.start <= _PRONOUN for f in event.fillers),
        "in_group": _share(_is_shared(filler, event.fillers) for filler in event.fillers),
        "states": _share(f.entity.startswith(f"{COUNTRY}:") and f.role != "destination" for f in event.fillers),
        "bodies": _share(filler.entity.startswith(f"{ORGANIZATION}:") for filler in event.fillers),
        "far_actors": _share(_reach(filler, reports) > _FAR for filler in event.fillers),
        "elsewhere": _share(not any(_inside(filler, report) for report in reports) for filler in event.fillers),
        "never_together": float(not any(one >= whole for one in told)),
        "always_together": float(len(told) > 1 and all(one >= whole for one in told)),
    }


def _time(event: LocalEvent) -> dict[str, float]:
    when = event.when
    if when is None:
        return {"undated": 1.0}
    return {f"date_{when.basis.value}": 1.0, "wide_date": float((when.last - when.first).days > _WIDE)}


def _share(answers: Iterable[bool]) -> float:
    told = list(answers)
    return sum(told) / len(told) if told else 0.0


def _is_named(filler: Filler, spans: Spans) -> bool:
    """Whether a mention of the entity stands within the words that filled the role."""
    found = spans.get((filler.entity, filler.field), ())
    return any(mention.start < filler.end and filler.start < mention.end for mention in found)


def _is_shared(filler: Filler, others: Iterable[Filler]) -> bool:
    """Whether the same words stand for another actor too: "the two leaders", "they"."""
    return any(
        other.entity != filler.entity
        and (other.field, other.start, other.end) == (filler.field, filler.start, filler.end)
        for other in others
    )


def _reach(filler: Filler, reports: Iterable[Report]) -> int:
    """Characters from the event's word to an actor, in the report that has it nearest; 0 where none has it."""
    gaps = [
        max(filler.start - report.trigger_end, report.trigger_start - filler.end, 0)
        for report in reports
        if _inside(filler, report)
    ]
    return min(gaps, default=0)


def _inside(filler: Filler, report: Report) -> bool:
    return filler.field is report.field and report.start <= filler.start < report.end


def _same_sentence(one: Report, other: Report) -> bool:
    return (one.field, one.start) == (other.field, other.start)
