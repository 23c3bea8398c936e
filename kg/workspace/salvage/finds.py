"""The rows of a damaged record, sorted into what they are; in a scratch file, since they may be millions."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from kg.corpus.article import Article
from kg.corpus.author import author_line
from kg.errors import WorkspaceError
from kg.workspace.codec import content_hash, decode_facts, seal
from kg.workspace.failures import told
from kg.workspace.judgement import Judgement, Verdict
from kg.workspace.opening import FILE
from kg.workspace.salvage.pages import Pages
from kg.workspace.salvage.rows import Row, rows

_SCRATCH = """
CREATE TABLE articles (number, id, sha256, title, text, published, url, language, origin);
CREATE TABLE facts (id, fingerprint, json);
CREATE TABLE seals (id, seal);
CREATE TABLE names (id);
CREATE TABLE authors (id, author);
CREATE TABLE judgements (id, a, b, verdict, score, reason, judge);
"""
_INDEXES = "".join(
    f"CREATE INDEX {table}_id ON {table} (id);" for table in ("articles", "facts", "seals", "names", "authors")
)
_SHA256 = 64  # letters


@dataclass(frozen=True, slots=True)
class Whole:
    """An article of which every letter is as it was saved. `encoded`, `fingerprint`: its facts, where they are too.

    Without them nothing vouches for its author, who is then taken as the record names them.
    """

    article: Article
    encoded: bytes | None
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Lost:
    """An article that was there and can't be saved; `origin` is "" where that isn't known either."""

    id: str
    origin: str
    reason: str


class Finds:
    """What is in a damaged record. `scratch` is a file that is made, and may be removed afterwards.

    `unreadable` is the number of pages that the disk didn't give.

    Raises
    ------
    WorkspaceError
        The record can't be opened, or the disk gives nothing of it.
    """

    def __init__(self, folder: Path, scratch: Path) -> None:
        file = folder / FILE
        with told(file):
            pages = Pages(file)
        self._connection = sqlite3.connect(scratch, isolation_level=None)
        with told(scratch), closing(pages):
            self._connection.executescript(f"PRAGMA synchronous = OFF; PRAGMA journal_mode = OFF; {_SCRATCH}")
            self._connection.execute("BEGIN")
            has_rows = False
            for row in rows(pages):
                self._sort(row)
                has_rows = True
            self._connection.execute("COMMIT")
            self._connection.executescript(_INDEXES)
        self.unreadable = pages.unreadable
        if self.unreadable and not has_rows:
            self.close()
            raise WorkspaceError(f"{file}: nothing of it can be read from the disk. Check the disk, or put back a copy")

    def close(self) -> None:
        """Close the scratch file."""
        self._connection.close()

    def articles(self) -> Iterator[Whole | Lost]:
        """Give every article of which there is a trace, in the order of ids, saved or lost."""
        traces = "SELECT id FROM {} WHERE typeof(id) = 'text'"
        union = " UNION ".join(traces.format(table) for table in ("articles", "facts", "seals"))
        for (own_id,) in self._connection.execute(f"{union} ORDER BY id"):
            yield self._judged(own_id)

    def judgements(self) -> Iterator[Judgement]:
        """Give the judgements that are whole: their ids are made of what they judge."""
        for own_id, a, b, verdict, score, reason, judge in self._connection.execute("SELECT * FROM judgements"):
            try:
                judgement = Judgement(a, b, Verdict(verdict), float(score or 0.0), reason or "", judge or "person")
            except (TypeError, ValueError):
                continue
            if judgement.id == own_id:
                yield judgement

    def _sort(self, row: Row) -> None:
        """Tell by its columns what a row is of; those of other tables can be made again."""
        values = row.values
        match values:
            case (str(), str() as digest, str(), str(), None | str(), None | str(), str(), str()) if (
                len(digest) == _SHA256 and row.number
            ):
                self._put("articles", (row.number, *values))
            case (str(), str(), bytes() as encoded) if encoded[:1] == b"{":
                self._put("facts", values)
            case (str(), bytes()) if row.number is None:
                self._put("seals", values)
            case (str(), str()) if row.number is not None:  # or a failure, which is of no article
                self._put("authors", values)
            case (str() as own_id, int()) if row.number is None:
                self._put("names", (own_id,))
            case (str(), str(), str(), str(), None | float() | int(), None | str(), None | str()):
                self._put("judgements", values)

    def _put(self, table: str, values: Iterable[object]) -> None:
        row = tuple(values)
        self._connection.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)

    def _judged(self, own_id: str) -> Whole | Lost:
        newest = "SELECT id, text, title, published, url, language, origin, sha256 FROM articles WHERE id = ?"
        row = self._connection.execute(f"{newest} ORDER BY number DESC", (own_id,)).fetchone()
        if row is None:
            return Lost(own_id, "", "its text is gone")
        *fields, digest = row
        article = Article(*fields)
        if content_hash(article) != digest:
            return Lost(own_id, article.origin, "its text is damaged")
        seals = {row[0] for row in self._connection.execute("SELECT seal FROM seals WHERE id = ?", (own_id,))}
        found = self._connection.execute("SELECT fingerprint, json FROM facts WHERE id = ?", (own_id,)).fetchall()
        by = [row[0] for row in self._connection.execute("SELECT author FROM authors WHERE id = ?", (own_id,))]
        for (fingerprint, encoded), author in product(found, (None, *by)):
            written = replace(article, author=author)
            if seal(written, fingerprint, encoded) in seals and _is_facts(encoded):
                return Whole(written, encoded, fingerprint)
        named = self._connection.execute("SELECT count(*) FROM names WHERE id = ?", (own_id,)).fetchone()[0]
        if not (seals or found or named):
            return Lost(own_id, article.origin, "its text is whole, but not surely of this id")
        # An input that failed has its reason in the same form, after its name.
        said = {one for one in by if author_line(one) == one and not one.startswith(f"{own_id}: ")}
        return Whole(replace(article, author=said.pop() if len(said) == 1 else None), None, "")


def _is_facts(encoded: bytes) -> bool:
    try:
        decode_facts(encoded)
    except WorkspaceError:
        return False
    return True
