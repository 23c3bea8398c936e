"""What answers Cypher: ArcadeDB in this process, and a server where one is named."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from kg.cli.checks.finding import Finding, advice, fault, ok
from kg.cli.opening import access

#: As in the file that Aura gives out.
SERVER = "NEO4J_URI"
# It writes nothing, but Neo4j doesn't count it among the queries that only read.
_VERSION = "CALL dbms.components() YIELD name, versions RETURN name, versions[0] AS version"


def arcadedb() -> Iterator[Finding]:
    """Check that the engine makes a database, writes to it and answers."""
    from kg.pipeline.asked import open_asked
    from kg.stores.cypher.asking import Question

    if find_spec("arcadedb") is None:
        yield advice(
            "ArcadeDB",
            "there is none for this machine: `kg query` and kg.open(…).cypher need it, nothing else does",
            "Load the graph into a Neo4j server to ask in Cypher: `kg load WORKSPACE neo4j://HOST`",
        )
        return
    with tempfile.TemporaryDirectory(prefix="kg-doctor-") as folder:
        asked = open_asked(f"arcadedb:{Path(folder) / 'database'}", write=True)
        try:
            rows = list(asked.ask(Question("CREATE (n:Check {number: 1}) RETURN n.number AS n", {}, write=True)))
        finally:
            asked.close()
    version = metadata.version("arcadedb")
    if [row["n"] for row in rows] == [1]:
        yield ok("ArcadeDB", f"{version} makes a database and answers")
    else:
        yield fault(
            "ArcadeDB", f"{version} answers {rows!r} where it should say 1", "Install the package arcadedb again"
        )


def neo4j(uri: str | None) -> Iterator[Finding]:
    """Check that a server answers: the one given, else the one that NEO4J_URI names; raises StoreError where not."""
    from kg.pipeline.asked import open_asked
    from kg.stores.cypher.asking import Question

    place = uri or os.environ.get(SERVER)
    if place is None:
        yield ok("Neo4j", f"no server is named, with --neo4j or {SERVER}; nothing of kg needs one")
        return
    warnings: list[str] = []
    asked = open_asked(place, access=replace(access(), ask=lambda _: None, warn=warnings.append))
    try:
        [server] = asked.ask(Question(_VERSION, {}, write=True))
        [count] = asked.ask(Question("MATCH (n) RETURN count(n) AS n", {}))
    finally:
        asked.close()
    for warning in warnings:
        yield advice("Neo4j", warning)
    yield ok("Neo4j", f"{server['name']} {server['version']} at {place} answers; {count['n']:,} nodes")
