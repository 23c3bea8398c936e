"""A graph as files for `neo4j-admin database import`, with the command: the quickest way into a new database."""

from __future__ import annotations

import csv
import shutil
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.errors import StoreError
from kg.graph.records import Edge, Graph, Node, Properties
from kg.graph.vocabulary import Vocabulary
from kg.stores.cypher.statements import Statements
from kg.stores.cypher.values import LOOKUP, stored
from kg.stores.neo4j.constraints import constraints, indexes
from kg.stores.neo4j.csv_columns import cells, columns, free_delimiter
from kg.stores.neo4j.csv_command import import_command

COMMAND, CONSTRAINTS = "import.sh", "constraints.cypher"


@dataclass(frozen=True, slots=True)
class CsvFile:
    """A file of nodes with some labels, or of edges of a type."""

    name: str
    kind: str  # "nodes" or "relationships"
    labels: tuple[str, ...]
    rows: int


def export_neo4j_csv(graph: Graph, vocabulary: Vocabulary, folder: Path) -> tuple[CsvFile, ...]:
    """Write a file for each label and each edge type, the command that imports them, and the constraints.

    Parameters
    ----------
    graph
        What to write.
    vocabulary
        Labels and edge types of the schema; the names of files come from it alone.
    folder
        A new or an empty one. It is there whole or not at all.

    Raises
    ------
    StoreError
        The folder has things in it or can't be written, or the graph has what such files can't hold.
    """
    new = folder.with_name(folder.name + ".new")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StoreError(f"{folder}: not empty. Name a new or an empty folder")
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(parents=True)
        try:
            files = _write_all(graph, vocabulary, new)
            if folder.exists():
                folder.rmdir()
            new.rename(folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror or error}. Name another folder, or make room") from error
    return files


def _write_all(graph: Graph, vocabulary: Vocabulary, folder: Path) -> tuple[CsvFile, ...]:
    statements = Statements(vocabulary, sets_root_labels=True)
    nodes: dict[str, list[Node]] = defaultdict(list)
    edges: dict[str, list[Edge]] = defaultdict(list)
    for node in graph.nodes:
        nodes[statements.label(node)].append(replace(node, properties=_kept(stored(node))))
    for edge in graph.edges:
        edges[statements.type(edge)].append(edge)
    delimiter = free_delimiter([*(node for members in nodes.values() for node in members), *graph.edges])
    written = []
    for label, members in sorted(nodes.items()):
        rows = (([node.id], node) for node in members)
        _write(folder / f"nodes-{label}.csv", ["id:ID"], rows, columns(members), delimiter)
        labels = tuple(sorted({label, vocabulary.roots[label]}))
        written.append(CsvFile(f"nodes-{label}.csv", "nodes", labels, len(members)))
    for kind, links in sorted(edges.items()):
        ends = (([edge.id, edge.head, edge.tail], edge) for edge in links)
        heading = ["id:string", ":START_ID", ":END_ID"]
        _write(folder / f"relationships-{kind}.csv", heading, ends, columns(links), delimiter)
        written.append(CsvFile(f"relationships-{kind}.csv", "relationships", (kind,), len(links)))
    command = import_command(((f.kind, f.labels, f.name) for f in written), delimiter)
    (folder / COMMAND).write_text(command, encoding="utf-8", newline="\n")
    made = (rule.statement(name=rule.name) + ";\n" for rule in (*constraints(vocabulary), *indexes()))
    (folder / CONSTRAINTS).write_text("".join(made), encoding="utf-8", newline="\n")
    return tuple(written)


def _kept(known: Properties) -> Properties:
    """Without a lookup of nothing: the files know no empty list."""
    return {name: value for name, value in known.items() if name != LOOKUP or value}


def _write(
    file: Path,
    heading: Sequence[str],
    rows: Iterable[tuple[list[str], Node | Edge]],
    types: Mapping[str, str],
    delimiter: str,
) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        # All text in quotes: without them the importer takes an empty one for null.
        writer = csv.writer(stream, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
        writer.writerow([*heading, *(f"{name}:{kind}" for name, kind in types.items())])
        for ids, item in rows:
            writer.writerow([*ids, *cells(item, types, delimiter)])
