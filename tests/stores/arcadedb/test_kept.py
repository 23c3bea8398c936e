"""The database of a workspace follows what is saved, whatever happens to it."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.graph.build import build_graph
from kg.graph.difference import difference
from kg.graph.records import Graph
from kg.stores.arcadedb import kept
from kg.stores.arcadedb.folder_lock import FolderLock
from kg.stores.arcadedb.kept import keep_in_step, open_kept
from kg.stores.arcadedb.loader import ArcadeDBLoader
from kg.stores.cypher.loader import Loader
from kg.stores.saved import FILE, Step, load_saved, save_graph
from kg.workspace.workspace import Workspace
from tests.stores.random_graphs import VOCABULARY
from tests.story import SCHEMA, article, meeting, visit

MEETINGS = [article(f"{n:03}", meeting("Mary Robinson/IE", "CH", when=f"1998-05-{n + 1:02}")) for n in range(25)]
VISIT = article("b", visit("Mary Robinson/IE", "CH"))


def saved(folder: Path, *articles: int) -> Graph:
    """Record articles, make the graph of all and save it."""
    with Workspace.open(folder, create=True) as workspace:
        for number in articles:
            workspace.save(*MEETINGS[number], "f")
        graph = build_graph(workspace, SCHEMA)
        save_graph(graph, workspace)
    return graph


def ask(folder: Path, graph: Graph, *, is_saved: bool = True) -> tuple[Graph, Path]:
    """What the database holds, and where it was."""
    with open_kept(folder, graph, VOCABULARY, is_saved=lambda: is_saved) as store:
        return store.snapshot(), store.engine.folder  # type: ignore[attr-defined]


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Notes each difference that is applied, and each load of a whole graph."""
    noted: list[str] = []

    def noting(what: str, method: Callable[..., None]) -> Callable[..., None]:
        def wrapped(*arguments: object) -> None:
            noted.append(what)
            method(*arguments)

        return wrapped

    monkeypatch.setattr(Loader, "apply", noting("difference", Loader.apply))
    monkeypatch.setattr(ArcadeDBLoader, "_load", noting("whole", ArcadeDBLoader._load))
    return noted


def test_it_is_brought_up_to_date_by_what_differs(tmp_path: Path, loads: list[str]) -> None:
    for articles in ([0, 1, 2], [3], [4, 5]):
        graph = saved(tmp_path, *articles)
        keep_in_step(tmp_path, graph, VOCABULARY)
        assert ask(tmp_path, graph) == (graph, tmp_path / "cypher" / "database")
    assert loads == ["whole", "difference", "difference"]


def test_what_is_in_step_is_left_alone(tmp_path: Path, loads: list[str]) -> None:
    graph = saved(tmp_path, 0)
    for _ in range(3):
        keep_in_step(tmp_path, graph, VOCABULARY)
    assert loads == ["whole"]


def _truncate(folder: Path) -> None:
    largest = max((folder / "database").iterdir(), key=lambda file: file.stat().st_size)
    largest.write_bytes(largest.read_bytes()[:1000])


def _flip(folder: Path) -> None:
    file = next(file for file in sorted((folder / "database").glob("Person*.bucket")) if file.stat().st_size)
    content = bytearray(file.read_bytes())
    content[content.index(b"Mary")] ^= 1
    file.write_bytes(content)


def _miscount(folder: Path) -> None:
    file = folder / "database" / "statistics.json"
    file.write_text(file.read_text().replace('"count":2', '"count":3'))


def _empty(folder: Path) -> None:
    for file in (folder / "database").iterdir():
        file.unlink()


