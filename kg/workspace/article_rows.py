"""Articles with their facts, read from a record; none whose text or facts aren't what was saved."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kg.corpus.article import Article
from kg.corpus.storable import storable
from kg.errors import WorkspaceError
from kg.events.facts import Facts
from kg.workspace.codec import content_hash, decode_facts, seal
from kg.workspace.failures import told
from kg.workspace.tables import has_table

RESCUE = "Put back a copy, or save what is whole by `kg rescue`"
_FIELDS = "id, text, title, published, url, language, origin"  # in the order of the fields of Article


class ArticleRows:
    """Reads articles. A record of an earlier kg, open only to read, has no authors and no seals.

    `columns` are those of which an Article is made.
    """

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file
        with told(file):
            has_authors = has_table(connection, "authors")
            sealed = "(SELECT seal FROM seals WHERE article = id)" if has_table(connection, "seals") else "NULL"
        author = "(SELECT author FROM authors WHERE article = id)" if has_authors else "NULL"
        self.columns = f"{_FIELDS}, {author}"
        rows = f"SELECT {self.columns}, sha256, fingerprint, json, {sealed} FROM articles JOIN facts ON article = id"
        self._all, self._one = f"{rows} ORDER BY id", f"{rows} WHERE id = ?"

    def ids(self) -> list[str]:
        """Ids of all articles, in order."""
        with told(self._file):
            return [row[0] for row in self._connection.execute("SELECT id FROM articles ORDER BY id")]

    def version(self, article_id: str) -> tuple[str, str] | None:
        """Give an article's `content_hash`, and the name of what extracted its facts; None where it isn't there."""
        query = "SELECT sha256, fingerprint FROM articles JOIN facts ON article = id WHERE id = ?"
        with told(self._file):
            row: tuple[str, str] | None = self._connection.execute(query, (article_id,)).fetchone()
        return row

    def texts(self) -> Iterator[tuple[str, str]]:
        """Ids of all articles with their texts, in order; one at a time in memory."""
        with told(self._file):
            yield from self._connection.execute("SELECT id, text FROM articles ORDER BY id")

    def all(self) -> Iterator[tuple[Article, Facts]]:
        """All articles with their facts, in the order of their ids; one at a time in memory."""
        with told(self._file):
            for row in self._connection.execute(self._all):
                yield self._checked(*row)

    def find(self, article_id: str) -> tuple[Article, Facts] | None:
        """Find an article with its facts; None where there is none of this id."""
        with told(self._file):
            row = self._connection.execute(self._one, (storable(article_id),)).fetchone()
        return None if row is None else self._checked(*row)

    def sound(self, faults: list[str]) -> Iterator[tuple[Article, Facts]]:
        """All articles that aren't damaged, as `all` gives them; each that is becomes one of the `faults`."""
        for article_id in self.ids():
            try:
                found = self.find(article_id)
            except WorkspaceError as fault:
                faults.append(str(fault))
            else:
                if found is not None:
                    yield found

    def _checked(self, *row: Any) -> tuple[Article, Facts]:
        """Refuse an article whose content or facts aren't what was saved: a damaged page that SQLite can't know of."""
        *fields, digest, fingerprint, encoded, sealed = row
        article = Article(*fields)
        where = f"{self._file}: article {article.id!r}"
        if content_hash(article) != digest:
            raise WorkspaceError(f"{where}: the text is damaged. {RESCUE}")
        if sealed is not None and seal(article, fingerprint, encoded) != sealed:
            raise WorkspaceError(f"{where}: the facts are damaged. {RESCUE}")
        try:
            return article, decode_facts(encoded)
        except WorkspaceError as error:
            raise WorkspaceError(f"{where}: {error}. {RESCUE}") from None


def faults_of_file(connection: sqlite3.Connection, file: Path) -> Iterator[str]:
    """Give every damage of a record's file and its tables; not those of articles, which `ArticleRows.sound` finds."""
    with told(file):
        verdicts = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        strays = [row[1] for row in connection.execute("PRAGMA foreign_key_check(facts)")]
        bare = "SELECT id FROM articles LEFT JOIN facts ON article = id WHERE article IS NULL ORDER BY id"
        unread = [row[0] for row in connection.execute(bare)]
    for verdict in verdicts:
        if verdict != "ok":
            yield f"{file}: the file is damaged ({verdict}). {RESCUE}"
    if strays:
        yield f"{file}: facts of {len(strays)} articles that aren't there. {RESCUE}"
    for article_id in unread:
        yield f"{file}: article {article_id!r} has no facts. {RESCUE}"
