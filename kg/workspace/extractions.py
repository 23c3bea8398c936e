"""Which extractor the facts of each article are of; articles whose facts this kg can't read are found too."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from kg.corpus.article import Article
from kg.errors import WorkspaceError
from kg.workspace.codec import content_hash
from kg.workspace.failures import told


@dataclass(frozen=True, slots=True)
class Extraction:
    """An article with its facts as they are stored, and the name of the extractor."""

    article: Article
    encoded: bytes
    extractor: str


class Extractions:
    """The articles of a record by what extracted their facts; `columns` are those of which an Article is made."""

    def __init__(self, connection: sqlite3.Connection, file: Path, columns: str) -> None:
        self._columns = columns
        self._connection = connection
        self._file = file

    def not_by(self, extractor: str) -> list[str]:
        """Ids of the articles whose facts are of another extractor, in order."""
        query = "SELECT article FROM facts WHERE fingerprint != ? ORDER BY article"
        with told(self._file):
            return [row[0] for row in self._connection.execute(query, (extractor,))]

    def get(self, article_id: str) -> Extraction | None:
        """Give an article; None where it isn't there any more.

        Raises
        ------
        WorkspaceError
            Its text is damaged.
        """
        columns = f"{self._columns}, sha256, json, fingerprint"
        query = f"SELECT {columns} FROM articles JOIN facts ON article = id WHERE id = ?"
        with told(self._file):
            row = self._connection.execute(query, (article_id,)).fetchone()
        if row is None:
            return None
        *fields, digest, encoded, extractor = row
        article = Article(*fields)
        if content_hash(article) != digest:
            where = f"{self._file}: article {article.id!r}"
            raise WorkspaceError(f"{where}: the text is damaged. Put back a copy, or save what is whole by `kg rescue`")
        return Extraction(article, encoded, extractor)
