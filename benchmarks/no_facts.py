"""An extractor that finds nothing, at once: what is left of a run is reading, handing over and recording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.corpus.article import Article
from kg.events.facts import Facts


class NoFacts:
    """Gives each article no facts."""

    fingerprint = "finds nothing"

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        """Give nothing of each."""
        for article in articles:
            yield Facts(article.id, article.published, (), (), (), (), (), (), ())


def load(schema: Path | None, model: str) -> NoFacts:  # noqa: ARG001 - it needs neither
    """Make it."""
    return NoFacts()
