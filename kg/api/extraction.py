"""`kg.extract`: facts of a text, without a workspace."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import overload

from kg.corpus.article import Article
from kg.errors import InputError
from kg.pipeline.defaults import DEFAULT_MODEL
from kg.pipeline.extraction import Extractor
from kg.pipeline.facts_format import Fact, to_fact
from kg.pipeline.failure import Failure
from kg.pipeline.stream import with_facts


@overload
def extract(
    what: str | Article,
    *,
    published: str | None = None,
    schema: str | Path | None = None,
    model: str = DEFAULT_MODEL,
    min_confidence: float = 0.0,
) -> Fact: ...


@overload
def extract(
    what: Iterable[Article],
    *,
    published: str | None = None,
    schema: str | Path | None = None,
    model: str = DEFAULT_MODEL,
    min_confidence: float = 0.0,
) -> Iterator[Fact]: ...


def extract(
    what: str | Article | Iterable[Article],
    *,
    published: str | None = None,
    schema: str | Path | None = None,
    model: str = DEFAULT_MODEL,
    min_confidence: float = 0.0,
) -> Fact | Iterator[Fact]:
    """Extract people, countries, dates and events.

    Parameters
    ----------
    what
        A text or an article; or many articles, of which a stream of facts comes back, in their order.
    published
        Publication date of a text ("2024-03-19", "2024-03"), which "last Friday" is counted from.
    schema
        A folder of schemas; None: the one that ships with kg.
    model
        Name of a spaCy pipeline.
    min_confidence
        Events that are right with a lower probability, from 0 to 1, are left out.

    Raises
    ------
    InputError
        An article can't be extracted.
    SchemaError, ModelError
        The schema has a fault, the model can't be loaded.

    Examples
    --------
    >>> import kg
    >>> fact = kg.extract("Tarja Halonen met Lula da Silva in Brasilia on Friday.", published="2003-10-27")
    >>> fact["events"][0]["date"]["start"]
    '2003-10-24'
    """
    extractor = extractor_of(Path(schema) if schema is not None else None, model)
    if isinstance(what, str):
        what = Article("text", what, published=published)
    if isinstance(what, Article):
        [fact] = _facts(extractor, [what], min_confidence)
        return fact
    return _facts(extractor, what, min_confidence)


@lru_cache(maxsize=2)
def extractor_of(schema: Path | None, model: str) -> Extractor:
    """Load an extractor, and keep it: loading the model takes longer than most texts."""
    return Extractor.load(schema, model)


def _facts(extractor: Extractor, articles: Iterable[Article], min_confidence: float) -> Iterator[Fact]:
    for article, facts in with_facts(extractor, articles):
        if isinstance(facts, Failure):
            raise InputError(facts.message)
        yield to_fact(article, facts, schema=extractor.schema, min_confidence=min_confidence)
