"""Makes the constraints and indexes that a database lacks; on one that has them nothing is written.

Constraints are there before the first row, since rows are merged by them. Those for questions, all on nodes, come when
the nodes of a first load are written: to fill one takes a fifth of the time of keeping it in step, measured, and the
server does it while edges come.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.errors import StoreError
from kg.graph.vocabulary import Vocabulary
from kg.stores.cypher.engine import Engine, Row
from kg.stores.neo4j.constraints import Rule, constraints, indexes

_CONSTRAINTS = "SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties"
_INDEXES = (
    "SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint "
    "WHERE owningConstraint IS NULL RETURN name, type, labelsOrTypes, properties"
)
_EDGE_IDS_SINCE = (5, 7)
_PATIENCE = 600  # seconds for which indexes of a first load are waited for


def prepare(engine: Engine, vocabulary: Vocabulary) -> None:
    """Make constraints where there are none, under whatever name.

    Raises
    ------
    StoreError
        The database's own data or indexes stand in the way; the message names them.
    """
    _make_missing(engine, constraints(vocabulary, edge_ids=_version(engine) >= _EDGE_IDS_SINCE))


def begin_indexes(engine: Engine) -> None:
    """Have the server begin to make the indexes for questions where there are none.

    Raises
    ------
    StoreError
        The database can't make one.
    """
    _make_missing(engine, indexes())


def index(engine: Engine) -> None:
    """Make the indexes for questions where there are none, and wait until all are complete.

    Raises
    ------
    StoreError
        The database can't make one.
    """
    begin_indexes(engine)
    for _ in engine.stream("CALL db.awaitIndexes($seconds)", {"seconds": _PATIENCE}):
        pass


def _make_missing(engine: Engine, wanted: Iterable[Rule]) -> None:
    """Make the rules that the database hasn't."""
    there = _there(engine)
    missing = [rule for rule in wanted if not any(rule.is_kept_by(row) for row in there)]
    if missing:
        try:
            # In one transaction, which takes half as long as one each.
            engine.transact(lambda transaction: [transaction.run(_statement(rule, there), {}) for rule in missing])
        except StoreError:
            for rule in missing:  # which one, and why
                _make(engine, rule, there)


def _statement(rule: Rule, there: Sequence[Row]) -> str:
    # "IF NOT EXISTS" is silent, too, where the name is taken by something else.
    return rule.statement(name=None if any(row["name"] == rule.name for row in there) else rule.name)


def _make(engine: Engine, rule: Rule, there: Sequence[Row]) -> None:
    try:
        engine.transact(lambda transaction: transaction.run(_statement(rule, there), {}))
    except StoreError:
        now = _there(engine)
        if any(rule.is_kept_by(row) for row in now):
            return  # another loader was quicker
        for row in now:
            if row["type"] == "RANGE" and rule.is_about(row):
                what = f"index {row['name']!r} on {rule.on}({', '.join(rule.properties)})"
                raise StoreError(
                    f"{what} stands in the way of a uniqueness constraint. DROP INDEX `{row['name']}`; "
                    "the constraint does its work as well"
                ) from None
        raise


def _there(engine: Engine) -> list[Row]:
    return [row for statement in (_CONSTRAINTS, _INDEXES) for row in engine.stream(statement, {})]


def _version(engine: Engine) -> tuple[int, ...]:
    [row] = engine.stream("CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions", {})
    return tuple(int(part) for part in re.findall(r"\d+", row["versions"][0])[:2])
