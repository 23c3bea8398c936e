"""A workspace: a folder with the durable record of articles and of what was extracted from each."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.corpus.article import Article
from kg.corpus.storable import storable
from kg.errors import InputError, WorkspaceError
from kg.events.facts import Facts
from kg.workspace.article_rows import ArticleRows, faults_of_file
from kg.workspace.codec import content_hash, encode_facts, seal
from kg.workspace.counts import RecordCounts, counted
from kg.workspace.extractions import Extractions
from kg.workspace.failed_inputs import FailedInputs
from kg.workspace.failures import told
from kg.workspace.judgements import Judgements
from kg.workspace.looks import Looks
from kg.workspace.opening import FILE, Writing, open_to_read, open_to_write
from kg.workspace.runs import Runs
from kg.workspace.sketches import Sketches


class Saved(StrEnum):
    """What saving an article did."""

    NEW = "new"
    NEW_VERSION = "new version"  # the id was known with another content, which this one replaces
    EXTRACTED_AGAIN = "extracted again"  # the same content, by another extractor
    UNCHANGED = "unchanged"


class Workspace:
    """The record in a folder. `Workspace.open` for writing (one process at a time), `Workspace.read` for reading.

    Every `save` is one transaction: a process that is killed loses the article that it was at, and none before.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection, lock: Writing | None) -> None:
        self.folder = folder
        self._file = folder / FILE
        self._connection = connection
        self._lock = lock
        self._rows = ArticleRows(connection, self._file)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False, patience: float = 0.0) -> Self:
        """Open a workspace to write and read.

        Parameters
        ----------
        path
            The folder.
        create
            Make the workspace where there is none. A folder with other things in it is refused.
        patience
            Seconds to wait for another process that is writing.

        Raises
        ------
        WorkspaceError
            No workspace, of a newer kg, damaged, read-only, or being written by another process.
        """
        folder = Path(path)
        connection, lock = open_to_write(folder, create=create, patience=patience)
        return cls(folder, connection, lock)

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Open a workspace only to read; works beside a writer, and on a read-only disk."""
        folder = Path(path)
        return cls(folder, open_to_read(folder), None)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the record and let the next writer in."""
        try:
            with told(self._file):
                self._connection.close()
        finally:
            if self._lock:
                self._lock.close()

    def has(self, article: Article, fingerprint: str) -> bool:
        """Whether this very version of an article is here with facts of this extractor."""
        return self._known(article.id) == (content_hash(article), fingerprint)

    def has_other(self, article: Article) -> bool:
        """Whether an article of this id is here with another content."""
        known = self._known(article.id)
        return known is not None and known[0] != content_hash(article)

    def save(self, article: Article, facts: Facts, fingerprint: str) -> Saved:
        """Keep an article with its facts, in one transaction; a known id gets the new version.

        A failure noted earlier for the article's origin is taken away.

        Raises
        ------
        InputError
            The article holds characters that no file can (half a surrogate pair).
        WorkspaceError
            The record can't be written.
        """
        if facts.article != article.id:
            raise ValueError(f"facts of {facts.article!r} for the article {article.id!r}")
        try:
            encoded = encode_facts(facts)
        except ValueError as error:  # from pydantic
            raise _unkeepable(article, error) from error
        return self.save_encoded(article, encoded, fingerprint)

    def save_encoded(self, article: Article, encoded: bytes, fingerprint: str) -> Saved:
        """Keep an article with facts that were encoded already, by `encode_facts`; else the same as `save`."""
        digest = content_hash(article)
        before = self._known(article.id)
        outcome = _outcome(before, (digest, fingerprint))
        origin = storable(article.origin)
        row = (article.id, digest, article.title, article.text, article.published, article.url, article.language)
        try:
            with told(self._file), self._connection:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.execute("REPLACE INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*row, origin))
                self._connection.execute("REPLACE INTO facts VALUES (?, ?, ?)", (article.id, fingerprint, encoded))
                sealed = seal(replace(article, author=article.author or None), fingerprint, encoded)
                self._connection.execute("REPLACE INTO seals VALUES (?, ?)", (article.id, sealed))
                if article.author:  # another one went with the article before
                    self._connection.execute("REPLACE INTO authors VALUES (?, ?)", (article.id, article.author))
                self._connection.execute("DELETE FROM failures WHERE origin = ?", (origin,))
        except ValueError as error:  # UnicodeEncodeError from SQLite
            raise _unkeepable(article, error) from error
        return outcome

    def retract(self, *article_ids: str) -> int:
        """Take articles and all that was extracted from them out of the record, in one transaction.

        Their bytes are overwritten in the file. Gives how many were there.
        """
        with told(self._file), self._connection:
            self._connection.execute("BEGIN IMMEDIATE")
            gone = (self._connection.execute("DELETE FROM articles WHERE id = ?", (one,)) for one in article_ids)
            return sum(cursor.rowcount for cursor in gone)

    def ids(self) -> list[str]:
        """Ids of all articles, in order."""
        return self._rows.ids()

    def __len__(self) -> int:
        with told(self._file):
            [(count,)] = self._connection.execute("SELECT count(*) FROM articles")
        return int(count)

    def __iter__(self) -> Iterator[tuple[Article, Facts]]:
        """All articles with their facts, in the order of their ids; one at a time in memory."""
        return self._rows.all()

    def find(self, article_id: str) -> tuple[Article, Facts] | None:
        """Find an article with its facts; None where there is none of this id."""
        return self._rows.find(article_id)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Ids of all articles with their texts, in order; one at a time in memory."""
        return self._rows.texts()

    @property
    def judgements(self) -> Judgements:
        """What people and the machine have judged of the entities of the articles."""
        return Judgements(self._connection, self._file)

    @property
    def sketches(self) -> Sketches:
        """What was made of the articles' texts to find copies among them."""
        return Sketches(self._connection, self._file)

    @property
    def looks(self) -> Looks:
        """What addresses that are watched were like when they were looked at last."""
        return Looks(self._connection, self._file)

    @property
    def extractions(self) -> Extractions:
        """What extracted the facts of each article."""
        return Extractions(self._connection, self._file, self._rows.columns)

    @property
    def failed_inputs(self) -> FailedInputs:
        """What could not be read."""
        return FailedInputs(self._connection, self._file)

    @property
    def runs(self) -> Runs:
        """Who wrote to it."""
        return Runs(self._connection, self._file)

    @property
    def is_writable(self) -> bool:
        """Whether it was opened to write."""
        return self._lock is not None

    def digest(self) -> str:
        """Hash of all versions of articles and extractors and of what people judged: equal digests, equal graphs."""
        whole = hashlib.sha256()
        query = "SELECT id, sha256, fingerprint FROM articles JOIN facts ON article = id ORDER BY id"
        authors = "SELECT article, author FROM authors ORDER BY article"
        with told(self._file):
            for row in self._connection.execute(query):
                whole.update("\0".join(row).encode() + b"\n")
            for row in self._connection.execute(authors) if self._rows.has_authors else ():
                whole.update("\0".join(("author", *row)).encode() + b"\n")
        whole.update(self.judgements.digest().encode())
        return whole.hexdigest()

    def counts(self) -> RecordCounts:
        """Count what it holds, without reading facts into memory."""
        with told(self._file):
            return counted(self._connection)

    @property
    def format(self) -> int:
        """The version of its format."""
        with told(self._file):
            [(version,)] = self._connection.execute("PRAGMA user_version")
        return int(version)

    def check(self) -> None:
        """Read the whole record and raise WorkspaceError at the first damage."""
        for fault in self.faults():
            raise WorkspaceError(fault)

    def faults(self) -> Iterator[str]:
        """Read the whole record and give every damage in it as a sentence."""
        yield from self.faults_of_file()
        damaged: list[str] = []
        for _ in self.sound(damaged):
            pass
        yield from damaged

    def faults_of_file(self) -> Iterator[str]:
        """Give every damage of the file and its tables; not those of articles, which `sound` finds."""
        return faults_of_file(self._connection, self._file)

    def sound(self, faults: list[str]) -> Iterator[tuple[Article, Facts]]:
        """All articles that aren't damaged, as in iterating; each that is becomes one of the `faults`."""
        return self._rows.sound(faults)

    def _known(self, article_id: str) -> tuple[str, str] | None:
        query = "SELECT sha256, fingerprint FROM articles JOIN facts ON article = id WHERE id = ?"
        with told(self._file):
            row: tuple[str, str] | None = self._connection.execute(query, (article_id,)).fetchone()
        return row


def _unkeepable(article: Article, error: ValueError) -> InputError:
    return InputError(f"{article.origin or article.id}: the text can't be kept: {error}")


def _outcome(before: tuple[str, str] | None, now: tuple[str, str]) -> Saved:
    if before is None:
        return Saved.NEW
    if before == now:
        return Saved.UNCHANGED
    return Saved.EXTRACTED_AGAIN if before[0] == now[0] else Saved.NEW_VERSION
