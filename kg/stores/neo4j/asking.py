"""Questions in Cypher to a Neo4j server."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

import neo4j
from neo4j.exceptions import ClientError, Neo4jError

from kg.errors import QueryError
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question
from kg.stores.cypher.mistakes import mistake
from kg.stores.cypher.reach import check_reach
from kg.stores.cypher.tokens import tokens
from kg.stores.neo4j.found import Found

_PLACE = re.compile(r"(?<!\s)\s*\(line \d+, column \d+ \(offset: (\d+)\)\).*", re.DOTALL)
_EXPLAIN = "EXPLAIN "
_TIMED_OUT = ("Transaction.TransactionTimedOut", "Transaction.Terminated", "Transaction.LockClientStopped")
#: What the server calls a query that only reads; others write data or the schema.
_READS = "r"

Session = Callable[[str], neo4j.Session]


def ask(session: Session, question: Question) -> Answer:
    """Answer a question in one transaction of its own.

    One that only reads is given to the server in a transaction that only reads, after the server has said what kind of
    query it is.

    Raises
    ------
    QueryError
        As for `Asked.ask`.
    """
    _refuse_plans(question.text)
    if not question.write:
        check_reach(question.text)
    access = neo4j.WRITE_ACCESS if question.write else neo4j.READ_ACCESS
    with session(access) as opened:
        if not question.write:
            _refuse_writing(opened, question)
        try:
            return _answer(opened, question)
        except Neo4jError as fault:
            raise _told(fault, question) from fault


def _answer(opened: neo4j.Session, question: Question) -> Answer:
    with opened.begin_transaction(timeout=question.timeout) as transaction:
        result = _run(transaction, question.text, question)
        columns = tuple(result.keys())
        most = None if question.limit is None else question.limit + 1
        rows = [tuple(record.values()) for record in islice(result, most)]
        result.consume()
        shown = rows[: question.limit]
        found = Found(transaction, shown)
        read = tuple({name: found.read(value) for name, value in zip(columns, row, strict=True)} for row in shown)
        transaction.commit()  # of what only reads, too: a server that is being stopped cuts rows off, and says nothing
    return Answer(columns, read, len(rows) > len(shown))


def _run(transaction: neo4j.Transaction, text: str, question: Question) -> neo4j.Result:
    try:
        return transaction.run(text, dict(question.parameters))
    except (TypeError, ValueError, OverflowError) as fault:
        raise QueryError(f"a parameter that Neo4j can't hold: {fault}") from fault


def _refuse_plans(query: str) -> None:
    first = next(iter(tokens(query)), None)
    if first is not None and first.is_word("EXPLAIN", "PROFILE"):
        raise mistake("plans aren't shown here; ask without this word", query, first.start)


def _refuse_writing(opened: neo4j.Session, question: Question) -> None:
    """Ask the server what kind of query it is, which it knows without running it."""
    try:
        with opened.begin_transaction() as transaction:
            kind = _run(transaction, _EXPLAIN + question.text, question).consume().query_type
    except Neo4jError as fault:
        raise _told(fault, question, moved=len(_EXPLAIN)) from fault
    if kind != _READS:
        raise QueryError("the query writes, and queries only read unless writing is allowed (--write)")


def _told(fault: Neo4jError, question: Question, *, moved: int = 0) -> Exception:
    """A mistake in the query, at its place; what is no fault of the query stays as it is."""
    code = fault.code or ""
    if any(name in code for name in _TIMED_OUT) and question.timeout is not None:
        return QueryError(f"no answer within {question.timeout:g} s. Ask for less, or give it more time")
    if ".Security." in code or ".Database." in code or not isinstance(fault, ClientError):
        return fault
    message = fault.message or ""
    place = _PLACE.search(message)
    return mistake(_PLACE.sub("", message), question.text, int(place[1]) - moved if place else None)
