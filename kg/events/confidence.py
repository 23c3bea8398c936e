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

Features = Mapping[str, float]
Spans = Mapping[tuple[str, Field], Sequence[EntityMention]]

_LONG = 250  # characters of a sentence


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


def with_confidence(facts: Facts) -> Facts:
    """Give the same facts, each event with its confidence.

    Parameters
    ----------
    facts
        What was extracted from one article. The confidence of a report is how surely its roles were filled, by the
        kind of words that filled them; it is one of the features, and stays as it is.
    """
    rows = features_of(facts)
    events = (replace(event, confidence=confidence(row)) for event, row in zip(facts.events, rows, strict=True))
    return replace(facts, events=tuple(events))


def features_of(facts: Facts) -> list[Features]:
    """Give the features of each event of an article, in the order of the events."""
    spans: dict[tuple[str, Field], list[EntityMention]] = {}
    for mention in facts.mentions:
        spans.setdefault((mention.entity, mention.field), []).append(mention)
    rows: list[Features] = []
    for event in facts.events:
        reports = [facts.reports[i] for i in event.reports]
        main = facts.reports[event.main]
        others = sum(
            one.type == event.type and one.field is main.field and main.start <= one.start < main.end
            for one in facts.rejected
        )
        rows.append(
            {
                **_telling(event, reports, main),
                **_actors(event, reports, spans),
                "other_candidates": math.log1p(others),
            }
        )
    return rows


def _telling(event: LocalEvent, reports: Sequence[Report], main: Report) -> dict[str, float]:
    """What kind of event is told, how often, and how plainly."""
    return {
        f"type_{event.type}": 1.0,
        "reports": math.log(len(reports)),
        "title_only": float(all(report.field is Field.TITLE for report in reports)),
        "in_title": float(any(report.field is Field.TITLE for report in reports)),
        "statuses_differ": float(len({report.status for report in reports}) > 1),
        "long_sentence": float(main.end - main.start > _LONG),
        "undated": float(event.when is None),
        "document_named": float(event.document_named),
        "certainty": max(report.confidence for report in reports),
    }


def _actors(event: LocalEvent, reports: Sequence[Report], spans: Spans) -> dict[str, float]:
    """How the actors are known: by what words, in one report or put together from several."""
    whole = {filler.entity for filler in event.fillers}
    return {
        "many_actors": math.log(max(len(whole), 1) / 2),
        "not_by_name": _share(not _is_named(filler, spans) for filler in event.fillers),
        "in_group": _share(_is_shared(filler, event.fillers) for filler in event.fillers),
        "states": _share(f.entity.startswith(f"{COUNTRY}:") and f.role != "destination" for f in event.fillers),
        "bodies": _share(filler.entity.startswith(f"{ORGANIZATION}:") for filler in event.fillers),
        "elsewhere": _share(not any(_inside(filler, report) for report in reports) for filler in event.fillers),
        "never_together": float(not any({f.entity for f in report.fillers} >= whole for report in reports)),
    }


def _share(answers: Iterable[bool]) -> float:
    told = list(answers)
    return sum(told) / len(told) if told else 0.0


def _is_named(filler: Filler, spans: Spans) -> bool:
    """Whether a mention of the entity stands within the words that filled the role."""
    found = spans.get((filler.entity, filler.field), ())
    return any(mention.start < filler.end and filler.start < mention.end for mention in found)


def _is_shared(filler: Filler, others: Iterable[Filler]) -> bool:
    """Whether the same words stand for another actor too: "the two leaders", "they"."""
    words = (filler.field, filler.start, filler.end)
    return any(o.entity != filler.entity and (o.field, o.start, o.end) == words for o in others)


def _inside(filler: Filler, report: Report) -> bool:
    return filler.field is report.field and report.start <= filler.start < report.end
