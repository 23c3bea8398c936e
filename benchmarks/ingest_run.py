"""One measurement of ingest.py, in a process of its own: does one step with a workspace, and prints what it took.

python -m benchmarks.ingest_run record WORKSPACE BASE START COUNT
python -m benchmarks.ingest_run graph|arcadedb|csv WORKSPACE
python -m benchmarks.ingest_run neo4j WORKSPACE URI WRITERS
"""

from __future__ import annotations

import json
import os
import sqlite3
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import psutil

from benchmarks.multiplied import Multiplied
from benchmarks.store_worker import peak_mb
from kg.corpus.article import Article
from kg.graph.build import assembled, resolved
from kg.graph.collecting import without_collecting
from kg.graph.difference import EMPTY, difference
from kg.graph.vocabulary import vocabulary_of
from kg.pipeline.digested import digested
from kg.pipeline.kept_schema import keep_schema
from kg.pipeline.load import load
from kg.schema.loader import load_schema
from kg.schema.state_names import state_names
from kg.stores.saved import last_graph, load_graph, save_graph
from kg.workspace.codec import content_hash
from kg.workspace.tables import make_derived_tables, make_tables
from kg.workspace.workspace import Workspace

MEGABYTE = 1024 * 1024
_MADE = "made for a benchmark"
_TURN = 500  # articles that the record and the plain one take at a turn
Figures = dict[str, Any]


class Steps:
    """Measures steps: seconds by the clock and of the processor, and the memory held at the end of each."""

    def __init__(self) -> None:
        self.taken: dict[str, Figures] = {}

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Add what the block takes to a step."""
        clock, used = time.perf_counter(), time.process_time()
        yield
        row = self.taken.setdefault(name, {"seconds": 0.0, "cpu": 0.0, "held_mb": 0.0})
        row["seconds"] += time.perf_counter() - clock
        row["cpu"] += time.process_time() - used
        row["held_mb"] = psutil.Process().memory_info().rss / MEGABYTE


def record(folder: Path, base: Path, start: int, count: int) -> Figures:
    """Record articles as `kg build` does, and in turns the same rows into plain tables; making them isn't timed."""
    steps = Steps()
    numbered = Multiplied(base).numbered(start, count)
    plain = _Plain(folder.with_name(f"{folder.name}-plain.sqlite"))
    with Workspace.open(folder, create=True) as workspace:
        keep_schema(workspace.folder, None)
        while rows := list(islice(numbered, _TURN)):
            with steps.step("record"):
                for article, encoded in rows:
                    workspace.save_encoded(article, encoded, _MADE)
            with steps.step("plain"):
                for article, encoded in rows:
                    plain.insert(article, encoded)
    plain.close()
    return {"steps": steps.taken}


class _Plain:
    """The plainest record that loses nothing: the same tables and settings, and an insert of each row."""

    def __init__(self, file: Path) -> None:
        self._connection = sqlite3.connect(file, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        if not self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            make_tables(self._connection)
            make_derived_tables(self._connection)

    def insert(self, article: Article, encoded: bytes) -> None:
        row = (article.id, content_hash(article), article.title, article.text, article.published, article.url)
        self._connection.execute("BEGIN")
        values = (*row, article.language, article.origin)
        self._connection.execute("INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)
        self._connection.execute("INSERT INTO facts VALUES (?, ?, ?)", (article.id, _MADE, encoded))
        self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()


@without_collecting()
def graph(folder: Path) -> Figures:
    """Make the graph of the record and save it, step by step as `kg build` does at its end."""
    steps, schema = Steps(), load_schema()
    with Workspace.open(folder) as workspace:
        with steps.step("digests"):
            told = digested(workspace)
        with steps.step("resolution"):
            entities = resolved(told, country_names=state_names(None))
        with steps.step("assembly"):
            made = assembled(told, entities, schema)
        articles = len(told)
        del told
        with steps.step("difference"):
            changed = len(difference(last_graph(workspace) or EMPTY, made))
        with steps.step("saving"):
            workspace.judgements.replace_machine(entities.judgements)
            save_graph(made, workspace)
    events = sum("Event" in node.labels for node in made.nodes)
    people = sum("Person" in node.labels for node in made.nodes)
    counts = {"articles": articles, "events": events, "people": people, "changed": changed}
    return {"steps": steps.taken, **counts, **made.counts._asdict()}


def arcadedb(folder: Path) -> Figures:
    """Bring the database in the workspace to the saved graph, from nothing or from the one before."""
    from kg.stores.arcadedb.kept import keep_in_step

    steps = Steps()
    with Workspace.read(folder) as workspace:
        saved = load_graph(workspace)
    assert saved is not None
    with steps.step("arcadedb"):
        keep_in_step(folder, saved, vocabulary_of(load_schema()))
    return {"steps": steps.taken}


def csv(folder: Path) -> Figures:
    """Write the files for `neo4j-admin database import`, beside the workspace."""
    from kg.stores.neo4j.csv_export import export_neo4j_csv

    steps = Steps()
    with Workspace.read(folder) as workspace:
        saved = load_graph(workspace)
    assert saved is not None
    with steps.step("csv"):
        export_neo4j_csv(saved, vocabulary_of(load_schema()), folder.with_name(f"{folder.name}-csv"))
    return {"steps": steps.taken}


def neo4j(folder: Path, uri: str, writers: int) -> Figures:
    """Bring a server to the saved graph, as `kg load` does: what is there is read first, and compared."""
    steps = Steps()
    with steps.step("neo4j"):
        report = load(folder, uri, writers=writers)
    return {"steps": steps.taken, "sent": sum(report.added) + sum(report.changed) + sum(report.removed)}


def main() -> None:
    step, folder, *rest = sys.argv[1], Path(sys.argv[2]), *sys.argv[3:]
    if step == "record":
        done = record(folder, Path(rest[0]), int(rest[1]), int(rest[2]))
    elif step == "neo4j":
        done = neo4j(folder, rest[0], int(rest[1]))
    else:
        done = {"graph": graph, "arcadedb": arcadedb, "csv": csv}[step](folder)
    print(json.dumps({**done, "peak_mb": peak_mb(psutil.Process()), "load": os.getloadavg()[0]}))


if __name__ == "__main__":
    main()