@pytest.mark.parametrize(
    "harm",
    [
        _truncate,
        _flip,
        _miscount,
        _empty,
        lambda folder: (folder / "manifest.json").unlink(),
        lambda folder: (folder / "manifest.json").write_text('{"graph": 1}'),
        lambda folder: (folder / "database" / "schema.json").unlink(),
        lambda folder: (folder / "database" / "database.lck").touch(),
    ],
)
def test_what_is_damaged_is_made_anew(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    graph = saved(tmp_path, 0, 1)
    keep_in_step(tmp_path, graph, VOCABULARY)
    harm(tmp_path / "cypher")
    assert ask(tmp_path, graph) == (graph, tmp_path / "cypher" / "database")
    harm(tmp_path / "cypher")
    more = saved(tmp_path, 2)
    keep_in_step(tmp_path, more, VOCABULARY)
    assert ask(tmp_path, more)[0] == more


def test_a_known_step_is_taken_without_reading_what_was_saved_before(
    tmp_path: Path, loads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = saved(tmp_path, *range(20))
    keep_in_step(tmp_path, graph, VOCABULARY)
    before, _ = load_saved(Workspace.read(tmp_path))
    assert before is not None
    more = saved(tmp_path, 20)
    assert before.is_at(tmp_path / "cypher" / FILE)
    monkeypatch.delattr(kept, "read_lines")
    keep_in_step(tmp_path, more, VOCABULARY, step=Step(before, difference(graph, more)))
    assert ask(tmp_path, more)[0] == more
    assert loads == ["whole", "difference"]


def test_a_step_from_another_graph_than_the_database_holds_is_not_taken(tmp_path: Path) -> None:
    keep_in_step(tmp_path, saved(tmp_path, *range(20)), VOCABULARY)
    between = saved(tmp_path, 20)  # whoever saved this could not bring the database to it
    before, _ = load_saved(Workspace.read(tmp_path))
    assert before is not None
    more = saved(tmp_path, 21)
    keep_in_step(tmp_path, more, VOCABULARY, step=Step(before, difference(between, more)))
    assert ask(tmp_path, more)[0] == more


def test_statistics_that_a_killed_reader_left_out_do_no_harm(tmp_path: Path, loads: list[str]) -> None:
    graph = saved(tmp_path, 0, 1)
    keep_in_step(tmp_path, graph, VOCABULARY)
    (tmp_path / "cypher" / "database" / "statistics.json").unlink()
    assert ask(tmp_path, graph) == (graph, tmp_path / "cypher" / "database")
    assert loads == ["whole"]


def test_another_version_of_the_engine_makes_it_anew(
    tmp_path: Path, loads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = saved(tmp_path, 0)
    keep_in_step(tmp_path, graph, VOCABULARY)
    monkeypatch.setattr("arcadedb.__version__", "27.0")
    keep_in_step(tmp_path, graph, VOCABULARY)
    assert loads == ["whole", "whole"]


def test_a_graph_that_is_not_what_is_saved_is_asked_elsewhere(tmp_path: Path) -> None:
    graph = saved(tmp_path, 0)
    keep_in_step(tmp_path, graph, VOCABULARY)
    other = build_graph([VISIT], SCHEMA)
    held, where = ask(tmp_path, other, is_saved=False)
    assert held == other
    assert not where.exists()
    assert ask(tmp_path, graph)[0] == graph


def test_readers_keep_what_they_opened_and_the_writer_is_told(tmp_path: Path) -> None:
    graph = saved(tmp_path, 0)
    keep_in_step(tmp_path, graph, VOCABULARY)
    with (
        open_kept(tmp_path, graph, VOCABULARY, is_saved=lambda: True) as one,
        open_kept(tmp_path, graph, VOCABULARY, is_saved=lambda: True) as two,
    ):
        more = saved(tmp_path, 1)
        with pytest.raises(StoreError, match="in use"):
            keep_in_step(tmp_path, more, VOCABULARY)
        assert one.snapshot() == two.snapshot() == graph
        held, where = ask(tmp_path, more)
        assert held == more
        assert not where.is_relative_to(tmp_path)
    assert ask(tmp_path, more) == (more, tmp_path / "cypher" / "database")


def test_a_folder_that_cannot_be_written_is_one_clear_message(tmp_path: Path) -> None:
    graph = saved(tmp_path, 0)
    (tmp_path / "cypher").write_text("a file")
    with pytest.raises(StoreError, match="cypher"):
        keep_in_step(tmp_path, graph, VOCABULARY)
    assert ask(tmp_path, graph)[0] == graph


def test_only_the_very_file_that_was_read_counts_as_saved(tmp_path: Path) -> None:
    saved(tmp_path, 0)
    with Workspace.open(tmp_path) as workspace:
        file, _ = load_saved(workspace)
        assert file is not None
        assert file.is_there()
        save_graph(build_graph([VISIT], SCHEMA), workspace)
        assert not file.is_there()
        workspace.save(*MEETINGS[1], "f")
        assert load_saved(workspace) == (None, None)
    (tmp_path / FILE).unlink()
    assert not file.is_there()


# Says when it begins with each step, so that it can be killed at any moment of one.
_WRITER = """
import sys
from pathlib import Path
from kg.stores.arcadedb.kept import keep_in_step
from tests.stores.arcadedb.test_kept import VOCABULARY, saved
folder = Path(sys.argv[1])
for number in range(25):
    graph = saved(folder, number)
    print(number, flush=True)
    keep_in_step(folder, graph, VOCABULARY)
"""


@pytest.mark.parametrize("moment", [0.0, 0.01, 0.05, 0.1])
@pytest.mark.parametrize("step", [0, 2])
def test_a_killed_writer_is_mended(tmp_path: Path, root: Path, moment: float, step: int) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(tmp_path)], stdout=subprocess.PIPE, text=True, cwd=root
    )
    assert writer.stdout is not None
    while int(writer.stdout.readline()) < step:
        pass
    time.sleep(moment)
    writer.kill()
    writer.wait()
    graph = saved(tmp_path)
    assert ask(tmp_path, graph) == (graph, tmp_path / "cypher" / "database")
    more = saved(tmp_path, 24)
    keep_in_step(tmp_path, more, VOCABULARY)
    assert ask(tmp_path, more)[0] == more


def test_a_lock_is_free_when_its_holder_was_killed(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from kg.stores.arcadedb.folder_lock import FolderLock\n"
        "lock = FolderLock.writing(Path(sys.argv[1])); print(lock is not None, flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "True\n"
    assert FolderLock.reading(tmp_path) is None
    assert FolderLock.writing(tmp_path) is None
    holder.kill()
    holder.wait()
    lock = FolderLock.reading(tmp_path)
    assert lock is not None
    lock.release()


def test_nothing_is_asked_of_a_folder_that_was_never_kept(tmp_path: Path) -> None:
    assert FolderLock.reading(tmp_path) is None
    graph = saved(tmp_path, 0)
    assert ask(tmp_path, graph) == (graph, tmp_path / "cypher" / "database")
