"""Gold and articles, or gold and facts -> an evaluation: composition of this room."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.corpus.article import Article
from kg.errors import InputError
from kg.evaluation.bootstrap import RESAMPLES, intervals
from kg.evaluation.mistakes import mistakes
from kg.evaluation.read import read_facts, read_gold, refuse_faults
from kg.evaluation.records import Notes, ScoredArticle, scored_article
from kg.evaluation.result import Evaluation
from kg.evaluation.score import absences, compare, tally
from kg.evaluation.tallies import total
from kg.evaluation.traces import Trace
from kg.pipeline.defaults import DEFAULT_MODEL
from kg.pipeline.extraction import Extractor
from kg.pipeline.facts_format import to_fact
from kg.pipeline.failure import Failure
from kg.pipeline.inputs import Inputs
from kg.pipeline.stream import with_facts

_TOLD = 3  # failures that a message names where all articles fail
Progress = Callable[[int], None]


@dataclass(slots=True)
class Extraction:
    """What was extracted for the articles of gold, with its traces and what went wrong."""

    found: dict[str, ScoredArticle] = field(default_factory=dict)
    traces: dict[str, Trace] = field(default_factory=dict)
    notes: Notes = field(default_factory=Counter)
    failed: tuple[Failure, ...] = ()


def evaluate(
    gold: Path,
    articles: Sequence[str],
    *,
    schema: Path | None = None,
    model: str = DEFAULT_MODEL,
    progress: Progress | None = None,
) -> Evaluation:
    """Extract articles and score what comes out.

    Parameters
    ----------
    gold
        A JSON Lines file of annotations.
    articles
        Files, folders, or "-" for standard input, with the articles that gold is of.
    progress
        Is told the number of articles done, after each.

    Raises
    ------
    InputError
        The gold can't be read or has a fault, or none of its articles is there. An article that can't be read
        counts as not found, and is told in the result.
    SchemaError, ModelError
        The schema has a fault, the model can't be loaded.
    """
    wanted = read_gold(gold)
    extraction = extract(Extractor.load(schema, model), articles, wanted, progress=progress)
    return scored(gold, wanted, extraction)


def evaluate_facts(gold: Path, facts: Path) -> Evaluation:
    """Score a file of facts, which `kg extract` or another program wrote.

    Raises
    ------
    InputError
        One of the files can't be read, the gold has a fault, or none of its articles is in the facts.
    """
    wanted = read_gold(gold)
    extraction = Extraction()
    extraction.found = read_facts(facts, extraction.notes)
    return scored(gold, wanted, extraction)


def extract(
    extractor: Extractor, articles: Sequence[str], wanted: Sequence[ScoredArticle], *, progress: Progress | None = None
) -> Extraction:
    """Extract those of some articles that gold is of; the others are counted in the notes."""
    ids = {article.id for article in wanted}
    inputs = Inputs(articles)
    extraction = Extraction()

    def of_gold() -> Iterator[Article]:
        for article in inputs:
            if article.id in ids:
                yield article
            else:
                extraction.notes["article that gold is not of: not extracted"] += 1

    for article, facts in with_facts(extractor, of_gold()):
        if isinstance(facts, Failure):
            inputs.fail(inputs.read, facts)
            continue
        row = to_fact(article, facts, schema=extractor.schema)
        extraction.found[article.id] = scored_article(row, extraction.notes)
        extraction.traces[article.id] = Trace(article, facts, extractor.schema)
        if progress:
            progress(len(extraction.found))
    extraction.failed = inputs.failed
    return extraction


def scored(
    gold: Path, wanted: Sequence[ScoredArticle], extraction: Extraction, *, resamples: int = RESAMPLES
) -> Evaluation:
    """Score what was extracted; `gold` is the file's name, for messages."""
    found: Mapping[str, ScoredArticle] = extraction.found
    if not any(article.id in found for article in wanted):
        told = "".join(f"\n{failure.message}" for failure in extraction.failed[:_TOLD])
        raise InputError(f"{gold}: nothing is known of its {len(wanted)} articles; the ids must be the same{told}")
    faults: Notes = Counter()
    compared = compare(wanted, found, extraction.notes, faults)
    refuse_faults(gold, faults)
    tallies = [tally(one) for one in compared]
    return Evaluation(
        articles=len(wanted),
        scores=total(tallies),
        intervals=intervals(tallies, resamples=resamples),
        mistakes=tuple(m for one in compared for m in mistakes(one, extraction.traces.get(one.id))),
        notes=dict(+(extraction.notes + absences(wanted, found))),
        failed=extraction.failed,
    )
