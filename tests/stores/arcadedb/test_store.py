"""What only ArcadeDB does."""

from __future__ import annotations

import builtins
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from kg.errors import StoreError
from kg.graph.build import build_graph
from kg.graph.difference import Difference
from kg.graph.records import Edge, Graph, Node
from kg.stores.arcadedb.databases import driver
from kg.stores.arcadedb.store import open_arcadedb
from tests.stores.random_graphs import VOCABULARY
from tests.story import SCHEMA, article, meeting

GRAPH = build_graph([article("a", meeting("Mary Robinson/IE", "CH", when="1998-05-03", place="#Bern/CH"))], SCHEMA)
_HOLDER = """
import sys, time
from pathlib import Path
from kg.stores.arcadedb.store import open_arcadedb
from tests.stores.random_graphs import VOCABULARY
store = open_arcadedb(Path(sys.argv[1]), VOCABULARY)
store.snapshot()
print("open", flush=True)
time.sleep(120)
"""


def test_what_was_written_is_there_when_opened_again(tmp_path: Path) -> None:
    with open_arcadedb(tmp_path, VOCABULARY) as store:
        store.write(GRAPH)
    with open_arcadedb(tmp_path, VOCABULARY, read_only=True) as store:
        assert store.snapshot() == GRAPH
        with pytest.raises(StoreError, match="opened only to read"):
            store.apply(Difference(changed=Graph(GRAPH.nodes[:1], ())))


def test_one_process_may_read_it_several_times(tmp_path: Path) -> None:
    open_arcadedb(tmp_path, VOCABULARY).close()
    with open_arcadedb(tmp_path, VOCABULARY, read_only=True) as one:
        with open_arcadedb(tmp_path, VOCABULARY, read_only=True) as two:
            assert two.count() == (0, 0)
            with pytest.raises(StoreError, match="this process has it open already"):
                open_arcadedb(tmp_path, VOCABULARY)
        assert one.count() == (0, 0)
    open_arcadedb(tmp_path, VOCABULARY).close()


def test_a_second_process_is_refused_with_one_clear_message(tmp_path: Path, root: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDER, str(tmp_path / "d")], stdout=subprocess.PIPE, text=True, cwd=root
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "open\n"
    with pytest.raises(StoreError, match=r"d: another process is writing to it. Wait until it has ended$"):
        open_arcadedb(tmp_path / "d", VOCABULARY)
    with pytest.raises(StoreError, match="being written to"):
        open_arcadedb(tmp_path / "d", VOCABULARY, read_only=True)
    holder.kill()
    holder.wait()
    with open_arcadedb(tmp_path / "d", VOCABULARY) as store:
        store.write(GRAPH)
        assert store.snapshot() == GRAPH


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(StoreError, match="not empty and no database"):
        open_arcadedb(tmp_path, VOCABULARY)
    with pytest.raises(StoreError, match="not empty and no database"):
        open_arcadedb(tmp_path, VOCABULARY, read_only=True)
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_an_id_twice_is_refused(tmp_path: Path) -> None:
    ends = tuple(Node(name, ("Entity", "Person"), {"id": name}) for name in "abc")
    with open_arcadedb(tmp_path, VOCABULARY) as store:
        store.write(Graph(ends, (Edge("e", "MEETS", "a", "b", {"id": "e"}),)))
        with pytest.raises(StoreError, match=r"Duplicated key \[e\]"):
            store.apply(Difference(added=Graph((), (Edge("e", "MEETS", "a", "c", {"id": "e"}),))))
        assert store.count() == (3, 1)


def test_parameters_that_it_cannot_take_and_faults_in_queries_are_told(tmp_path: Path) -> None:
    with open_arcadedb(tmp_path, VOCABULARY) as store:
        store.write(GRAPH)
        with pytest.raises(StoreError, match="cannot pass object as a parameter"):
            list(store.engine.stream("RETURN $a AS a", {"a": object()}))
        with pytest.raises(StoreError, match="Syntax error at line 1:9"):
            list(store.engine.stream("MATCH (n RETURN n", {}))
        with pytest.raises(StoreError, match="the statement writes"):
            list(store.engine.stream("MATCH (n) DETACH DELETE n", {}))
        assert store.snapshot() == GRAPH


_LOADER = """
import sys
from pathlib import Path
from kg.stores.arcadedb.store import open_arcadedb
from tests.stores.arcadedb.test_store import many
from tests.stores.random_graphs import VOCABULARY
with open_arcadedb(Path(sys.argv[1]), VOCABULARY, progress=lambda count: print(count, flush=True)) as store:
    store.write(many())
"""


def many() -> Graph:
    nodes = tuple(Node(f"{n:06}", ("Entity", "Person"), {"id": f"{n:06}", "name": "x" * 50}) for n in range(5000))
    edges = tuple(Edge(f"{n:06}", "MEETS", f"{n:06}", "000000", {"id": f"{n:06}"}) for n in range(5000))
    return Graph(nodes, edges)


@pytest.mark.parametrize("moment", [0.0, 0.1])
def test_a_first_load_that_was_killed_is_noticed_and_done_again(tmp_path: Path, root: Path, moment: float) -> None:
    loading = subprocess.Popen(
        [sys.executable, "-c", _LOADER, str(tmp_path / "d")], stdout=subprocess.PIPE, text=True, cwd=root
    )
    assert loading.stdout is not None
    assert loading.stdout.readline() == "5000\n"
    time.sleep(moment)
    loading.kill()
    loading.wait()
    if (tmp_path / "d" / "kg-first-load").exists():
        with pytest.raises(StoreError, match="first load isn't finished, or was cut off"):
            open_arcadedb(tmp_path / "d", VOCABULARY, read_only=True)
    with open_arcadedb(tmp_path / "d", VOCABULARY) as store:
        store.write(many())
        assert store.snapshot() == many()
    with open_arcadedb(tmp_path / "d", VOCABULARY, read_only=True) as store:
        assert store.count() == (5000, 5000)


def test_nothing_is_said_on_the_console(tmp_path: Path, root: Path) -> None:
    code = _HOLDER.replace("time.sleep(120)", "store.close()")
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "d")], capture_output=True, text=True, cwd=root, check=True
    )
    assert (done.stdout, done.stderr) == ("open\n", "")


def test_where_there_is_no_arcadedb_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *arguments: Any, **named: Any) -> Any:
        if name == "arcadedb":
            raise ImportError("No module named 'arcadedb'")
        return real(name, *arguments, **named)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(StoreError, match="needs the package arcadedb, which isn't here"):
        driver()
