"""What a database that speaks Cypher must offer, so that one loader serves all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeVar

from kg.graph.vocabulary import Vocabulary
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question

Row = dict[str, Any]
T = TypeVar("T")


class Transaction(Protocol):
    """An open transaction."""

    def run(self, statement: str, parameters: Mapping[str, Any]) -> Sequence[Row]:
        """Run a statement and give all its rows."""
        ...


class Engine(Protocol):
    """A connection to a database, or one in this process.

    Errors of the database's driver are raised as StoreError.
    """

    #: Whether a label beside the exact one has to be set (Neo4j), or comes with it by inheritance (ArcadeDB).
    sets_root_labels: bool

    def prepare(self, vocabulary: Vocabulary) -> None:
        """Make the constraints by which nodes and edges are merged, where they aren't there."""
        ...

    def begin_indexes(self) -> None:
        """Begin to make the indexes that only questions need, where they aren't there; quicker when nodes are there."""
        ...

    def index(self) -> None:
        """Make these indexes, and wait until they are complete."""
        ...

    def transact(self, work: Callable[[Transaction], T]) -> T:
        """Do work in one transaction; again from the start when the database says that this may help."""
        ...

    def stream(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[Row]:
        """Read rows one after the other; dates come as datetime.date."""
        ...

    def whole(self, read: Callable[[], T]) -> T:
        """Read what is of use only as a whole, by `stream`; again from the start where it was cut off."""
        ...

    def abandon(self) -> None:
        """Try nothing again any more, in no thread: nobody waits for what is still to be done."""
        ...

    def has_lookup(self) -> bool:
        """Whether there is the index by which entities are looked up."""
        ...

    def lookup(self, keys: Sequence[str], ids: Sequence[str]) -> Iterator[Row]:
        """Entities that have one of some keys or ids, as `labels` and `properties`; one may come several times.

        Asked only where there is the index.
        """
        ...

    def ask(self, question: Question) -> Answer:
        """Answer a question as people put it, see `Asked.ask`."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
