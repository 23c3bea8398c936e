from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.corpus.article import Article
from kg.events.facts import Facts
from kg.pipeline.extraction import Extractor
from tests.events.telling import Read, read

Extract = Callable[..., Facts]
Tell = Callable[..., list[Read]]


@pytest.fixture(scope="session")
def extract(extractor: Extractor) -> Extract:
    """Facts of a text, by the shipped schema and model."""

    def run(text: str, date: str | None = None, *, title: str = "") -> Facts:
        [facts] = extractor.extract([Article("a", text, title, date)])
        return facts

    return run


@pytest.fixture(scope="session")
def tell(extract: Extract) -> Tell:
    """Events of a text, of one type where it is named."""

    def run(text: str, date: str | None = None, *, kind: str = "", title: str = "") -> list[Read]:
        return [event for event in read(extract(text, date, title=title)) if kind in ("", event.kind)]

    return run
