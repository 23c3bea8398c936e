"""Write docs/extraction.md: scores with intervals, an ablation table, and how far confidences can be trusted.

Usage: `make figures`, or python -m scripts.extraction_figures [--quick]. Takes several minutes; --quick leaves the
ablation out. Sets that aren't there are left out. Needs scikit-learn.
"""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from multiprocessing.pool import Pool
from pathlib import Path

from kg.annotation.annotate import Annotator
from kg.annotation.annotated import AnnotatedArticle
from kg.corpus.article import Article, Layout
from kg.evaluation.dates import DateSpan, Figure, Row, score_expressions, score_texts, span_of
from kg.evaluation.evaluate import scored
from kg.evaluation.read import read_rows
from kg.evaluation.result import Evaluation
from kg.mentions.find import MentionFinder
from kg.pipeline.defaults import DEFAULT_MODEL
from kg.pipeline.extraction import Extractor
from kg.pipeline.facts_format import to_fact
from kg.pipeline.inputs import Inputs
from kg.schema.loader import load_schema
from kg.schema.location import shipped_schemas
from scripts.ablations import MECHANISMS, Mechanism, without
from scripts.fit_confidence import Calibration, cross_validate, on_others, samples
from scripts.gold_sets import DATES, ROOT, GoldSet, gold_sets

TARGET = ROOT / "docs" / "extraction.md"
WEAKEST = 12  # classes of error that are shown of each set
COMPARED = ("tuples", "full", "place")
_inherited: Callable[[Mechanism], Iterator[str]]

INTRODUCTION = """\
# How right the extraction is

Made by `make figures`; not to be edited. Scores are those of `kg evaluate GOLD ARTICLES`, the brackets hold 95 % of
1,000 resamples of the articles. `tuples` are who did what with whom, `full` the same with date and status right too;
the accuracies are over matched tuples. {sets}

The rules were improved on all sets but tests/data/check, by classes of error: read those figures as development's.
The articles of tests/data/check are measured and never read: expect figures like theirs on articles of other kinds.
"""


class KeptAnnotator(Annotator):
    """Parses each article once; what it gives are copies, so that nothing done to one shows in the next."""

    def __init__(self, annotator: Annotator) -> None:
        self._annotator = annotator
        self._kept: dict[Article, AnnotatedArticle] = {}

    @contextmanager
    def memory(self) -> Iterator[None]:
        """Keep the memory for words: the parses are kept."""
        yield

    def annotate(self, layouts: Iterable[Layout]) -> Iterator[AnnotatedArticle]:
        """Give the parsed articles, from memory where they were parsed before."""
        for layout in layouts:
            article = layout.article
            if article not in self._kept:
                [self._kept[article]] = self._annotator.annotate([layout])
            kept = self._kept[article]
            yield replace(kept, segments=tuple(replace(one, doc=one.doc.copy()) for one in kept.segments))

    def forget(self) -> None:
        """Parse anew from now on."""
        self._kept.clear()


def main() -> None:
    """Make all figures and write the page."""
    parser = argparse.ArgumentParser(description="Write docs/extraction.md.")
    parser.add_argument("--quick", action="store_true", help="without the ablation")
    arguments = parser.parse_args()
    sets = list(gold_sets())
    if not sets:
        raise SystemExit("no annotated articles here: they lie in ../shared/gold, which is no part of the repository")
    annotator = KeptAnnotator(Annotator.load(DEFAULT_MODEL))
    folder = shipped_schemas()
    extractor = Extractor(load_schema(folder), annotator, MentionFinder.load(folder), fingerprint="figures")
    whole = {one.name: evaluated(one, extractor) for one in sets}
    parts = [INTRODUCTION.format(sets=_sizes(whole)), scores(whole), dates(extractor)]
    parts.append(confidences(extractor, sets))
    known = [one for one in sets if not one.only_measured]
    seen = {one.name: whole[one.name] for one in known}
    if not arguments.quick:
        parts.append(ablation(seen, known, extractor, annotator))
    parts.append(weak_spots(seen))
    TARGET.write_text("\n".join(part for part in parts if part), encoding="utf-8")
    print(f"written: {TARGET.relative_to(ROOT)}")


def evaluated(one: GoldSet, extractor: Extractor) -> Evaluation:
    """Extract and score one set."""
    return scored(one.gold, one.read(), one.extract(extractor))


def _sizes(whole: Mapping[str, Evaluation]) -> str:
    return "Sets: " + ", ".join(f"{name} ({result.articles} articles)" for name, result in whole.items()) + "."


def scores(whole: Mapping[str, Evaluation]) -> str:
    """Give the table of scores."""
    rows: dict[str, dict[str, str]] = defaultdict(dict)
    for name, result in whole.items():
        for row in result.rows():
            rows[f"{row['measure']} {row['figure']}"][name] = (
                f"{row['value']:.3f} [{row['low']:.3f}, {row['high']:.3f}]"
            )
    lines = [[measure, *(values.get(name, "") for name in whole)] for measure, values in rows.items()]
    return "\n".join(["## Scores", "", *table(["", *whole], lines), ""])


def dates(extractor: Extractor) -> str:
    """Give the table of dates; empty where there is no gold of them."""
    figures: list[tuple[str, Figure]] = []
    for file, score in (("expressions.jsonl", score_expressions), ("timexes.jsonl", score_texts)):
        path = DATES / file
        if path.is_file():
            figures += [(file, figure) for figure in score(read_rows(path), found_dates(path, extractor))]
    if not figures:
        return ""
    lines = [[file, one.name, _figure(one)] for file, one in figures]
    return "\n".join(["## Dates", "", *table(["gold/dates", "figure", "value"], lines), ""])


