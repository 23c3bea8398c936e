"""The shipped tables and the model, for sentences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.annotation.annotate import Annotator
from kg.annotation.annotated import AnnotatedArticle
from kg.corpus.article import Article
from kg.corpus.layout import lay_out
from kg.mentions.geography import Gazetteer, find_geography
from kg.mentions.mention import LocalEntity, Mention

SCHEMAS = Path(__file__).parents[3] / "schemas"
Annotate = Callable[[str], AnnotatedArticle]
Find = Callable[[str], tuple[tuple[LocalEntity, ...], tuple[Mention, ...]]]
States = Callable[[str], set[str]]


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    """The shipped tables."""
    return Gazetteer.load(SCHEMAS)


@pytest.fixture(scope="session")
def annotate() -> Annotate:
    """A text as an annotated article."""
    annotator = Annotator.load()

    def annotated(text: str) -> AnnotatedArticle:
        [article] = annotator.annotate([lay_out(Article("sentence", text))])
        return article

    return annotated


@pytest.fixture(scope="session")
def find(annotate: Annotate, gazetteer: Gazetteer) -> Find:
    """Entities and mentions of a text."""
    return lambda text: find_geography(annotate(text), gazetteer)


@pytest.fixture(scope="session")
def states(find: Find) -> States:
    """The codes of the states that a text mentions."""
    return lambda text: {entity.country for entity in find(text)[0] if entity.country}
