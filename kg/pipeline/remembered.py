"""What a record knows of documents, for a run that reads into it."""

from __future__ import annotations

import hashlib
import json

from kg.corpus.article import Article
from kg.corpus.libraries import reading_libraries
from kg.corpus.recall import Given
from kg.pipeline.code_fingerprint import code_fingerprint
from kg.workspace.workspace import Workspace

_AT_A_TIME = 500  # that many a run which is killed has to read again, beside those that it was at


class Remembered:
    """The memory (`kg.corpus.recall.Memory`) of a run.

    What a document gave is kept with its article. What gave none, or one that was there, is kept some hundred at a
    time; `flush` keeps the rest.

    Parameters
    ----------
    record
        Where articles are.
    extractor
        Name of what extracts: an article with facts of another one is to be read, for they are made anew.
    language
        Which language is wanted.
    """

    def __init__(self, record: Workspace, extractor: str, language: str) -> None:
        self._record = record.documents
        self._extractor = extractor
        how = [code_fingerprint(), extractor, language, *reading_libraries()]
        self._made = hashlib.sha256(json.dumps(how).encode("ascii")).digest()
        self._articles: list[Article] = []
        self._set_aside: list[tuple[bytes, Given]] = []

    @property
    def made(self) -> bytes:
        """By what, and how, documents are read."""
        return self._made

    def find(self, document: bytes) -> Given | None:
        """What a document gave; None where it must be read."""
        return self._record.find(document, self._extractor)

    def set_aside(self, document: bytes, given: Given) -> None:
        """Remember a document whose article is in another language."""
        self._set_aside.append((document, given))
        self._flush_many()

    def unchanged(self, article: Article) -> None:
        """Remember what an article was read from that turned out to be in the record as it is."""
        if article.document is not None:
            self._articles.append(article)
            self._flush_many()

    def flush(self) -> None:
        """Keep what waits to be kept."""
        if self._articles or self._set_aside:
            self._record.keep(self._articles, self._set_aside)
            self._articles, self._set_aside = [], []

    def _flush_many(self) -> None:
        if len(self._articles) + len(self._set_aside) >= _AT_A_TIME:
            self.flush()
