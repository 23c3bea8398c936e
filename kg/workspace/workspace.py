"""A workspace: a folder with the durable record of articles and of what was extracted from each."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.corpus.article import Article
from kg.events.facts import Facts
from kg.workspace.codec import encode_facts
from kg.workspace.failures import told
from kg.workspace.opening import FILE, Writing, open_to_read, open_to_write
from kg.workspace.record import Record
from kg.workspace.saving import Saved, Saving, unkeepable

__all__ = ["Saved", "Workspace"]


class Workspace(Record):
    """The record in a folder. `Workspace.open` for writing (one process at a time), `Workspace.read` for reading.

    Every `save` is one transaction: a process that is killed loses the article that it was at, and none before.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection, lock: Writing | None) -> None:
        super().__init__(connection, folder / FILE)
        self.folder = folder
        self._lock = lock
        self._saving = Saving(connection, self._file, self._rows)

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

    @property
    def is_writable(self) -> bool:
        """Whether it was opened to write."""
        return self._lock is not None

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
            raise unkeepable(article, error) from error
        return self.save_encoded(article, encoded, fingerprint)

    def save_encoded(self, article: Article, encoded: bytes, fingerprint: str) -> Saved:
        """Keep an article with facts that were encoded already, by `encode_facts`; else the same as `save`."""
        return self._saving.save(article, encoded, fingerprint)

    def retract(self, *article_ids: str) -> int:
        """Take articles and all that was extracted from them out of the record, in one transaction.

        Their bytes are overwritten in the file. Gives how many were there.
        """
        return self._saving.retract(*article_ids)
