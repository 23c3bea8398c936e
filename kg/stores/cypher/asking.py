"""A question in Cypher, as people put it to a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from kg.stores.cypher.answer import Answer


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its parameters.

    `limit` is the greatest number of rows to give, `timeout` seconds after which the database gives up; None: without.
    `write` allows the query to write.
    """

    text: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    limit: int | None = None
    timeout: float | None = None
    write: bool = False


class Asked(Protocol):
    """A database that answers questions in Cypher."""

    def ask(self, question: Question) -> Answer:
        """Answer a question.

        Raises
        ------
        QueryError
            There is a mistake in the query, with its place; it writes, or reads files, and may not; it takes too long.
        """
        ...

    def close(self) -> None:
        """Let go of the database."""
        ...
