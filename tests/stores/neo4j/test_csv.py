"""Files for neo4j-admin: a real import, compared with the same graph loaded by MERGE."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.build import build_graph
from kg.graph.records import Edge, Graph, Node, Properties
from kg.stores.cypher.store import CypherStore
from kg.stores.neo4j.address import address
from kg.stores.neo4j.credentials import Credentials
from kg.stores.neo4j.csv_export import COMMAND, CONSTRAINTS, export_neo4j_csv
from kg.stores.neo4j.engine import Neo4jEngine
from tests.neo4j_server.admin import run_script
from tests.neo4j_server.server import Server
from tests.stores.neo4j.conftest import VOCABULARY
from tests.story import SCHEMA, article, meeting, signing, visit

MET = ("Mary Robinson/IE", "Kofi Annan/GH")
NEWS = [
    article(
        "a", meeting(*MET, when="1998-05-03", place="#Bern/CH"), meeting(*MET, when="1999-06-04"), published="1999"
    ),
    article("b", visit("Mary Robinson/IE", "CH"), signing("IE", "CH", when="1999-01-01/1999-01-31")),
    article("c", meeting("Kofi Annan/GH", "+OSCE", when="2000-02-29"), title='"Quoted", and, with commas'),
    article("d", signing("IE", "NO", "+OSCE", document="Treaty of Bern", named=True), office=(MET[1], "Envoy", "NO")),
]
HOSTILE = (
    "",
    " ",
    '"',
    '""',
    "a\nb",
    "a\r\nb",
    "\n",
    "\r",
    "a,b;c|d\te",
    "\\",
    '\\"',
    "'",
    "NULL",
    "true",
    "1",
    "-0.5e3",
    "\ufeff",
    "$(touch x)`touch y`",
    "Ünï\u2028c\U0001f600\x1f\x01",
    "x" * 200_000,
)
QUERIES = (
    "MATCH (n:Entity) RETURN [l IN labels(n) WHERE l <> 'Entity'] AS kind, n.id AS id, n.names AS names ORDER BY id",
    "MATCH (p:Person)-[r:PARTICIPATES_IN]->(e:Event) RETURN p.id AS who, r.role AS role, e.id AS id ORDER BY id, who",
    "MATCH (a:Person {name: 'Kofi Annan'})-[m:MEETS]-(b) RETURN b.name AS name, m.start AS day ORDER BY day",
    "MATCH (e:Event) WHERE date('1999-01-01') <= e.start <= date('1999-12-31') RETURN e.id AS id ORDER BY id",
    "MATCH (e:Event) RETURN e.type AS type, count(*) AS n, max(e.end) AS last ORDER BY type",
    "MATCH (r:Report)-[:EVIDENCE_FOR]->(e)-[:ON]->(d:Date) RETURN r.sentence AS said, d.start AS day ORDER BY said",
    """
    MATCH p = shortestPath((:Person {name: 'Mary Robinson'})-[:MEETS|SIGNS|VISITS*..6]-(:Organization))
    RETURN [n IN nodes(p) | n.name] AS names, [r IN relationships(p) | type(r)] AS types
    """,
    "MATCH (n:Entity)-[m:MENTIONED_IN]->(a:Article) RETURN a.id AS id, sum(m.count) AS times ORDER BY id",
    "MATCH (e:Event) RETURN e.confidence AS sure, e.n_articles AS n, e.start IS NULL AS undated ORDER BY e.id",
    """
    MATCH (a:Agreement) OPTIONAL MATCH (a)<-[s:SIGNS]-(who) WITH a, who ORDER BY who.id
    RETURN a.id AS id, a.named AS named, collect(who.id) AS who ORDER BY id
    """,
)

_INDEXES = "SHOW INDEXES YIELD name, type, labelsOrTypes AS labels, properties RETURN * ORDER BY name"


def hostile() -> Graph:
    """Every kind of value, with what shells, CSV and Cypher give a meaning."""
    nodes: list[Node] = []
    edges: list[Edge] = []
    for place, text in enumerate(HOSTILE):
        known: Properties = {"name": text, "names": (text, "x;y|z") if text else ("x",), "n": place, "sure": True}
        own = f"{place} {text[:20]}"
        nodes.append(Node(own, ("Entity", "Person"), dict(sorted({"id": own, **known}.items()))))
    nodes.append(Node("bare", ("Entity", "Person"), {"id": "bare"}))
    for number, names in enumerate((("a", ""), ("", "a"), ("", ""), ("a", "", "b"))):
        nodes.append(Node(f"list {number}", ("Entity", "Person"), {"id": f"list {number}", "names": names}))
    nodes.append(Node("wide", ("Entity", "Person"), {"confidence": 1e-300, "id": "wide", "n": -(2**63)}))
    for one, other in zip(nodes, [*nodes[1:], nodes[0]], strict=True):
        known = {"confidence": 0.1 + len(edges), "note": other.id, "start": "0001-01-01", "sure": False}
        own = f"edge {one.id}"
        edges.append(Edge(own, "MEETS", one.id, other.id, dict(sorted({"id": own, **known}.items()))))
        edges.append(Edge(f"bare {own}", "MEETS", one.id, one.id, {"id": f"bare {own}"}))
    return Graph(tuple(sorted(nodes, key=lambda n: n.id)), tuple(sorted(edges, key=lambda e: e.id)))


def both() -> Graph:
    told, rest = build_graph(NEWS, SCHEMA), hostile()
    nodes = sorted((*told.nodes, *rest.nodes), key=lambda n: n.id)
    return Graph(tuple(nodes), tuple(sorted((*told.edges, *rest.edges), key=lambda e: e.id)))


def held(server: Server) -> tuple[object, ...]:
    """What a server holds, as it is asked by kg and by Cypher."""
    with CypherStore(Neo4jEngine(address(server.uri), Credentials(*server.auth)), VOCABULARY) as store:
        return store.snapshot(), store.count(), *(server.run(query) for query in QUERIES)


def test_imported_is_what_merged_is(neo4j_server: Server, tmp_path: Path) -> None:
    graph, folder = both(), tmp_path / "it's a folder"
    files = export_neo4j_csv(graph, VOCABULARY, folder)
    imported = Server(tmp_path / "server")
    done = run_script(folder / COMMAND, imported.home)
    assert done.returncode == 0, done.stdout + done.stderr
    imported.start()
    try:
        for statement in (folder / CONSTRAINTS).read_text().split(";\n")[:-1]:
            imported.run(statement)
        there = imported.run(_INDEXES)
        found = held(imported)
        written: list[int] = []
        engine = Neo4jEngine(address(imported.uri), Credentials(*imported.auth))
        with CypherStore(engine, VOCABULARY, progress=written.append) as store:
            store.write(graph)
        assert sum(written) == 0
        assert imported.run(_INDEXES) == there
    finally:
        imported.stop()
    with CypherStore(Neo4jEngine(address(neo4j_server.uri), Credentials(*neo4j_server.auth)), VOCABULARY) as store:
        store.write(graph)
    assert found[0] == graph
    assert found == held(neo4j_server)
    assert all(found[2:])
    assert sum(file.rows for file in files) == len(graph.nodes) + len(graph.edges)


@pytest.mark.usefixtures("neo4j_running")  # without Java there is none, and no import either
def test_an_import_of_files_with_a_fault_ends_with_an_error(tmp_path: Path) -> None:
    graph = build_graph(NEWS, SCHEMA)
    export_neo4j_csv(graph, VOCABULARY, tmp_path / "files")
    people = tmp_path / "files" / "nodes-Person.csv"
    people.write_text("\n".join(people.read_text().splitlines()[:-1]) + "\n")
    done = run_script(tmp_path / "files" / COMMAND, Server(tmp_path / "server").home)
    assert done.returncode != 0
    assert "Error in input data" in done.stderr


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("x")
    with pytest.raises(StoreError, match="not empty"):
        export_neo4j_csv(build_graph(NEWS, SCHEMA), VOCABULARY, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]
    (tmp_path / "empty").mkdir()
    assert export_neo4j_csv(build_graph(NEWS, SCHEMA), VOCABULARY, tmp_path / "empty")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["empty", "mine"]


def test_what_a_file_can_t_hold_is_refused_and_nothing_written(tmp_path: Path) -> None:
    mixed = Graph((Node("a", ("Date",), {"id": "a", "n": 1}), Node("b", ("Date",), {"id": "b", "n": "1"})), ())
    with pytest.raises(StoreError, match="'b': its 'n' is of type string, that of others long"):
        export_neo4j_csv(mixed, VOCABULARY, tmp_path / "files")
    for names in ((), ("",)):
        with pytest.raises(StoreError, match="'a': 'names' is a list without text"):
            export_neo4j_csv(Graph((Node("a", ("Date",), {"names": names}),), ()), VOCABULARY, tmp_path / "files")
    strange = Graph((Node("a", ("../../Person",), {"id": "a"}),), ())
    with pytest.raises(StoreError, match="no labels"):
        export_neo4j_csv(strange, VOCABULARY, tmp_path / "files")
    assert list(tmp_path.iterdir()) == []


def test_the_same_graph_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        export_neo4j_csv(both(), VOCABULARY, tmp_path / name)
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in files)
    with (tmp_path / "one" / "nodes-Person.csv").open(newline="") as rows:
        assert next(csv.reader(rows)) == [
            "id:ID", "confidence:double", "country:string", "kg_lookup:string[]", "n:long", "name:string",
            "names:string[]", "sure:boolean",
        ]  # fmt: skip
