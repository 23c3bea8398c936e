"""The extractor that obeys articles, when whatever made it refuse some is over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.corpus.article import Article
from kg.events.facts import Facts
from tests.pipeline.workers.faulty import Faulty


class Mended(Faulty):
    """Refuses nothing, and reads what it would have refused alone."""

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        for article in articles:
            assert "refuse this" in article.text, "what gave facts is not to be read again"
            yield from super().extract([replace(article, text=article.text.replace("refuse this", "FR met DE"))])


def mended(schema: Path | None, _model: str) -> Mended:
    return Mended(schema)
