"""Articles with their facts into the record, and out of it: every change is one transaction."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from kg.corpus.article import Article
from kg.corpus.storable import storable
from kg.errors import InputError
from kg.workspace.article_rows import ArticleRows
from kg.workspace.codec import content_hash, seal
from kg.workspace.documents import keep_document
from kg.workspace.failures import told

_ONE_MORE = "INSERT INTO retractions VALUES (1, 1) ON CONFLICT (id) DO UPDATE SET count = count + 1"


class Saved(StrEnum):
    """What saving an article did."""

    NEW = "new"
    NEW_VERSION = "new version"  # the id was known with another content, which this one replaces
    EXTRACTED_AGAIN = "extracted again"  # the same content, by another extractor
    UNCHANGED = "unchanged"


class Saving:
    """Writes articles."""

    def __init__(self, connection: sqlite3.Connection, file: Path, rows: ArticleRows) -> None:
        self._connection = connection
        self._file = file
        self._rows = rows

    def save(self, article: Article, encoded: bytes, fingerprint: str) -> Saved:
        """Keep an article with its facts, which are encoded."""
        digest = content_hash(article)
        before = self._rows.version(article.id)
        try:
            with told(self._file), self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                self._put(article, digest, encoded, fingerprint)
        except ValueError as error:  # UnicodeEncodeError from SQLite
            raise unkeepable(article, error) from error
        return _outcome(before, (digest, fingerprint))

    def _put(self, article: Article, digest: str, encoded: bytes, fingerprint: str) -> None:
        origin = storable(article.origin)
        row = (article.id, digest, article.title, article.text, article.published, article.url, article.language)
        # With the row that is replaced goes all that is of that version.
        self._connection.execute("REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, origin))
        self._connection.execute("REPLACE INTO facts VALUES (?, ?, ?)", (article.id, fingerprint, encoded))
        sealed = seal(replace(article, author=article.author or None), fingerprint, encoded)
        self._connection.execute("REPLACE INTO seals VALUES (?, ?)", (article.id, sealed))
        if article.author:
            self._connection.execute("REPLACE INTO authors VALUES (?, ?)", (article.id, article.author))
        keep_document(self._connection, article)
        self._connection.execute("DELETE FROM failures WHERE origin = ?", (origin,))

    def retract(self, *article_ids: str) -> int:
        """Take articles and all that was made of them out, and give how many were there."""
        with told(self._file), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            gone = (self._connection.execute("DELETE FROM articles WHERE id = ?", (one,)) for one in article_ids)
            count = sum(cursor.rowcount for cursor in gone)
            self._connection.execute(_ONE_MORE)
            return count


def unkeepable(article: Article, error: ValueError) -> InputError:
    """Say that an article holds what no file can."""
    return InputError(f"{article.origin or article.id}: the text can't be kept: {error}")


def _outcome(before: tuple[str, str] | None, now: tuple[str, str]) -> Saved:
    if before is None:
        return Saved.NEW
    if before == now:
        return Saved.UNCHANGED
    return Saved.EXTRACTED_AGAIN if before[0] == now[0] else Saved.NEW_VERSION
