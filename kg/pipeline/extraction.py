"""Articles in, facts out: the rooms from corpus to events in a row."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from kg.pipeline.code_fingerprint import code_fingerprint
from kg.pipeline.defaults import DEFAULT_MODEL
from kg.pipeline.stages import Stage, Stages
from kg.schema.fingerprint import schema_fingerprint
from kg.schema.loader import load_schema
from kg.schema.location import shipped_schemas
from kg.schema.types import Schema
from kg.workspace.codec import fingerprint

if TYPE_CHECKING:
    from kg.annotation.annotate import Annotator
    from kg.annotation.annotated import AnnotatedArticle
    from kg.corpus.article import Article
    from kg.events.facts import Facts
    from kg.mentions.coreference.resolved import ResolvedPhrase
    from kg.mentions.dates.date_mention import DateMention
    from kg.mentions.find import MentionFinder
    from kg.mentions.mention import ArticleMentions

    Dates = tuple[DateMention, ...]

Result = TypeVar("Result")


@contextmanager
def _no_collection() -> Iterator[None]:
    """Spare the collector's search through tables and modules that all stay."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


class Extractor:
    """The extractor: a schema, a spaCy pipeline and the tables, loaded once."""

    def __init__(self, schema: Schema, annotator: Annotator, finder: MentionFinder, *, fingerprint: str) -> None:
        from kg.events.triggers import TriggerIndex

        self.schema = schema
        self.fingerprint = fingerprint
        self.stages = Stages()
        self._annotator = annotator
        self._finder = finder
        self._index = TriggerIndex(schema)

    @classmethod
    def load(cls, schema_folder: Path | None = None, model: str = DEFAULT_MODEL) -> Extractor:
        """Load schema, tables and model.

        Raises
        ------
        SchemaError
            The folder has a fault.
        ModelError
            The spaCy pipeline can't be loaded.
        """
        with _no_collection():
            from kg.annotation.annotate import Annotator
            from kg.mentions.find import MentionFinder

            folder = schema_folder or shipped_schemas()
            schema = load_schema(folder)
            annotator = Annotator.load(model)
            return cls(
                schema,
                annotator,
                MentionFinder.load(folder),
                fingerprint=fingerprint(
                    code=code_fingerprint(), schema=schema_fingerprint(folder)[:16], model=annotator.fingerprint
                ),
            )

    def extract(self, articles: Iterable[Article]) -> Iterator[Facts]:
        """Facts of each article, in order, as a stream."""
        from kg.events.extract import extract_facts

        for article in articles:
            yield self._read(article, partial(extract_facts, index=self._index))

    def coreference(self, article: Article) -> tuple[ResolvedPhrase, ...]:
        """Whom the pronouns, descriptions and groups of an article stand for."""
        from kg.mentions.coreference.resolved import resolved_phrases
        from kg.mentions.coreference.strangers import with_strangers

        return self._read(article, lambda read, found, _dates: resolved_phrases(read, with_strangers(read, found)))

    def _read(self, article: Article, told: Callable[[AnnotatedArticle, ArticleMentions, Dates], Result]) -> Result:
        """What is told by an article's parse and mentions, none of which outlives the reading."""
        from kg.corpus.layout import lay_out

        with self._annotator.memory():
            with self.stages.time(Stage.PARSING):
                [annotated] = self._annotator.annotate([lay_out(article)])
            with self.stages.time(Stage.MENTIONS):
                found, dates = self._finder.find(annotated)
            with self.stages.time(Stage.EVENTS):
                result = told(annotated, found, dates)
            del annotated  # its Docs must not outlive the block
        return result
