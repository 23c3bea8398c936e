"""The model and the shipped tables, for sentences."""

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
from kg.mentions.people import find_people

SCHEMAS = Path(__file__).parents[3] / "schemas"
Found = tuple[AnnotatedArticle, tuple[LocalEntity, ...], tuple[Mention, ...]]
Read = Callable[..., Found]
Names = Callable[..., list[str]]


@pytest.fixture(scope="session")
def read() -> Read:
    """A text with its people."""
    annotator, gazetteer = Annotator.load(), Gazetteer.load(SCHEMAS)

    def reader(text: str, title: str = "", home: str | None = None) -> Found:
        [article] = annotator.annotate([lay_out(Article("article", text, title))])
        _, geography = find_geography(article, gazetteer)
        return article, *find_people(article, geography, home=home)

    return reader


@pytest.fixture(scope="session")
def names(read: Read) -> Names:
    """The names of a text's people, in order."""
    return lambda text, title="": [entity.name for entity in read(text, title)[1]]
