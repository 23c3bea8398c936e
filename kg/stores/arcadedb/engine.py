"""ArcadeDB as an engine for the store that speaks Cypher."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar

from kg.errors import StoreError
from kg.graph.vocabulary import ENTITY, Vocabulary
from kg.stores.arcadedb.asking import ask
from kg.stores.arcadedb.databases import close, mark_first_load, open_to_read, open_to_write
from kg.stores.arcadedb.definitions import definitions
from kg.stores.arcadedb.faults import told
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question
from kg.stores.cypher.engine import Row
from kg.stores.cypher.statements import nodes_with_ids
from kg.stores.cypher.values import LOOKUP

if TYPE_CHECKING:
    from arcadedb import Database

T = TypeVar("T")
CYPHER, SQL = "opencypher", "sql"
_LOOKUPS = {"name": f"{ENTITY}[{LOOKUP}byitem]"}
_BY_KEY = f"SELECT id FROM {ENTITY} WHERE {LOOKUP} CONTAINSANY :keys"


class ArcadeDBTransaction:
    """An open transaction. What the engine raises in it is left as it is: it knows what is worth another try."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def run(self, statement: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """Run a Cypher statement and give all its rows."""
        return self._rows(CYPHER, statement, parameters)

    def sql(self, statement: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """Run a statement in the engine's SQL, which finds edges by their ids; its Cypher doesn't."""
        return self._rows(SQL, statement, parameters)

    def _rows(self, language: str, statement: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        rows: list[Row] = self._database.command(language, statement, dict(parameters)).to_list()
        return rows


class ArcadeDBEngine:
    """A database of ArcadeDB in a folder; implements the Engine protocol.

    `ArcadeDBEngine.to_write` for the only writer, `ArcadeDBEngine.to_read` for any number of readers.
    """

    sets_root_labels = False

    def __init__(
        self, folder: Path, database: Database, *, read_only: bool, closing: Callable[[], None] | None = None
    ) -> None:
        self.folder = folder
        self.database = database
        self.read_only = read_only
        self._closing = closing
        self._closed = False
        self._has_lookup = False

    @classmethod
    def to_write(cls, folder: Path) -> Self:
        """Open a folder to write and read; an empty database is made where there is none.

        Raises
        ------
        StoreError
            Another process is writing to it, it holds other things, or there is no ArcadeDB for this machine.
        """
        return cls(folder, open_to_write(folder), read_only=False)

    @classmethod
    def to_read(cls, folder: Path, *, closing: Callable[[], None] | None = None) -> Self:
        """Open a folder only to read. Takes no lock: whoever lets others write to it meanwhile reads nonsense.

        `closing` is called when it is closed.
        """
        return cls(folder, open_to_read(folder), read_only=True, closing=closing)

    def prepare(self, vocabulary: Vocabulary) -> None:
        """Make the types and indexes of a vocabulary, where they aren't there; takes milliseconds where they are."""
        if not self.read_only:
            with told(self.folder):
                self.database.command("sqlscript", definitions(vocabulary))

    def begin_indexes(self) -> None:
        """Begin nothing: its indexes come with its types."""

    def index(self) -> None:
        """Make nothing either."""

    def transact(self, work: Callable[[ArcadeDBTransaction], T]) -> T:
        """Do work in one transaction; again from the start where it met another one."""
        with told(self.folder):
            return self.database.run_in_transaction(lambda: work(ArcadeDBTransaction(self.database)))  # type: ignore[no-any-return]

    def stream(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[Row]:
        """Read rows one after the other. Nodes, relationships and maps of properties have dates as datetime.date.

        A date that a statement picks out (`RETURN e.start`) comes as text; our own statements pick out none.
        """
        with told(self.folder):
            rows = self.database.query(CYPHER, statement, dict(parameters))
            yield from rows.iter_dicts()

    def whole(self, read: Callable[[], T]) -> T:
        """Read; in this process nothing is cut off."""
        return read()

    def abandon(self) -> None:
        """End nothing: there is nothing to wait for."""

    def has_lookup(self) -> bool:
        """Whether there is the index by which entities are looked up."""
        with told(self.folder):
            names = "SELECT name FROM schema:indexes WHERE name = :name"
            self._has_lookup = self._has_lookup or bool(self.database.query("sql", names, _LOOKUPS).to_list())
        return self._has_lookup

    def lookup(self, keys: Sequence[str], ids: Sequence[str]) -> Iterator[Row]:
        """Entities that have one of some keys or ids. Only the engine's SQL finds items of lists by their index."""
        with told(self.folder):
            found = self.database.query("sql", _BY_KEY, {"keys": list(keys)}).to_list() if keys else []
        return self.stream(nodes_with_ids(ENTITY), {"ids": [*(row["id"] for row in found), *ids]})

    def ask(self, question: Question) -> Answer:
        """Answer a question in Cypher."""
        if question.write and self.read_only:
            raise StoreError(f"{self.folder}: it was opened only to read")
        return ask(self.folder, self.database, question)

    def mark_first_load(self) -> None:
        """Say that until it is closed, the database is worth nothing should this process be killed."""
        mark_first_load(self.folder)

    def close(self) -> None:
        """Close the database."""
        if not self._closed:
            self._closed = True
            try:
                close(self.folder, self.database)
            finally:
                if self._closing:
                    self._closing()
