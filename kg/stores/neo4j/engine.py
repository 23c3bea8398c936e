"""Neo4j behind the Engine protocol: the driver's transactions, one database, faults as StoreError."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

import kg
from kg.graph.vocabulary import ENTITY, Vocabulary
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question
from kg.stores.cypher.engine import Row, Transaction
from kg.stores.cypher.statements import nodes_with_ids
from kg.stores.neo4j.address import Address
from kg.stores.neo4j.asking import ask
from kg.stores.neo4j.constraints import LOOKUPS
from kg.stores.neo4j.credentials import Credentials
from kg.stores.neo4j.faults import CutOffError, told
from kg.stores.neo4j.preparation import begin_indexes, index, prepare
from kg.stores.neo4j.values import native
from kg.stores.neo4j.waiting import Waiting, may_help

T = TypeVar("T")

#: Seconds for which work is tried again while the server is away or others write the same. A restart takes less.
PATIENCE = 300.0
_READS = 5  # of what is read as a whole, where the server goes away amid each
#: Rows that the driver fetches at a time.
_FETCH = 2000
_COMPLETE_INDEXES = (
    "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state WHERE state = 'ONLINE' "
    "RETURN name, type, labelsOrTypes, properties"
)
_BY_KEY = (
    "CALL db.index.fulltext.queryNodes($index, $keys) YIELD node AS n "
    "RETURN labels(n) AS labels, properties(n) AS properties"
)
_BY_ID = nodes_with_ids(ENTITY)

# The driver would print its retries on stderr where nobody set up logging.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Neo4jEngine:
    """A connection to one database of a server.

    Parameters
    ----------
    address
        The server, and the database; without one it is the user's home.
    credentials
        None: the server wants none.
    patience
        Seconds for which work is tried again.
    tell
        Is told when the server goes away amid work and when it is back, by the thread that found out.

    Raises
    ------
    StoreError
        No server there, wrong credentials, no such database: at once, nothing is tried again.
    """

    sets_root_labels = True

    def __init__(
        self,
        address: Address,
        credentials: Credentials | None,
        *,
        patience: float = PATIENCE,
        tell: Callable[[str], object] = lambda said: None,  # noqa: ARG005
    ) -> None:
        self.place = address
        self._lookup_index: str | None = None
        with told(address):
            self._driver = neo4j.GraphDatabase.driver(
                address.uri,
                auth=(credentials.user, credentials.password) if credentials else None,
                notifications_min_severity="OFF",
                user_agent=f"kg/{kg.__version__}",
            )
            # In a cluster a read sees what was written before, whichever member answers.
            self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
            try:
                self.place = Address(address.uri, self._home(address.database))
            except BaseException:
                self._driver.close()
                raise
        self._waiting = Waiting(str(self.place), patience, tell)

    def prepare(self, vocabulary: Vocabulary) -> None:
        """Make constraints, where they aren't there."""
        prepare(self, vocabulary)

    def begin_indexes(self) -> None:
        """Begin to make indexes, where they aren't there."""
        begin_indexes(self)

    def index(self) -> None:
        """Make indexes, where they aren't there, and wait until they are complete."""
        index(self)

    def transact(self, work: Callable[[Transaction], T]) -> T:
        """Do work in one transaction; again from the start when the driver says that this may help."""
        tries = self._waiting.tries()
        with told(self.place):
            while True:
                try:
                    with self._session(neo4j.WRITE_ACCESS) as session, session.begin_transaction() as transaction:
                        result = work(_Transaction(transaction))
                        transaction.commit()
                except (DriverError, Neo4jError) as fault:
                    tries.wait(fault)
                else:
                    tries.done()
                    return result

    def stream(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[Row]:
        """Read rows one after the other; a read of which no row has come yet is tried again."""
        tries, given = self._waiting.tries(), False
        with told(self.place):
            while True:
                try:
                    for row in self._rows(statement, parameters):
                        if not given:
                            tries.done()
                        given = True
                        yield row
                except (DriverError, Neo4jError) as fault:
                    if given and may_help(fault):
                        raise CutOffError(self.place, fault) from fault
                    tries.wait(fault)
                else:
                    tries.done()
                    return

    def whole(self, read: Callable[[], T]) -> T:
        """Read what is of use only as a whole; again from the start where it was cut off."""
        for _ in range(_READS - 1):
            try:
                return read()
            except CutOffError:
                continue  # its first statement waits until the server is back
        return read()

    def abandon(self) -> None:
        """Try nothing again any more."""
        self._waiting.abandon()

    def has_lookup(self) -> bool:
        """Whether there is the index by which entities are looked up, and it is complete."""
        if self._lookup_index is None:
            found = (row["name"] for row in self.stream(_COMPLETE_INDEXES, {}) if LOOKUPS.is_kept_by(row))
            self._lookup_index = next(found, None)
        return self._lookup_index is not None

    def lookup(self, keys: Sequence[str], ids: Sequence[str]) -> Iterator[Row]:
        """Entities that have one of some keys or ids. A key is a text in quotes to the index, never its syntax."""
        said = " OR ".join('"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"' for key in keys)
        if not said:
            return self.stream(_BY_ID, {"ids": list(ids)})
        return self.stream(
            f"{_BY_KEY} UNION ALL {_BY_ID}", {"index": self._lookup_index, "keys": said, "ids": list(ids)}
        )

    def ask(self, question: Question) -> Answer:
        """Answer a question in Cypher."""
        with told(self.place):
            return ask(self._session, question)

    def close(self) -> None:
        """Close all connections."""
        self._driver.close()

    def _rows(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[Row]:
        is_left = False
        try:
            with self._session(neo4j.READ_ACCESS) as session, session.begin_transaction() as transaction:
                try:
                    for record in transaction.run(statement, dict(parameters)):
                        yield native(record.data())
                except GeneratorExit:
                    is_left = True
                    raise
                # A server that is being stopped ends a read as if there were no more rows. It doesn't commit, though.
                transaction.commit()
        except (DriverError, Neo4jError):
            if not is_left:  # else nobody reads any more, and the server couldn't be told because it has gone
                raise

    def _home(self, database: str | None) -> str | None:
        """Ask the server which database it is; also shows at once whether all is well."""
        with self._driver.session(database=database) as session:
            return session.run("RETURN 1").consume().database or database

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self.place.database,
            default_access_mode=access,
            bookmark_manager=self._bookmarks,
            fetch_size=_FETCH,
        )


class _Transaction:
    """The driver's transaction with rows as plain values."""

    def __init__(self, transaction: neo4j.Transaction) -> None:
        self._transaction = transaction

    def run(self, statement: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """Run a statement and give all its rows."""
        result = self._transaction.run(statement, dict(parameters))
        return [native(record.data()) for record in result]