def found_dates(path: Path, extractor: Extractor) -> dict[str, Sequence[DateSpan]]:
    """Extract the dates of a file of articles."""
    articles = list(Inputs([str(path)]))
    facts = zip(articles, extractor.extract(articles), strict=True)
    rows = {article.id: to_fact(article, one, schema=extractor.schema) for article, one in facts}
    return {name: [span_of(_as_row(date)) for date in row["dates"]] for name, row in rows.items()}


def _as_row(date: Mapping[str, object]) -> Row:
    return date


def _figure(one: Figure) -> str:
    if one.value > 1 or one.name in ("expressions", "timexes"):
        return f"{one.value:.0f}"
    return f"{one.value:.3f} [{one.interval.low:.3f}, {one.interval.high:.3f}]"


def confidences(extractor: Extractor, sets: Sequence[GoldSet]) -> str:
    """Give the reliability tables: cross-validated, and on sets that nothing was fitted on."""
    found = samples(extractor, [one for one in sets if one.fitted])
    others = samples(extractor, [one for one in sets if not one.fitted])
    if not found:
        return ""
    crossed, strength = cross_validate(found)
    names = ", ".join(one.name for one in sets if one.fitted)
    about = (
        f"How many events of a confidence are right (who did what with whom). The weights are fitted on {names}; these"
        " figures are cross-validated over articles: no event was judged by weights that saw its article."
    )
    parts = ["## Confidence", "", about, "", *reliability_table(crossed), ""]
    if others:
        names = ", ".join(one.name for one in sets if not one.fitted)
        parts += [
            f"The same on {names}, on which no weight was fitted (features were chosen with a look at tests/data/dev):",
            "",
        ]
        parts += [*reliability_table(on_others(found, others, strength)), ""]
    return "\n".join(parts)


def reliability_table(result: Calibration) -> list[str]:
    """Give the bins, then the events of at least a confidence."""
    rows = [(f"{one.low:.2f} to {one.high:.2f}", one) for one in result.bins]
    rows += [(f"at least {one.low:.2f}", one) for one in result.above]
    lines = [[name, str(one.events), f"{one.confidence:.3f}", f"{one.right:.3f}"] for name, one in rows]
    note = f"{result.events} events; Brier score {result.brier:.3f}, of the same confidence for all {result.mean:.3f}."
    return [*table(["confidence", "events", "mean confidence", "right"], lines), "", note]


def ablation(
    whole: Mapping[str, Evaluation], sets: Sequence[GoldSet], extractor: Extractor, annotator: KeptAnnotator
) -> str:
    """Give the table of what each mechanism is worth. Processes that are forked share what is parsed already."""
    lines = []
    losses = partial(_losses, whole=whole, sets=sets, extractor=extractor, annotator=annotator)
    with _forked(losses) as pool:
        for mechanism, lost in zip(MECHANISMS, pool.imap(_of_mechanism, range(len(MECHANISMS))), strict=True):
            lines.append([mechanism.name, *lost])
            print("\t".join(lines[-1]), flush=True)
    headings = ["without", *(f"{one.name} {measure}" for one in sets for measure in COMPARED)]
    about = (
        "How F1 (tuples, full) and the accuracy of places change, in points, when one mechanism alone is switched off"
        " (scripts/ablations.py)."
    )
    return "\n".join(["## Ablation", "", about, "", *table(headings, lines), ""])


@contextmanager
def _forked(losses: Callable[[Mechanism], Iterator[str]]) -> Iterator[Pool]:
    """Give one process a core; they know the function by inheritance, for a loaded pipeline can't be sent."""
    global _inherited  # read by the children
    _inherited = losses
    with get_context("fork").Pool() as pool:
        yield pool


def _of_mechanism(number: int) -> list[str]:
    return list(_inherited(MECHANISMS[number]))


def _losses(
    mechanism: Mechanism,
    *,
    whole: Mapping[str, Evaluation],
    sets: Sequence[GoldSet],
    extractor: Extractor,
    annotator: KeptAnnotator,
) -> Iterator[str]:
    with without(mechanism):
        if mechanism.parses:
            annotator.forget()
        for one in sets:
            result = scored(one.gold, one.read(), one.extract(extractor), resamples=1)
            for measure in COMPARED:
                yield f"{100 * (_value(result, measure) - _value(whole[one.name], measure)):+.1f}"
    if mechanism.parses:
        annotator.forget()


def _value(result: Evaluation, measure: str) -> float:
    counts, shares = result.scores.counts, result.scores.shares
    return counts[measure].f1 if measure in counts else shares[measure].value


def weak_spots(whole: Mapping[str, Evaluation]) -> str:
    """Give the classes of error with most weight, over all sets."""
    weights: Counter[tuple[str, str]] = Counter()
    numbers: Counter[tuple[str, str]] = Counter()
    for result in whole.values():
        for mistake in result.mistakes:
            weights[mistake.error.value, mistake.why] += round(1000 * mistake.weight)
            numbers[mistake.error.value, mistake.why] += 1
    lines = [
        [error, why, str(numbers[error, why]), f"{weight / 1000:.1f}"]
        for (error, why), weight in weights.most_common(WEAKEST)
    ]
    about = "The classes of error that weigh most, over all sets; `kg evaluate --errors FILE` lists each error."
    return "\n".join(["## Known weak spots", "", about, "", *table(["error", "why", "errors", "weight"], lines), ""])


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Give a Markdown table as lines."""
    cells = [headings, ["---"] * len(headings), *rows]
    return [f"| {' | '.join(row)} |" for row in cells]


if __name__ == "__main__":
    main()
