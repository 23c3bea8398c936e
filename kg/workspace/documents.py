"""What documents gave when they were read, so that none is read twice. What is missing is read again.

An article's goes with that version of it: it says that who reads the document gets what is in the record.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from kg.corpus.article import Article
from kg.corpus.once import Mark, content_of, id_hash
from kg.corpus.recall import Given
from kg.workspace.failures import told

_FIND = """
SELECT article, content, '' FROM documents JOIN facts USING (article) WHERE document = ?1 AND fingerprint = ?2
UNION ALL SELECT id, content, language FROM set_aside WHERE document = ?1
"""


class Documents:
    """Documents by their hashes, and what they gave; the latest of each article's."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file

    def find(self, document: bytes, extractor: str) -> Given | None:
        """What a document gave: an article that is here as it was, with facts of an extractor, or one set aside."""
        with told(self._file):
            row = self._connection.execute(_FIND, (document, extractor)).fetchone()
        if row is None:
            return None
        of, content, language = row
        own_id = id_hash(of) if isinstance(of, str) else int.from_bytes(of, "big")
        return Given(Mark(own_id, int.from_bytes(content, "big")), language)

    def keep(self, articles: Iterable[Article], set_aside: Iterable[tuple[bytes, Given]]) -> None:
        """Keep what gave articles that are here as they are, and what gave such as were set aside, all at once."""
        aside = [
            (_blob(given.mark.id), document, _blob(given.mark.content), given.language) for document, given in set_aside
        ]
        with told(self._file), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            for article in articles:
                keep_document(self._connection, article)
            self._connection.executemany("REPLACE INTO set_aside VALUES (?, ?, ?, ?)", aside)


def keep_document(connection: sqlite3.Connection, article: Article) -> None:
    """Keep what an article was read from, where that has a hash, in the transaction in which the article is kept."""
    if article.document is not None:
        row = (article.id, bytes.fromhex(article.document), _blob(content_of(article)))
        connection.execute("REPLACE INTO documents VALUES (?, ?, ?)", row)


def _blob(value: int) -> bytes:
    return value.to_bytes(8, "big")
