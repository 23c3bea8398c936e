"""Questions in Cypher to a database of ArcadeDB."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import QueryError
from kg.stores.arcadedb.faults import reason
from kg.stores.arcadedb.limited import limit_to_write, time_limit
from kg.stores.arcadedb.records import Records
from kg.stores.arcadedb.refusals import refuse
from kg.stores.arcadedb.shapes import Shape, restored
from kg.stores.arcadedb.wording import in_plain_words
from kg.stores.arcadedb.wrapping import wrapped
from kg.stores.cypher.answer import Answer
from kg.stores.cypher.asking import Question
from kg.stores.cypher.mistakes import mistake, offset_of, offset_of_name
from kg.stores.cypher.reach import check_reach
from kg.stores.cypher.tokens import returns, tokens

if TYPE_CHECKING:
    from arcadedb import Database

CYPHER = "opencypher"
Row = dict[str, Any]

#: The engine says so before it has run anything.
_WRITES = "QueryNotIdempotentException"
_PLACE = re.compile(r"at line (\d+)(?::|, column )(\d+)")


def ask(folder: Path, database: Database, question: Question) -> Answer:
    """Answer a question.

    Raises
    ------
    QueryError
        As for `Asked.ask`; also where the engine would give a wrong answer in silence.
    """
    refuse(question)
    if question.write:
        with limit_to_write(database, question.timeout), _told(question):
            return _written(database, question)
    check_reach(question.text)
    with time_limit(folder, database, question.timeout) as limited, _told(question):
        return _read(limited, question)


def _read(database: Database, question: Question) -> Answer:
    """Ask once; and where cells may be dates or paths, again with their types. The second answer is used whole."""
    question = _starless(database, question)
    columns, rows, cut = _rows(database, question.text, question.parameters, question)
    shapes = {name: Shape() for name in columns}
    for row in rows:
        for name in columns:
            shapes[name].see(row[name])
    records = Records(database)
    if not any(shape.is_open for shape in shapes.values()):
        return Answer(columns, tuple({name: records.read(row[name]) for name in columns} for row in rows), cut)
    asked = wrapped(question.text, columns, shapes)
    parameters = {**question.parameters, **asked.parameters}
    _, rows, cut = _rows(database, asked.text, parameters, question)
    found = []
    for row in rows:
        keys = {name: asked.names[name] for name in columns}
        typed = {name: restored(row[key], row[key + asked.suffix], shapes[name]) for name, key in keys.items()}
        found.append({name: records.read(value) for name, value in typed.items()})
    return Answer(columns, tuple(found), cut)


def _starless(database: Database, question: Question) -> Question:
    """Name the variables of a star, sorted as Neo4j sorts them; the engine would forget what stands beside it."""
    text = question.text
    parts = returns(tokens(text), text)
    stars = [item for items, _ in parts for item in items if item.text == "*"]
    if not stars:
        return question
    columns, _, _ = _rows(database, text, question.parameters, replace(question, limit=1))
    names = ", ".join(sorted(columns))
    for star in reversed(stars):
        text = text[: star.start] + (names or "*") + text[star.end :]
    return replace(question, text=text)


def _written(database: Database, question: Question) -> Answer:
    """Run a query that may write, once. Its rows have a date that it picks out as text; one that only reads hasn't."""
    try:
        return _read(database, question)
    except Exception as fault:
        if _WRITES not in str(fault):
            raise

    def work() -> Answer:
        result = database.command(CYPHER, question.text, dict(question.parameters))
        rows = [row.to_dict() for row in result]
        records = Records(database)
        found = [{name: records.read(value) for name, value in row.items()} for row in rows[: question.limit]]
        return Answer(_columns(question.text, rows), tuple(found), len(found) < len(rows))

    return database.run_in_transaction(work)  # type: ignore[no-any-return]


def _rows(
    database: Database, text: str, parameters: Mapping[str, Any], question: Question
) -> tuple[tuple[str, ...], list[Row], bool]:
    """Columns, rows up to the limit, and whether there were more."""
    result = database.query(CYPHER, text, dict(parameters))
    try:
        rows = [row.to_dict() for row in islice(result, None if question.limit is None else question.limit + 1)]
    finally:
        result.close()
    return _columns(text, rows), rows[: question.limit], len(rows) > len(rows[: question.limit])


def _columns(text: str, rows: list[Row]) -> tuple[str, ...]:
    """The columns: those of the rows, and where there are none, those of the last RETURN as it stands."""
    if rows:
        return tuple(rows[0])
    parts = returns(tokens(text), text)
    return tuple((item.alias or item.text).strip("`") for item in parts[-1][0] if item.text != "*") if parts else ()


@contextmanager
def _told(question: Question) -> Iterator[None]:
    """Raise errors of the engine, and parameters that it can't take, as mistakes in the query at their place."""
    from arcadedb import ArcadeDBError

    try:
        yield
    except ArcadeDBError as error:
        raise _mistake(str(error), question) from error
    except TypeError as error:
        if "cannot pass" not in str(error):
            raise
        raise QueryError(f"{error}. Give text, numbers, booleans, dates, lists or maps") from error


def _mistake(text: str, question: Question) -> QueryError:
    if "TimeoutException" in text:
        return QueryError(f"no answer within {question.timeout:g} s. Ask for less, or give it more time")
    if _WRITES in text:
        return QueryError("the query writes, and queries only read unless writing is allowed (--write)")
    message = reason(_without_echo(text))
    place = _PLACE.search(message)
    if place is None:
        offset = offset_of_name(question.text, message)
    else:
        offset = offset_of(question.text, int(place[1]), int(place[2]))
        message = _shorter(message.replace(place[0], ""))
    return mistake(in_plain_words(message), question.text, offset)


def _without_echo(text: str) -> str:
    """Leave out the line of the query and the caret with which some messages end; ours has its own."""
    lines = text.rstrip().split("\n")
    return "\n".join(lines[:-2] if lines[-1].strip() == "^" else lines)


def _shorter(message: str) -> str:
    """Leave out the cause in Java, and lists of what the grammar would allow here."""
    message = re.sub(r" \(caused by .*", "", message, flags=re.DOTALL)
    message = re.sub(r", expected: one of .*", "", message)
    return re.sub(r"^Syntax error\s*-\s*", "", message).strip()
