"""What is in a record, and whether all of it is sound."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kg.corpus.article import Article
from kg.errors import WorkspaceError
from kg.events.facts import Facts
from kg.workspace.article_rows import ArticleRows, faults_of_file
from kg.workspace.codec import content_hash
from kg.workspace.counts import RecordCounts, counted
from kg.workspace.digest import digest
from kg.workspace.documents import Documents
from kg.workspace.extractions import Extractions
from kg.workspace.failed_inputs import FailedInputs
from kg.workspace.failures import told
from kg.workspace.judgements import Judgements
from kg.workspace.looks import Looks
from kg.workspace.runs import Runs
from kg.workspace.sketches import Sketches
from kg.workspace.tables import has_table


class Record:
    """The articles of an open record with their facts, and what else is kept there, each in a room of its own."""

    def __init__(self, connection: sqlite3.Connection, file: Path) -> None:
        self._connection = connection
        self._file = file
        self._rows = ArticleRows(connection, file)

    def has(self, article: Article, fingerprint: str) -> bool:
        """Whether this very version of an article is here with facts of this extractor."""
        return self._rows.version(article.id) == (content_hash(article), fingerprint)

    def has_other(self, article: Article) -> bool:
        """Whether an article of this id is here with another content."""
        known = self._rows.version(article.id)
        return known is not None and known[0] != content_hash(article)

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
    def documents(self) -> Documents:
        """What was read of documents, by which those are known again."""
        return Documents(self._connection, self._file)

    @property
    def looks(self) -> Looks:
        """What addresses that are watched were like when they were looked at last."""
        return Looks(self._connection, self._file)

    def retractions(self) -> int:
        """How often articles were taken out."""
        with told(self._file):
            there = has_table(self._connection, "retractions")
            row = self._connection.execute("SELECT count FROM retractions").fetchone() if there else None
        return int(row[0]) if row else 0

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

    def digest(self) -> str:
        """Hash of all versions of articles and extractors and of what people judged: equal digests, equal graphs."""
        return digest(self._connection, self._file, self.judgements.digest())

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
