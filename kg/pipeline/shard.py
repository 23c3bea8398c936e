"""The work of every runner: a batch of articles in, for each what the record keeps of it, or a failure.

It knows of no process and no machine. Whoever runs it, here or on a cluster, gets the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.corpus.article import Article
from kg.pipeline.fact_counts import FactCounts
from kg.pipeline.failure import Failure
from kg.pipeline.stages import Timed
from kg.pipeline.stream import Extracts, with_facts
from kg.workspace.codec import encode_facts


@dataclass(frozen=True, slots=True)
class Extracted:
    """The facts of an article as the record stores them (`kg.workspace.codec`), and their counts.

    `seconds` is what the stages took since the article before, in this process.
    """

    encoded: bytes
    counts: FactCounts
    seconds: Mapping[str, float] = field(default_factory=dict, compare=False)


def extract_shard(extractor: Extracts, articles: Iterable[Article]) -> Iterator[tuple[Article, Extracted | Failure]]:
    """Extract articles, as a stream in their order; a fault in one costs that one only.

    Parameters
    ----------
    extractor
        Gives facts of articles, in their order.
    articles
        A batch or an endless stream; never held as a whole.

    Raises
    ------
    ModelError, SchemaError
        Not the article is at fault, and no other would do better.
    MemoryError
        The process has too little memory: it may be the article's fault or that of those before.

    Examples
    --------
    >>> from kg.events.facts import Facts
    >>> class Quiet:
    ...     def extract(self, articles):
    ...         return (Facts(article.id, None, (), (), (), (), (), (), ()) for article in articles)
    >>> [(article, extracted)] = extract_shard(Quiet(), [Article("a1", "Geneva was quiet.")])
    >>> article.id, extracted.counts.mentions
    ('a1', 0)
    """
    for article, facts in with_facts(extractor, articles):
        if isinstance(facts, Failure):
            yield article, facts
            continue
        if facts.article != article.id:
            raise ValueError(f"facts of {facts.article!r} for the article {article.id!r}")
        try:
            seconds = extractor.stages.taken() if isinstance(extractor, Timed) else {}
            yield article, Extracted(encode_facts(facts), FactCounts.of(facts), seconds)
        except ValueError as error:  # half a surrogate pair in a name
            yield article, Failure.of(article, f"the text can't be kept: {error}", "unkeepable")
